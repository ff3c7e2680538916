import { sql } from 'drizzle-orm'
import type { Session } from '#platform/session'

export type Sitting = {
  id: string
  unionId: string
  termId: string
  memberId: string
  name: string
  unitId: string
  unitName: string
  isManager: boolean
  isWoman: boolean
  isFrontLine: boolean
}

const sitting = (
  unionId: string | null,
  memberId: string | null,
  date: string,
) => sql<Sitting>`select d.id, d.union_id as "unionId",
  d.term_id as "termId", d.member_id as "memberId", d.name, u.id as "unitId", u.name as "unitName", d.is_manager as "isManager",
  d.is_woman as "isWoman", d.is_front_line as "isFrontLine"
  from deputies_on(${unionId}::uuid, ${memberId}::uuid, ${date}::date) d join deputy_units u on u.id = d.electoral_unit_id
  order by u.position, d.name, d.id`

/**
 * Who sits as a deputy of a union's congress on a day (`2026-03-02`): in office, the term running, still a worker of the union or below it.
 * For a post with the union in its scope, and for a worker (`self`) of the union; empty for anybody else.
 */
export async function deputiesOn({ db }: Pick<Session, 'db'>, unionId: string, date: string): Promise<Sitting[]> {
  return (await db.execute<Sitting>(sitting(unionId, null, date))).rows
}

/** The congresses in which a person sits on a day: his own unit's, and a regional or trade one above it. */
export async function seatsOf({ db }: Pick<Session, 'db'>, memberId: string, date: string): Promise<Sitting[]> {
  return (await db.execute<Sitting>(sitting(null, memberId, date))).rows
}
