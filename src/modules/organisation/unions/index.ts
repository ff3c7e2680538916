import { eq } from 'drizzle-orm'
import { found, type Session } from '#platform/session'
import { unions } from './tables.ts'

export { routes } from './routes.ts'
export { move, plant, type NewUnion } from './usecases.ts'

/** The union row, with its path; 404 outside one's scope. */
export async function unionOf({ db }: Pick<Session, 'db'>, id: string) {
  const [row] = await db.select().from(unions).where(eq(unions.id, id))
  return found(row)
}
