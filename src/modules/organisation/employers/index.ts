import { eq, inArray } from 'drizzle-orm'
import type { Session } from '#platform/session'
import { employers } from './tables.ts'

export { clocks } from './clocks.ts'
export { downloads } from './files.ts'
export { routes } from './routes.ts'
export { dictionary } from './tables.ts'
export { type ImportRow, undoMany, upsertMany, type Upserted } from './usecases/bulk.ts'
export { cover } from './usecases/keeping.ts'

/** The employer with this credit code in one's scope, if any. */
export async function employerByCode({ db }: Pick<Session, 'db'>, creditCode: string) {
  const [row] = await db.select().from(employers).where(eq(employers.creditCode, creditCode))
  return row
}

/** Names of employers of one's scope by id. */
export async function employerNames({ db }: Pick<Session, 'db'>, ids: readonly string[]) {
  const { id, name } = employers
  const rows = ids.length
    ? await db
        .select({ id, name })
        .from(employers)
        .where(inArray(id, [...ids]))
    : []
  return new Map(rows.map((row) => [row.id, row.name]))
}
