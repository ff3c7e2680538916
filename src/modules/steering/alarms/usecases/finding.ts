import { type SQL, sql } from 'drizzle-orm'
import { addDays, addMonths, type Day } from '#kit/dates'
import type { Db } from '#platform/db'
import { uuids } from '#platform/duties'
import type { AlarmKind } from '../contract.ts'
import type { Figures } from '../rules.ts'
import type { Measures } from './measures.ts'

/** An alarm as the records have it now. */
export type Found = { kind: AlarmKind; subject: string; unionId: string; since: Day; figures: Figures }

/** Looked at: all unions, or some. */
export type Reach = readonly string[] | null

const within = (reach: Reach, column: string) => (reach ? sql`and ${sql.raw(column)} = any (${uuids(reach)})` : sql``)
const own = sql.raw(`('branch', 'group')`)
/** Unions in work that stand on their own: branches and groups belong to theirs. */
const unionsIn = (reach: Reach) =>
  sql`scope as materialized (select id, path, kind, coalesce(founded_on, effective_on) as begun from unions u
    where state = 'active' and kind not in ${own} ${within(reach, 'u.id')})`

const read = async (db: Db, statement: SQL) => (await db.execute<Found & Record<string, unknown>>(statement)).rows

/** Members lost on balance within the period, by each union with all below it; since the day on which the loss reached the measure. */
export function findLost(db: Db, today: Day, { months, percent, least }: Measures['lost'], reach: Reach) {
  const start = addMonths(today, -months)
  const near = reach ? sql`and exists (select from scope o where s.union_path >= o.path and s.union_path < o.path || '~')` : sql``
  return read(
    db,
    sql`
    with ${unionsIn(reach)},
    moves as materialized (
      select path, day, sum(n)::int as n from (
        select s.union_path as path, s.from_on as day, 1 as n from memberships s
        where s.standing = 'full' and s.from_on > ${start} and s.from_on <= ${today} ${near}
        union all
        select s.union_path, s.until_on, -1 from memberships s
        where s.standing = 'full' and s.until_on > ${start} and s.until_on <= ${today} ${near}) m
      group by path, day),
    daily as materialized (
      select o.id, o.path, m.day, sum(m.n)::int as n from moves m cross join generate_series(1, length(m.path) / 4) k
        join scope o on o.path = left(m.path, k * 4) group by o.id, o.path, m.day),
    fallen as materialized (
      select d.id, -sum(d.n)::int as lost, (select coalesce(sum(c.member_count), 0)::int from member_counts c
        where c.union_path >= d.path and c.union_path < d.path || '~') - sum(d.n)::int as before
      from daily d group by d.id, d.path having -sum(d.n) >= ${least}::int),
    measured as (select id, lost, before, greatest(${least}::int, ceil(before * ${percent}::int / 100.0)::int) as measure from fallen
      where lost * 100 >= ${percent}::int * before)
    select 'lost' as kind, '' as subject, m.id as "unionId", min(r.day)::text as since,
      jsonb_build_object('lost', m.lost, 'before', m.before, 'months', ${months}::int) as figures
    from measured m join (select id, day, sum(n) over (partition by id order by day) as run from daily) r on r.id = m.id and -r.run >= m.measure
    group by m.id, m.lost, m.before`,
  )
}

/** Nothing done for so many days, by the union or one of its branches; counted from the first line that the platform itself has. */
export function findInactive(db: Db, today: Day, { days }: Measures['inactive'], reach: Reach) {
  return read(
    db,
    sql`
    with ${unionsIn(reach)},
    first as (select (min(at) at time zone 'Asia/Shanghai')::date as day from journal),
    last as materialized (
      select u.path, u.kind, l.day from unions u cross join lateral (
        select (j.at at time zone 'Asia/Shanghai')::date as day from journal j
        where j.union_path = u.path and j.act not like 'alarms.%' and j.act not like 'supervision.%' order by j.at desc limit 1) l),
    heard as (
      select distinct on (l.path) o.id, l.day from last l cross join generate_series(1, length(l.path) / 4) k
        join unions o on o.path = left(l.path, k * 4) and (o.path = l.path or l.kind in ${own}) and o.kind not in ${own}
      order by l.path, k desc)
    select 'inactive' as kind, '' as subject, o.id as "unionId", greatest(o.begun, f.day, max(h.day))::text as since,
      jsonb_build_object('days', ${days}::int) as figures
    from scope o cross join first f left join heard h on h.id = o.id
    group by o.id, o.begun, f.day having greatest(o.begun, f.day, max(h.day)) <= ${addDays(today, -days)}::date`,
  )
}

