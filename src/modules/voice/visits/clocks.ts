import { sql } from 'drizzle-orm'
import { type Clock, dayIn, factsBy, given, inReach } from '#platform/duties'

const owedBy = ['fullTimeViceChair', 'viceChair', 'secretaryGeneral', 'organisationOfficer', 'chair']

/** A superior's own promises: the visit on its day, and what it took home from one by the day that was agreed. */
export const clocks: Clock[] = [
  {
    id: 'P41',
    title: '按计划走访联系点',
    reads: ['visits'],
    owedBy,
    statutes: ['DUTY-03.visit'],
    way: { title: '看走访', to: '/contacts/visits/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select v.from_union_id as "unionId", v.id as subject, v.id as page, u.name as about, v.planned_on::text as "dueOn",
          least((v.made_at at time zone 'Asia/Shanghai')::date, v.planned_on)::text as since,
          ${dayIn('coalesce(v.submitted_at, v.dropped_at)')} as "endedOn",
          case when v.dropped_at is null then 'fulfilled' else 'void' end as ended
        from visits v join unions u on u.id = v.union_id where true ${inReach(reach, 'v.from_union_id')}`,
      ),
    when: (fact, law) => given(fact, law, 'DUTY-03.visit'),
  },
  {
    id: 'P42',
    title: '办理走访中收下的问题',
    reads: ['visit_problems'],
    owedBy,
    statutes: ['DUTY-03.problem'],
    way: { title: '看走访问题', to: '/contacts/problems' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select v.from_union_id as "unionId", p.id as subject, u.name as about, p.raised_on::text as since, p.due_on::text as "dueOn",
          p.resolved_on::text as "endedOn"
        from visit_problems p join visits v on v.id = p.visit_id join unions u on u.id = v.union_id
        where true ${inReach(reach, 'v.from_union_id')}`,
      ),
    when: (fact, law) => given(fact, law, 'DUTY-03.problem'),
  },
]
