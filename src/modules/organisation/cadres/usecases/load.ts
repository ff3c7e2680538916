import { sql } from 'drizzle-orm'
import { addMonths } from '#kit/dates'
import { inOffice } from '#modules/organisation/competences'
import type { Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { allowanceOn, CROWDED_SHARE, type Load, MONTHS_SEEN } from '../rules.ts'

const list = (values: readonly string[]) =>
  values.length
    ? sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )
    : sql`''`

/** The first days of this month and of the full months before it that are looked at, the latest first. */
export function monthsSeen(today: string) {
  const first = `${today.slice(0, 7)}-01`
  return [0, 1, 2, 3].slice(0, MONTHS_SEEN + 1).map((back) => addMonths(first, -back))
}

/**
 * Every cadre within one's scope, as the common table `c` of a statement: who, where, full or part time, what was agreed, minutes of the
 * last months, how his time stands (`load`, the same as the rule `loadOf`), and what his file lacks.
 */
export async function cadresIn(session: Session) {
  const { today } = session
  const { hours: paid, isCumulated, outside } = allowanceOn(today, await statutesFor(session))
  const [now, last, second, third] = monthsSeen(today) as [string, string, string, string]
  const year = `${last.slice(0, 4)}-01-01`
  const counted = sql`h.in_work_time and h.task not in (${list(outside)})`
  const sum = (when: unknown) => sql`coalesce(sum(h.minutes) filter (where ${when}), 0)::int`
  return sql`with held as (
      select a.member_id, (array_agg(a.person_name order by a.from_on desc))[1] as name,
        (array_agg(a.union_id order by a.union_path, a.id))[1] as union_id, min(a.union_path) as union_path,
        bool_or(a.full_time) as full_time, array_agg(distinct a.kind) as kinds, min(a.from_on) as since_on, max(a.until_on) as until_on,
        bool_or(a.basis is null) as no_basis
      from appointments a where ${inOffice(today)} group by a.member_id),
    agreed as (select distinct on (g.member_id) g.member_id, g.hours_per_month as hours from cadre_time_agreements g
      where g.from_on <= ${today} and (g.until_on is null or g.until_on >= ${today}) order by g.member_id, g.from_on desc),
    done as (select h.member_id, ${sum(sql`h.on_day >= ${now}`)} as m0, ${sum(sql`h.on_day >= ${last} and h.on_day < ${now}`)} as m1,
        ${sum(sql`h.on_day >= ${second} and h.on_day < ${last}`)} as m2, ${sum(sql`h.on_day >= ${third} and h.on_day < ${second}`)} as m3,
        ${sum(sql`${counted} and h.on_day >= ${last} and h.on_day < ${now}`)} as counted,
        ${sum(sql`${counted} and h.on_day >= ${year} and h.on_day < ${now}`)} as in_year
      from cadre_hours h where h.on_day >= least(${third}::date, ${year}::date) and h.on_day <= ${today} group by h.member_id),
    timed as (select held.*, agreed.hours as agreed, coalesce(m0, 0) as m0, coalesce(m1, 0) as m1, coalesce(m2, 0) as m2, coalesce(m3, 0) as m3,
        coalesce(counted, 0) as counted, coalesce(in_year, 0) as in_year, greatest(${paid}, coalesce(agreed.hours, 0)) * 60 as most
      from held left join agreed using (member_id) left join done using (member_id)),
    c as (select timed.*, case
        when full_time then 'fullTime'
        when m1 + m2 + m3 = 0 then 'silent'
        when ${isCumulated} and in_year > most * ${Number(last.slice(5, 7))} or not ${isCumulated} and counted > most then 'over'
        when agreed is not null and m1 + m2 + m3 < agreed * 60 * ${MONTHS_SEEN} * ${sql.raw(String(CROWDED_SHARE))} then 'crowded'
        else 'kept' end as load,
      array_remove(array[
        case when not full_time and agreed is null then 'agreement' end,
        case when kinds && array['chair', 'viceChair', 'fullTimeViceChair', 'organiser'] and not exists (select from cadre_trainings t
          where t.member_id = timed.member_id and t.kind = 'qualification' and t.completed_on is not null) then 'qualification' end,
        case when not exists (select from competence_ratings r where r.member_id = timed.member_id
          and r.year = ${Number(today.slice(0, 4))} and r.confirmed_at is not null) then 'rating' end,
        case when no_basis then 'basis' end], null) as lacks
      from timed)`
}

export type CadreRow = {
  memberId: string
  personName: string
  unionId: string
  unionName: string
  isFullTime: boolean
  sinceOn: string
  untilOn: string | null
  agreedHours: number | null
  minutes: number[]
  thisMonth: number
  load: Load
  lacks: string[]
}

/** The columns of a cadre as the contract shows them, from `c` and its union `u`. */
export const cadreColumns = sql`c.member_id as "memberId", c.name as "personName", c.union_id as "unionId", u.name as "unionName",
  c.full_time as "isFullTime", c.since_on::text as "sinceOn", c.until_on::text as "untilOn", c.agreed as "agreedHours",
  array[c.m1, c.m2, c.m3] as minutes, c.m0 as "thisMonth", c.load, c.lacks`
