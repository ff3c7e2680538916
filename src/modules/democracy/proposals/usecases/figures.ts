import { sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import type { Session } from '#platform/session'
import { categories, type Category, type Figures, type Period, type UnionFigures } from '../contract.ts'

/** What is counted of a scope in a period: handed in and filed by the day handed in, answers by their day, money by the day finance confirmed it. */
const counts = ({ today }: Session, { from, until }: Period, ofUnion = sql`true`, ofWindow = ofUnion, ofEffect = ofUnion) => sql`
  select (select count(*)::int from proposal_windows w where ${ofWindow} and w.opens_on <= ${until}::date and w.closes_on >= ${from}::date) as windows,
    count(*) filter (where ${within('p.submitted_on', from, until)} and p.withdrawn_on is null)::int as submitted,
    count(*) filter (where ${within('p.submitted_on', from, until)} and p.number is not null and p.merged_into is null)::int as filed,
    count(*) filter (where ${within('p.answered_on', from, until)})::int as answered,
    count(*) filter (where ${within('p.answered_on', from, until)} and p.outcome = 'adopted')::int as adopted,
    count(*) filter (where ${within('p.answered_on', from, until)} and p.outcome = 'partly')::int as partly,
    count(*) filter (where ${within('p.answered_on', from, until)} and p.outcome = 'declined')::int as declined,
    count(*) filter (where ${within('p.answered_on', from, until)} and p.answered_on <= p.due_on)::int as "onTime",
    count(*) filter (where p.state = 'assigned' and p.due_on < ${today}::date)::int as overdue,
    (select coalesce(sum(e.confirmed_fen), 0)::bigint from proposal_effects e where ${ofEffect} and ${within('e.confirmed_on', from, until)}) as "effectFen",
    round(avg(p.answered_on - p.assigned_on) filter (where ${within('p.answered_on', from, until)}), 1)::float as "replyDays",
    count(p.grade) filter (where ${within('p.answered_on', from, until)})::int as rated,
    count(*) filter (where ${within('p.answered_on', from, until)} and p.grade in ('satisfied', 'mostly'))::int as satisfied
  from proposals p where ${ofUnion}`

const within = (column: string, from: string, until: string) => sql`${sql.raw(column)} between ${from}::date and ${until}::date`

/** The figures of one's scope, from the records (F-5 to F-7), and the share of work against living by year (C-36). */
export async function figures(session: Session, period: Period): Promise<Figures> {
  const { db } = session
  const { rows } = await db.execute<Omit<Figures, 'years' | 'unions'>>(counts(session, period))
  const { rows: units } = await db.execute<{ n: number }>(
    sql`select count(distinct union_id)::int as n from (${under(period)}) u`,
  )
  const { rows: years } = await db.execute<{ year: number; category: Category; n: number }>(sql`
    select extract(year from submitted_on)::int as year, category, count(*)::int as n from proposals where withdrawn_on is null group by 1, 2 order by 1`)
  return { ...rows[0]!, unions: units[0]!.n, years: byYear(years) }
}

/** Units under the system: a collection of theirs ran in the period, or a proposal of theirs was handed in or answered in it. */
const under = ({ from, until }: Period) => sql`
  select w.union_id from proposal_windows w where w.opens_on <= ${until}::date and w.closes_on >= ${from}::date
  union select p.union_id from proposals p where ${within('p.submitted_on', from, until)} or ${within('p.answered_on', from, until)}`

function byYear(rows: { year: number; category: Category; n: number }[]) {
  const years = new Map<number, Figures['years'][number]>()
  for (const { year, category, n } of rows) {
    const kept = years.get(year) ?? { year, work: 0, living: 0, other: 0 }
    kept[categories[category].side] += n
    years.set(year, kept)
  }
  return [...years.values()]
}

type Asked = Period & { page: number; size: number; text?: string | undefined }

/** The units behind F-5, in the order of the tree: never by who did most. */
export async function unions(
  session: Session,
  { page, size, text, ...period }: Asked,
): Promise<{ rows: UnionFigures[]; total: number }> {
  const said = text && `%${text.replace(/[%_\\]/g, '\\$&')}%`
  const listed = sql`select u.id, u.name, u.path from unions u where u.id in (${under(period)}) ${said ? sql`and u.name like ${said}` : sql``}`
  const per = counts(session, period, sql`p.union_id = l.id`, sql`w.union_id = l.id`, sql`e.union_id = l.id`)
  const { rows } = await session.db.execute<UnionFigures & Record<string, unknown>>(sql`
    with l as (select * from (${listed}) u order by path limit ${size} offset ${(page - 1) * size})
    select l.id as "unionId", l.name as "unionName", c.* from l cross join lateral (${per}) c order by l.path`)
  const { rows: total } = await session.db.execute<{ n: number }>(sql`select count(*)::int as n from (${listed}) u`)
  return { rows, total: total[0]!.n }
}

export const exportUnions = (session: Session, input: Period) => issueTicket(session, 'proposals.exportUnions', input)
