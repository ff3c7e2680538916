import { sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { inOffice } from '#modules/organisation/competences'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import type { Detail, Finding, Listing, Nomination, Row } from '../contract.ts'

const escaped = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`

/** The first cadre's post that somebody took up after he was found. */
const promoted = (today: string) => sql`(select min(a.from_on) from appointments a where a.member_id = v.member_id
  and a.from_on >= v.found_on and ${inOffice(today)})`

const columns = (today: string) => sql`v.id, v.member_id as "memberId", v.person_name as "personName", v.union_id as "unionId",
  (select u.name from union_directory u where u.id = v.union_id) as "unionName", v.found_on::text as "foundOn", v.found_how as "foundHow",
  v.reason, (select count(*)::int from activist_tasks t where t.activist_id = v.id) as tasks,
  (select count(*)::int from activist_tasks t where t.activist_id = v.id and t.done_on is not null) as "tasksDone",
  (select count(*)::int from activist_deeds d where d.activist_id = v.id) as deeds, ${promoted(today)}::text as "promotedOn",
  v.ended_on::text as "endedOn", v.ended_why as "endedWhy"`

/** Activists of one's scope, in the order of the tree and the name. */
export async function list({ db, today }: Session, { page, size, text, show }: Listing) {
  const when = {
    now: sql`v.ended_on is null`,
    ended: sql`v.ended_on is not null`,
    promoted: sql`${promoted(today)} is not null`,
  }[show]
  const named = text
    ? sql`and (v.person_name like ${escaped(text)} or exists (select from union_directory u where u.id = v.union_id and u.name like ${escaped(text)}))`
    : sql``
  const { rows } = await db.execute<Row & { total: number }>(sql`select ${columns(today)}, count(*) over ()::int as total
    from activists v where ${when} ${named} order by v.union_path, v.person_name, v.id limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export async function get({ db, today }: Session, { id }: { id: string }): Promise<Detail> {
  const { rows } = await db.execute<Row>(sql`select ${columns(today)} from activists v where v.id = ${id}`)
  const row = found(rows[0])
  const of = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => (await db.execute<T>(query)).rows
  return {
    ...row,
    taskList:
      await of(sql`select id, title, given_on::text as "givenOn", due_on::text as "dueOn", done_on::text as "doneOn", outcome
      from activist_tasks where activist_id = ${id} order by given_on desc, id`),
    deedList: await of(
      sql`select id, on_day::text as "onDay", deed from activist_deeds where activist_id = ${id} order by on_day desc, id`,
    ),
    proposals:
      await of(sql`select id, for_what as "forWhat", proposal, proposed_on::text as "proposedOn", decided_on::text as "decidedOn",
      decision, decision_reason as "decisionReason" from activist_proposals where activist_id = ${id} order by proposed_on desc, id`),
    nominations: (
      await of<{ id: string; reason: string; at: string }>(
        sql`select id, reason, at from activist_nominations where activist_id = ${id} order by at`,
      )
    ).map((each) => ({ ...each, at: new Date(each.at) })),
  }
}

/** Nominations that wait for an answer, the oldest first. */
export async function nominations({ db }: Session, { page, size }: Paging) {
  const { rows } = await db.execute<Nomination & { total: number }>(sql`
    select n.id, n.union_id as "unionId", u.name as "unionName", coalesce(m.name, '') as "byName", n.nominee_name as "nomineeName",
      n.nominee_place as "nomineePlace", n.reason, n.at, count(*) over ()::int as total
    from activist_nominations n join unions u on u.id = n.union_id left join members m on m.id = n.by_member
    where n.decided_at is null and n.withdrawn_at is null order by n.at, n.id limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, at, ...row }) => ({ ...row, at: new Date(at) })), total: rows[0]?.total ?? 0 }
}

/**
 * People of one's scope who take part and are neither cadre nor activist: they helped to found a union, came to a course, led a group,
 * answered for a decision. By union and name: how much somebody did is no measure.
 */
export async function findings({ db, today }: Session, { page, size }: Paging) {
  const year = sql`${today}::date - interval '2 years'`
  const { rows } = await db.execute<Finding & { total: number }>(sql`
    with took as (
      select s.member_id, '参与筹建' || f.name as what, s.signed_on as on_day from founding_members g join founding_supporters s on s.id = g.supporter_id
        join foundings f on f.id = g.founding_id where s.member_id is not null
      union all select t.member_id, '参加培训：' || t.title, t.starts_on from cadre_trainings t where t.completed_on is not null and t.starts_on > ${year}
      union all select a.member_id, '担任小组长', a.from_on from appointments a where a.kind = 'groupLeader' and a.in_office @> ${today}::date
      union all select a.member_id, '曾任工会职务', a.from_on from appointments a where a.ended_on is not null and a.ended_on > ${year}
        and a.kind <> 'groupLeader'
      union all select d.executor_person, '承办：' || left(d.decision, 20), d.decided_on from leadership_decisions d
        where d.executor_person is not null and d.done_on is not null)
    select m.id as "memberId", m.name as "personName", u.id as "unionId", u.name as "unionName", count(*) over ()::int as total,
      json_agg(json_build_object('what', took.what, 'onDay', took.on_day::text) order by took.on_day desc) as took
    from took join members m on m.id = took.member_id and m.merged_into is null and m.status = 'member' join unions u on u.id = m.union_id
    where not exists (select from appointments a where a.member_id = m.id and ${inOffice(today)})
      and not exists (select from activists v where v.member_id = m.id and v.ended_on is null)
    group by m.id, u.id order by u.path, m.name, m.id limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

type Counts = Record<'members' | 'activists' | 'promoted' | 'waiting' | 'proposals' | 'unions' | 'unionsWithout', number>

/** Activists per 100 members, how many became cadres, what waits. */
export async function figures({ db, today }: Session) {
  const { rows } = await db.execute<Counts>(sql`select
    (select coalesce(sum(c.member_count), 0)::int from member_counts c) as members,
    count(*) filter (where v.ended_on is null)::int as activists, count(${promoted(today)})::int as promoted,
    (select count(*)::int from activist_nominations n where n.decided_at is null and n.withdrawn_at is null) as waiting,
    (select count(*)::int from activist_proposals p where p.decided_on is null) as proposals,
    (select count(*)::int from unions u where u.kind in ('basic', 'joint') and u.state = 'active') as unions,
    (select count(*)::int from unions u where u.kind in ('basic', 'joint') and u.state = 'active' and not exists (
      select from activists w where w.ended_on is null and w.union_path >= u.path and w.union_path < u.path || '~')) as "unionsWithout"
    from activists v`)
  const counts = rows[0]!
  return { ...counts, perHundred: counts.members ? Math.round((counts.activists * 1000) / counts.members) / 10 : null }
}

/** A ticket for the list as a workbook. */
export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'activists.export', input)
