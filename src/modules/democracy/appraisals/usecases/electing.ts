import { sql } from 'drizzle-orm'
import type { Elector } from '#platform/ballots'
import type { Session } from '#platform/session'

/** The workers and members registered at a union and below, for a roll, in the order of the tree and the name. */
export async function membersUnder({ db }: Pick<Session, 'db'>, path: string): Promise<Elector[]> {
  const { rows } = await db.execute<Elector>(sql`select m.id as "voterId", m.name, u.name as "group"
    from members m join unions u on u.id = m.union_id
    where m.union_path >= ${path} and m.union_path < ${`${path}~`} and m.status in ('worker', 'member') and m.merged_into is null
    order by m.union_path, m.pinyin, m.id`)
  return rows
}
