import { sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { issueTicket } from '#platform/files'
import type { Session } from '#platform/session'
import type { Kind, UnionPicture } from '../contract.ts'

/** Units with a plan in force, by kind: what was due by today and how it was fulfilled; those with most overdue first. */
export async function picture({ db, today }: Session, { page, size, kind }: Paging & { kind?: Kind | undefined }) {
  const { rows } = await db.execute<UnionPicture & { total: number }>(sql`
    with due as (
      select i.union_id, i.kind, count(*) filter (where i.due_on <= ${today}::date or i.published_on is not null)::int as due,
        count(*) filter (where i.published_on is not null and not i.is_void)::int as published,
        count(*) filter (where i.published_on <= i.due_on and not i.is_void)::int as "onTime",
        count(*) filter (where i.is_void or (i.published_on is null and i.due_on < ${today}::date))::int as overdue,
        sum((select count(*) from disclosure_steps s where s.item_id = i.id and s.step = 'faulted'))::int as faults,
        sum((select count(*) from disclosure_questions q where q.item_id = i.id))::int as questions,
        sum((select count(*) from disclosure_questions q where q.item_id = i.id and q.answer is not null))::int as answered
      from disclosure_items i where i.dropped_on is null group by i.union_id, i.kind
    )
    select p.union_id as "unionId", u.name, p.kind, (select count(*)::int from disclosure_entries e where e.plan_id = p.id and e.ended_on is null) as entries,
      coalesce(d.due, 0) as due, coalesce(d.published, 0) as published, coalesce(d."onTime", 0) as "onTime", coalesce(d.overdue, 0) as overdue,
      coalesce(d.faults, 0) as faults, coalesce(d.questions, 0) as questions, coalesce(d.answered, 0) as answered, count(*) over ()::int as total
    from disclosure_plans p join union_directory u on u.id = p.union_id left join due d on d.union_id = p.union_id and d.kind = p.kind
    where p.adopted_on is not null and p.replaced_on is null ${kind ? sql`and p.kind = ${kind}` : sql``}
    order by coalesce(d.overdue, 0) desc, p.union_path, p.kind limit ${size} offset ${(page - 1) * size}`)
  return { rows, total: rows[0]?.total ?? 0 }
}

export const exportPicture = (session: Session, filter: { kind?: Kind | undefined }) =>
  issueTicket(session, 'disclosure.exportPicture', filter)
