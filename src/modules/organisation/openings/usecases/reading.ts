import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { Candidate, Detail, Figures, Listing, Row, Selection, State } from '../contract.ts'
import { lacksOf, stateOf } from '../rules.ts'
import { candidates, selections } from '../tables.ts'

type Stored = typeof selections.$inferSelect

/** A record as it is shown; the vote is one thing or nothing. */
export const shownSelection = ({ entitled, present, inFavour, against, ...row }: Stored): Selection => ({
  ...row,
  vote: entitled === null ? null : { entitled, present: present!, inFavour: inFavour!, against: against! },
})

// The same as the rule `stateOf`, held to agree by a test.
const stateIn = (today: string) => sql`case
  when o.ended_on is not null then case when o.ended_why is null then 'filled' else 'calledOff' end
  when o.announced_on is null then 'prepared' when n.chosen >= o.seats then 'chosen'
  when o.apply_until >= ${today}::date then 'announced' else 'choosing' end`

const counts = sql`cross join lateral (select
    (select count(*)::int from opening_candidates c where c.opening_id = o.id and c.withdrawn_on is null and c.dropped_on is null) as candidates,
    (select count(*)::int from cadre_selections s where s.opening_id = o.id) as chosen,
    (select count(*)::int from cadre_selections s where s.opening_id = o.id and s.starts_on is not null) as started) n`

const columns = (today: string) => sql`o.id, o.union_id as "unionId", u.name as "unionName", o.title, o.kind, o.way, o.seats,
  o.full_time as "fullTime", o.duties, o.profile, o.vacant_since::text as "vacantSince", o.apply_until::text as "applyUntil",
  o.announced_on::text as "announcedOn", o.ended_on::text as "endedOn", o.ended_why as "endedWhy", n.candidates, n.chosen, n.started,
  ${stateIn(today)} as state`

export type Opening = Row & { duties: string[]; profile: string }

/** The openings of one's scope, the latest need first. */
export async function list({ db, today }: Session, { page, size, text, state }: Listing) {
  const wanted: SQL[] = [
    text ? sql`(position(${text} in o.title) > 0 or position(${text} in u.name) > 0)` : sql`true`,
    state ? sql`${stateIn(today)} = ${state}` : sql`true`,
  ]
  const from = sql`from openings o join unions u on u.id = o.union_id ${counts} where ${sql.join(wanted, sql` and `)}`
  const { rows } = await db.execute<Opening & { total: number }>(sql`
    select ${columns(today)}, count(*) over ()::int as total ${from}
    order by o.vacant_since desc, o.id limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** One opening; 404 outside one's scope. */
export async function openingOf({ db, today }: Session, id: string): Promise<Opening> {
  const { rows } = await db.execute<Opening>(sql`
    select ${columns(today)} from openings o join unions u on u.id = o.union_id ${counts} where o.id = ${id}`)
  const row = found(rows[0])
  return { ...row, state: stateOf(row, today) }
}

export async function get(session: Session, { id }: { id: string }): Promise<Detail> {
  const { db } = session
  const opening = await openingOf(session, id)
  const rows = await db
    .select()
    .from(candidates)
    .where(eq(candidates.openingId, id))
    .orderBy(asc(candidates.at), asc(candidates.id))
  const chosen = await db.select().from(selections).where(eq(selections.openingId, id))
  const candidateList = rows.map((row): Candidate => {
    const selection = chosen.find(({ candidateId }) => candidateId === row.id)
    return { ...row, lacks: lacksOf(row), selection: selection ? shownSelection(selection) : null }
  })
  return { ...opening, candidateList }
}

/** How somebody came to his posts, the latest first. */
export async function ofCadre({ db }: Session, { memberId }: { memberId: string }) {
  const rows = await db.select().from(selections).where(eq(selections.memberId, memberId)).orderBy(sql`decided_on desc, id`)
  return rows.map(shownSelection)
}

/** Posts filled and days to fill; how many of the appointments of the last year say how the person was chosen. */
export async function figures({ db, today }: Session): Promise<Figures> {
  const { rows } = await db.execute<Figures>(sql`
    with o as (select o.*, n.chosen, n.started from openings o ${counts}),
      s as (select s.*, c.has_theory and c.has_practice as with_both, o.vacant_since from cadre_selections s
        join openings o on o.id = s.opening_id join opening_candidates c on c.id = s.candidate_id where s.starts_on is not null),
      a as (select a.id, exists (select from cadre_selections s where s.appointment_id = a.id) or a.came in ('elected', 'byElection') and a.basis is not null as has
        from appointments a where a.from_on > ${today}::date - 366 and a.from_on <= ${today} and not a.waits_for_confirmation
          and a.kind not in ('groupLeader', 'administrationHead', 'administrationClerk', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator'))
    select (select count(*)::int from o where ended_on is null) as open,
      (select count(*)::int from o where ended_on is not null and ended_why is null) as filled,
      (select coalesce(sum(seats), 0)::int from o where ended_why is null) as seats,
      (select round(avg(starts_on - vacant_since), 1)::float8 from s) as "daysToFill", (select count(*)::int from s) as started,
      (select count(*) filter (where with_both)::int from s) as "withBoth", (select count(*)::int from a) as appointments,
      (select count(*) filter (where has)::int from a) as "withRecord"`)
  return rows[0]!
}

export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'openings.export', input)
export type { State }
