import { eq, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { unionOf } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { Applying, CheckState, Gap, Missing, Standing, StandingListing } from '../contract.ts'
import { fits, isReached } from '../rules.ts'
import { evidence, standards } from '../tables.ts'
import { factsOf } from './facts.ts'
import { standardOf } from './publishing.ts'
import { stateIn } from './states.ts'

const escaped = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`

/** The unions of one's scope that a standard is for, each with its last check. */
const unionsFor = (standardId: string, today: string) => sql`
  from standards s join unions u on starts_with(u.path, s.union_path) and u.path <> s.union_path and u.state = 'active'
    and u.kind = any (s.for_kinds) and (s.for_unit_types = '{}' or u.unit_type = any (s.for_unit_types))
  left join lateral (select k.id, k.cycle, k.points, k.level, k.valid_until, ${stateIn(today)} as state,
      (select count(*)::int from standard_answers a where a.check_id = k.id and a.review = 'notMet' and a.mended_on is null) as gaps
    from standard_checks k where k.standard_id = s.id and k.union_id = u.id order by k.opened_at desc limit 1) c on true
  where s.id = ${standardId}`

/** Which unions stand where, in the order of the tree. */
export async function standing(session: Session, { standardId, page, size, text, state }: StandingListing) {
  const { db, today } = session
  await standardOf(session, standardId)
  const { rows } = await db.execute<Standing & { total: number }>(sql`
    select u.id as "unionId", u.name as "unionName", coalesce(c.state, 'none') as state, c.cycle, c.points, c.level,
      c.valid_until::text as "validUntil", coalesce(c.gaps, 0) as gaps, count(*) over ()::int as total
    ${unionsFor(standardId, today)}
      ${state ? sql`and coalesce(c.state, 'none') = ${state}` : sql``} ${text ? sql`and u.name like ${escaped(text)}` : sql``}
    order by u.path limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** What is commonly missing: from the records for all unions, from their answers for the rest; what most lack first. */
export async function missing(session: Session, { standardId }: { standardId: string }): Promise<Missing[]> {
  const { db, today } = session
  const { row } = await standardOf(session, standardId)
  const { rows: unions } = await db.execute<{ id: string }>(sql`select u.id ${unionsFor(standardId, today)}`)
  const keys = row.items.flatMap(({ fact }) => fact ?? [])
  const values = await factsOf(
    session,
    unions.map(({ id }) => id),
    keys,
  )
  type Said = { item: string; known: number; missing: number }
  const { rows: said } = await db.execute<Said>(sql`
    select a.item, count(*)::int as known,
      count(*) filter (where case when a.review is null then a.is_met is not true else a.review = 'notMet' end)::int as missing
    from standard_answers a where (a.is_met is not null or a.review is not null)
      and a.check_id in (select c.id ${unionsFor(standardId, today)}) group by a.item`)
  const counted = row.items.map(({ key, asks, fact, least }) => {
    if (fact === null) return { key, asks, ...(said.find(({ item }) => item === key) ?? { known: 0, missing: 0 }) }
    const all = [...values.values()]
    return { key, asks, known: all.length, missing: all.filter((each) => !isReached(each[fact] ?? null, least)).length }
  })
  return counted
    .map(({ key, asks, known, missing: without }) => ({ key, asks, known, missing: without }))
    .sort((a, b) => b.missing - a.missing)
}

/** The standards a union is measured by, and where it stands. */
export async function ofUnion(session: Session, { unionId }: { unionId: string }): Promise<Applying[]> {
  const { db, today } = session
  const union = await unionOf(session, unionId)
  const above = await db
    .select()
    .from(standards)
    .where(sql`starts_with(${union.path}, ${standards.unionPath}) and ${standards.unionPath} <> ${union.path}
      and ${standards.publishedAt} is not null`)
    .orderBy(standards.publishedAt)
  type Last = {
    standardId: string
    state: CheckState
    cycle: string
    level: string | null
    points: number | null
    until: string | null
  }
  const { rows: last } = await db.execute<Last>(sql`
    select distinct on (k.standard_id) k.standard_id as "standardId", ${stateIn(today)} as state, k.cycle, k.level, k.points,
      k.valid_until::text as until from standard_checks k where k.union_id = ${unionId} order by k.standard_id, k.opened_at desc`)
  const { rows: names } = await db.execute<{ id: string; name: string }>(
    sql`select u.id, u.name from union_directory u where u.id = any (${sql.param(above.map((each) => each.unionId))}::uuid[])`,
  )
  return above.flatMap((standard) => {
    const check = last.find(({ standardId }) => standardId === standard.id)
    if (!check && (standard.withdrawnAt || !fits(standard, union))) return []
    const { state = 'none' as const, cycle = null, level = null, points = null, until: validUntil = null } = check ?? {}
    const unionName = names.find(({ id }) => id === standard.unionId)?.name ?? ''
    const { id: standardId, title, programme } = standard
    return [{ standardId, title, programme, unionName, state, cycle, level, points, validUntil }]
  })
}

type GapListing = Paging & { late?: boolean | undefined; standardId?: string | undefined }

/** What was found missing and is not mended, whatever is due first. */
export async function gaps(session: Session, { page, size, late, standardId }: GapListing) {
  const { db, today } = session
  const { rows } = await db.execute<Gap & { total: number }>(sql`
    select a.id, a.union_id as "unionId", u.name as "unionName", s.id as "standardId", s.title as standard,
      coalesce((select i ->> 'asks' from jsonb_array_elements(s.items) i where i ->> 'key' = a.item), a.item) as asks,
      a.review_reason as reason, a.due_on::text as "dueOn", count(*) over ()::int as total
    from standard_answers a join standard_checks k on k.id = a.check_id join standards s on s.id = k.standard_id
      join unions u on u.id = a.union_id
    where a.review = 'notMet' and a.mended_on is null
      ${late ? sql`and a.due_on < ${today}` : sql``} ${standardId ? sql`and s.id = ${standardId}` : sql``}
    order by a.due_on nulls last, u.path, a.id limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** A ticket for the list of unions as a workbook. */
export const exportMany = (session: Session, input: StandingListing) => issueTicket(session, 'standards.export', input)

/** A ticket for one evidence file. */
export async function openEvidence(session: Session, { id }: { id: string }) {
  const [row] = await session.db
    .select({ unionId: evidence.unionId, name: evidence.name })
    .from(evidence)
    .where(eq(evidence.id, id))
  Object.assign(session.line, { unionId: found(row).unionId, subject: id })
  return issueTicket(session, 'standards.openEvidence', { id, name: row!.name })
}
