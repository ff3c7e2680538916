import { sql } from 'drizzle-orm'
import { statutesFor } from '#platform/statutes'
import { found, type Session } from '#platform/session'

/** What holds at a union beside the law that the browser has in itself; left out: the union acted under, or that one belongs to. */
export async function law(session: Session, { unionId }: { unionId?: string | undefined }) {
  const { scope, own } = await statutesFor(session, await pathOf(session, unionId))
  return { scope, own: own.map((statute) => ({ ...statute })) }
}

async function pathOf({ db, user }: Session, unionId: string | undefined): Promise<string> {
  if (unionId) {
    const { rows } = await db.execute<{ path: string }>(sql`select path from union_place(${unionId})`)
    return found(rows[0]).path
  }
  if (user.post || !user.person) return user.post?.path ?? ''
  const { rows } = await db.execute<{ path: string }>(sql`select union_path as path from members where id = ${user.person}`)
  return rows[0]?.path ?? ''
}
