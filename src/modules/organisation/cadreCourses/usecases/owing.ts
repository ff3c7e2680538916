import { sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { inOffice } from '#modules/organisation/competences'
import { postTitle } from '#rules/organisation/posts'
import type { Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Owing } from '../contract.ts'

/** Chairs and vice-chairs in office without a qualification training, and by when they owe it (ELEC-33). */
async function owingIn(session: Session) {
  const { today } = session
  const { value: months } = (await statutesFor(session)).on('ELEC-33.training', today)
  return sql`select distinct on (a.member_id) a.member_id, a.person_name, a.union_id, a.union_path, a.kind, a.title, a.from_on,
      (a.from_on + make_interval(months => ${months}))::date as due_on
    from appointments a
    where ${inOffice(today)} and a.kind in ('chair', 'viceChair', 'fullTimeViceChair', 'organiser')
      and not exists (select from cadre_trainings t where t.member_id = a.member_id and t.kind = 'qualification' and t.completed_on is not null)
    order by a.member_id, a.from_on`
}

type Row = Omit<Owing, 'title'> & { kind: string; title: string | null; total: number }

/** Who still owes the qualification training, whoever is due first in front; `late`: past the day. */
export async function owing(session: Session, { page, size, late }: Paging & { late?: boolean | undefined }) {
  const { db, today } = session
  const owed = await owingIn(session)
  const { rows } = await db.execute<Row>(sql`
    select o.member_id as "memberId", o.person_name as "personName", o.union_id as "unionId", u.name as "unionName", o.kind, o.title,
      o.from_on::text as "fromOn", o.due_on::text as "dueOn", count(*) over ()::int as total,
      (select t.title from cadre_trainings t join cadre_courses c on c.id = t.course_id where t.member_id = o.member_id
        and t.kind = 'qualification' and t.withdrawn_at is null and c.closed_at is null and c.cancelled_at is null
        order by c.starts_on limit 1) as "enrolledIn"
    from (${owed}) o join unions u on u.id = o.union_id
    ${late === undefined ? sql`` : late ? sql`where o.due_on < ${today}` : sql`where o.due_on >= ${today}`}
    order by o.due_on, o.member_id limit ${size} offset ${(page - 1) * size}`)
  return {
    rows: rows.map(({ total: _total, kind, title, ...row }) => ({ ...row, title: postTitle(kind, title) })),
    total: rows[0]?.total ?? 0,
  }
}

/** Training hours per cadre, subjects covered, pass rate of the year, and who owes the qualification training. */
export async function figures(session: Session) {
  const { db, today } = session
  const owed = await owingIn(session)
  const year = Number(today.slice(0, 4))
  const inYear = sql`between ${`${year}-01-01`} and ${`${year}-12-31`}`
  const { rows } = await db.execute<
    Record<'cadres' | 'trained' | 'hours' | 'completed' | 'missed' | 'owing' | 'late', number>
  >(sql`
    select (select count(distinct a.member_id)::int from appointments a where ${inOffice(today)}) as cadres,
      count(distinct t.member_id) filter (where t.completed_on ${inYear})::int as trained,
      coalesce(sum(t.hours) filter (where t.completed_on ${inYear}), 0)::int as hours,
      count(*) filter (where t.completed_on ${inYear} and t.course_id is not null)::int as completed,
      count(*) filter (where t.missed_why is not null and t.starts_on ${inYear})::int as missed,
      (select count(*)::int from (${owed}) o) as owing,
      (select count(*)::int from (${owed}) o where o.due_on < ${today}) as late
    from cadre_trainings t`)
  const { rows: subjects } = await db.execute<{ subject: string; people: number }>(sql`
    select s as subject, count(distinct t.member_id)::int as people from cadre_trainings t, unnest(t.subjects) s
    where t.completed_on ${inYear} group by s order by s`)
  return { year, ...rows[0]!, subjects }
}
