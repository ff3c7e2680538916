import { sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import { type CadreFigures, type Figures, grades, headings, type Period } from '../contract.ts'
import { themesGiven } from '../rules.ts'
import { themesAt } from './themes.ts'

type Counted = Omit<CadreFigures, 'leadId' | 'name' | 'unionName'>

/** Points per cadre, visits against plan, problems solved on time; of all contact points and visits in one's scope. */
export async function figures(session: Session, period: Period): Promise<Figures> {
  const { rows: cadres } = await session.db.execute<CadreFigures>(perCadre(session, period))
  const total = cadres.reduce((sum, row) => added(sum, row), nothing)
  return {
    total: { ...total, ...(await covered(session, period)) },
    grades: await graded(session, period),
    headings: await byHeading(session, period),
    cadres: cadres.map((row) => ({ ...row })),
  }
}

export const exportFigures = (session: Session, input: Period) => issueTicket(session, 'visits.exportFigures', input)

const nothing: Counted = {
  ...{ points: 0, planned: 0, made: 0, overdue: 0, problems: 0 },
  ...{ solved: 0, solvedOnTime: 0, onTheSpot: 0, problemsOverdue: 0 },
}
const added = (sum: Counted, row: Counted): Counted => {
  const keys = Object.keys(nothing) as (keyof Counted)[]
  return Object.fromEntries(keys.map((key) => [key, sum[key] + row[key]])) as Counted
}

/** By superior as the tree stands, then by name: never by who did most. */
const perCadre = ({ today }: Session, { from, until }: Period) => sql`
  with held as (
    select p.member_id as id, p.from_union_id as union_id, max(p.holder_name) as name, count(*) filter (where p.in_force @> ${today}::date)::int as points
    from contact_points p group by 1, 2
  ), gone as (
    select v.lead_id as id, v.from_union_id as union_id, max(v.lead_name) as name,
      count(*) filter (where v.dropped_at is null and v.planned_on between ${from}::date and ${until}::date)::int as planned,
      count(*) filter (where v.submitted_at is not null and v.visited_on between ${from}::date and ${until}::date)::int as made,
      count(*) filter (where v.dropped_at is null and v.submitted_at is null and v.planned_on between ${from}::date and ${until}::date
        and v.planned_on < ${today}::date)::int as overdue
    from visits v group by 1, 2
  ), taken as (
    select v.lead_id as id, v.from_union_id as union_id, count(*)::int as problems,
      count(q.resolved_on)::int as solved,
      count(*) filter (where q.resolved_on <= q.due_on)::int as solved_on_time,
      count(*) filter (where q.resolved_on = q.raised_on)::int as on_the_spot,
      count(*) filter (where q.resolved_on is null and q.due_on < ${today}::date)::int as overdue
    from visit_problems q join visits v on v.id = q.visit_id
    where q.raised_on between ${from}::date and ${until}::date group by 1, 2
  )
  select coalesce(held.id, gone.id) as "leadId", coalesce(held.name, gone.name) as name,
    (select u.name from union_directory u where u.id = coalesce(held.union_id, gone.union_id)) as "unionName",
    coalesce(points, 0) as points, coalesce(planned, 0) as planned, coalesce(made, 0) as made, coalesce(gone.overdue, 0) as overdue,
    coalesce(problems, 0) as problems, coalesce(solved, 0) as solved, coalesce(solved_on_time, 0) as "solvedOnTime",
    coalesce(on_the_spot, 0) as "onTheSpot", coalesce(taken.overdue, 0) as "problemsOverdue"
  from held full join gone using (id, union_id) left join taken using (id, union_id)
  where coalesce(points, 0) + coalesce(planned, 0) + coalesce(made, 0) + coalesce(problems, 0) > 0
  order by "unionName", name, "leadId"`

async function covered({ db, today }: Session, { from, until }: Period) {
  const { rows } = await db.execute<{ unions: number; covered: number; visited: number }>(sql`
    select count(*)::int as unions,
      count(*) filter (where exists (select from contact_points p where p.union_id = u.id and p.in_force @> ${today}::date))::int as covered,
      count(*) filter (where exists (select from visits v where v.union_id = u.id and v.submitted_at is not null
        and v.visited_on between ${from}::date and ${until}::date))::int as visited
    from unions u where u.state = 'active' and u.kind in ('basic', 'joint')`)
  return found(rows[0])
}

async function graded({ db }: Session, { from, until }: Period) {
  const { rows } = await db.execute<{ grade: keyof typeof grades; n: number }>(sql`
    select r.grade, count(*)::int as n from visit_ratings r join visits v on v.id = r.visit_id
    where v.visited_on between ${from}::date and ${until}::date group by 1`)
  const counted = Object.fromEntries(Object.keys(grades).map((grade) => [grade, 0])) as Record<keyof typeof grades, number>
  for (const { grade, n } of rows) counted[grade] = n
  return counted
}

/** Visits under each heading of the front-line method, by the themes they were recorded with. */
async function byHeading(session: Session, { from, until }: Period) {
  const themes = session.user.post ? (await themesAt(session, session.user.post.path)).themes : [...themesGiven]
  const { rows } = await session.db.execute<{ themes: string[]; n: number }>(sql`
    select v.themes, count(*)::int as n from visits v
    where v.submitted_at is not null and v.visited_on between ${from}::date and ${until}::date group by 1`)
  return (Object.keys(headings) as (keyof typeof headings)[]).map((heading) => {
    const keys = new Set(themes.filter((theme) => theme.heading === heading).map(({ key }) => key))
    return { heading, visits: rows.filter((row) => row.themes.some((key) => keys.has(key))).reduce((sum, { n }) => sum + n, 0) }
  })
}
