import { eq, inArray } from 'drizzle-orm'
import { found, type Session } from '#platform/session'
import type { UnitType } from './contract.ts'
import { wordsOf as wordsIn } from './rules.ts'
import { peopleCount, unionDirectory, unions } from './tables.ts'
import { templates } from './usecases/keeping.ts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { namesBelow, unionNamed, uproot } from './usecases/uprooting.ts'
export { independentBelow, lineage } from './usecases/tree.ts'
export { alter, type Alteration, end, move, type NewUnion, plant, revive } from './usecases/planting.ts'

/** The union row, with its path; 404 outside one's scope. */
export async function unionOf({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select().from(unions).where(eq(unions.id, id))
  return found(row)
}

/** The union row, or `undefined` outside one's scope. */
export async function unionIfSeen({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select().from(unions).where(eq(unions.id, id))
  return row
}

/** The union row, held until the act ends; 404 outside one's scope. */
export async function holdUnion({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select().from(unions).where(eq(unions.id, id)).for('update')
  return found(row)
}

/** How many workers and members are registered at a union and below, retained ones included. */
export async function peopleAt({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select({ people: peopleCount }).from(unions).where(eq(unions.id, id))
  return found(row).people
}

/** What the screen and the papers call things in a type of unit, with the administrator's changes. */
export const wordsOf = async (session: Session, unitType: UnitType) => wordsIn(unitType, await templates(session))

/** The public names of unions by id, also beyond one's scope. */
export async function unionNames({ db }: Pick<Session, 'db'>, ids: readonly string[]) {
  const { id, name } = unionDirectory
  const rows = ids.length
    ? await db
        .select({ id, name })
        .from(unionDirectory)
        .where(inArray(id, [...ids]))
    : []
  return new Map(rows.map((row) => [row.id, row.name]))
}
