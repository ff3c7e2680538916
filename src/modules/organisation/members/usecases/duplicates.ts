import { inArray, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { everywhere, subtree } from '#platform/db'
import type { Session } from '#platform/session'
import type { pairings, Row } from '../contract.ts'
import { members } from '../tables.ts'
import { rowColumns, shown } from './list.ts'
import { entitle } from './protection.ts'

type Pairing = (typeof pairings)[number]
type Found = { by: Pairing; a: string; b: string }
const MOST = 100

/**
 * Pairs that may be one person. Two identity numbers are two persons, so one of each pair has none: it shares name and birthday,
 * or the mobile, or employer and sound of the name with the other.
 */
export async function duplicates(session: Session, { unionId }: { unionId?: string | undefined }) {
  const { lo, hi } = unionId ? subtree((await unionOf(session, unionId)).path) : everywhere
  const { rows } = await session.db.execute<Found>(sql`
    with loose as materialized (
      select id, name, birth_on, mobile_index, employer, pinyin from members
      where problems <> '{}' and id_number_index is null and merged_into is null and union_path >= ${lo} and union_path < ${hi}
    ), pairs as (
      select 'birth' as by, l.id as a, o.id as b from loose l join members o on o.name = l.name and o.birth_on = l.birth_on
      where o.id <> l.id and o.merged_into is null
      union all
      select 'mobile', l.id, o.id from loose l join members o on o.mobile_index = l.mobile_index where o.id <> l.id and o.merged_into is null
      union all
      select 'employer', l.id, o.id from loose l join members o on o.employer = l.employer and o.pinyin = l.pinyin
      where o.id <> l.id and o.merged_into is null
    )
    select min(by) as by, least(a, b) as a, greatest(a, b) as b from pairs group by 2, 3 order by 1, 2 limit ${MOST}`)
  return withRecords(session, rows)
}

async function withRecords(session: Session, pairs: readonly Found[]) {
  if (!pairs.length) return []
  await entitle(session)
  const rows = await session.db
    .select({
      ...rowColumns,
      createdAt: members.createdAt,
      stays: sql<number>`(select count(*)::int from memberships s where s.member_id = members.id)`,
    })
    .from(members)
    .where(inArray(members.id, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]))
  const byId = new Map(rows.map((row) => [row.id, shown(row, session.today) as Row & { createdAt: Date; stays: number }]))
  return pairs.map(({ by, a, b }) => ({ by, records: [byId.get(a)!, byId.get(b)!] }))
}
