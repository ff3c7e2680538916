import { sql } from 'drizzle-orm'
import { holders } from '#modules/organisation/members'
import { blindIndexes } from '#platform/secrets'
import type { Session } from '#platform/session'
import { type Finding, findingOf, type RosterRow } from '../rules.ts'
import type { Application } from '../tables.ts'
import { idNumberOf } from './filing.ts'

/** How each applicant compares with the rolls as they stand now, by application. Two queries, however many there are. */
export async function findingsOf(session: Session, rows: readonly Application[]): Promise<Map<string, Finding>> {
  if (rows.length === 0) return new Map()
  const numbers = rows.map(idNumberOf)
  const held = await holders(
    session,
    numbers.filter((number) => number !== null),
  )
  const holderOf = (number: string | null) => {
    const indexes = number === null ? [] : blindIndexes('members.id_number', number)
    return held.find(({ index }) => indexes.includes(index))
  }
  const ids = [...held.map(({ id }) => id), ...rows.flatMap(({ memberId }) => memberId ?? [])]
  const { rows: roster } = await session.db.execute<RosterRow>(sql`
    select id, union_id as "unionId", union_path as "unionPath", union_name as "unionName", name, status, has_id_number as "hasIdNumber"
    from roster_rows(${sql.param(ids)}::uuid[], ${sql.param(rows.map(({ name }) => name))}::text[])`)
  return new Map(rows.map((row, at) => [row.id, findingOf(row, holderOf(numbers[at]!), roster)]))
}