const posts = (kinds: readonly string[]) => sql`${sql.param(`{${kinds.join(',')}}`)}::text[]`
const heads = ['chair', 'organiser', 'preparatoryHead']
/** Who sits on the committee of a union. */
export const committee = ['chair', 'viceChair', 'fullTimeViceChair', 'secretaryGeneral', 'standingMember', 'member']
const branchHeads = ['branchChair', 'chair']
const leaders = ['groupLeader']
const whole = sql.raw(`('basic', 'joint', 'newEmployment')`)

const held = (today: Day, kinds: readonly string[], id: string) => sql`(
  select bool_or(a.in_office @> ${today}::date) as now, max(upper(a.in_office)) filter (where upper(a.in_office) <= ${today}) as last
  from appointments a where a.union_id = ${sql.raw(id)} and a.kind = any (${posts(kinds)}) and not a.waits_for_confirmation)`

/** Members of a union and all below it. */
const membersOf = (path: string) =>
  sql.raw(
    `(select coalesce(sum(c.member_count), 0)::int from member_counts c where c.union_path >= ${path} and c.union_path < ${path} || '~')`,
  )

/**
 * Unions with a committee and nobody at its head; those without any committee; branches and groups without a head; unions below one that is
 * no more; a middle level that is missing.
 */
export function findBroken(db: Db, today: Day, { inner, direct }: Measures['broken'], reach: Reach) {
  return read(
    db,
    sql`
    with ${unionsIn(reach)},
    seats as materialized (
      select o.id, o.begun, h.now as headed, h.last as head_last, c.now as seated, c.last as seat_last
      from scope o cross join lateral ${held(today, heads, 'o.id')} h cross join lateral ${held(today, committee, 'o.id')} c)
    select 'vacant' as kind, '' as subject, id as "unionId", greatest(begun, head_last)::text as since, '{}'::jsonb as figures
      from seats where headed is not true and seated
    union all
    select 'broken', 'committee', id, greatest(begun, seat_last)::text, '{}'
      from seats where headed is not true and seated is not true
    union all
    select 'broken', 'head', u.id, greatest(coalesce(u.founded_on, u.effective_on), h.last)::text, '{}'
      from unions u cross join lateral ${held(today, branchHeads, 'u.id')} h
      where u.kind = 'branch' and u.state = 'active' and h.now is not true ${within(reach, 'u.id')}
    union all
    select 'broken', 'leader', u.id, greatest(coalesce(u.founded_on, u.effective_on), h.last)::text, '{}'
      from unions u cross join lateral ${held(today, leaders, 'u.id')} h
      where u.kind = 'group' and u.state = 'active' and h.now is not true ${within(reach, 'u.id')}
    union all
    select 'broken', 'inner', o.id, o.begun::text, jsonb_build_object('members', n.members)
      from scope o cross join lateral (select ${membersOf('o.path')} as members) n
      where o.kind in ${whole} and n.members >= ${inner}::int
        and not exists (select from unions b where b.parent_id = o.id and b.kind in ${own} and b.state = 'active')
    union all
    select 'broken', 'direct', o.id, o.begun::text, jsonb_build_object('members', n.members)
      from scope o join unions u on u.id = o.id join unions p on p.id = u.parent_id and p.kind = 'federation'
        cross join lateral (select ${membersOf('o.path')} as members) n
      where o.kind in ${whole} and n.members < ${direct}::int
        and exists (select from unions t where t.parent_id = p.id and t.kind in ('town', 'trade') and t.state = 'active')
    union all
    select 'broken', 'parent', u.id, coalesce(p.dissolved_on, p.effective_on)::text, '{}'
      from unions u join unions p on p.id = u.parent_id where u.state = 'active' and p.state = 'dissolved' ${within(reach, 'u.id')}`,
  )
}
