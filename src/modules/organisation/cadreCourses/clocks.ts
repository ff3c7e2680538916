import { sql } from 'drizzle-orm'
import { type Clock, factsBy, inReach, within } from '#platform/duties'

/** Who is newly elected to lead a union takes the qualification course within the year, unless he has it from before. */
export const clocks: Clock[] = [
  {
    id: 'D15',
    title: '新任主席、副主席参加上岗资格培训',
    reads: ['appointments', 'cadre_trainings'],
    owedBy: ['chair', 'fullTimeViceChair', 'viceChair', 'organiser', 'organisationOfficer'],
    statutes: ['ELEC-33.training'],
    way: { title: '报名培训或登记结业', to: '/courses' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select a.union_id as "unionId", a.id as subject, a.from_on::text as since,
          case a.kind when 'chair' then '主席' when 'organiser' then '组织员' else '副主席' end as about,
          least(t.done, upper(a.in_office))::text as "endedOn",
          case when t.done <= coalesce(upper(a.in_office), 'infinity') then 'fulfilled' else 'void' end as ended
        from appointments a left join lateral (select min(x.completed_on) as done from cadre_trainings x
          where x.member_id = a.member_id and x.kind = 'qualification' and x.completed_on >= a.from_on) t on true
        where a.kind in ('chair', 'viceChair', 'fullTimeViceChair', 'organiser') and a.came in ('elected', 'byElection')
          and a.substitute_for is null and not a.waits_for_confirmation and a.ended_why is distinct from 'mistake' and not isempty(a.in_office)
          and not exists (select 1 from cadre_trainings b where b.member_id = a.member_id and b.kind = 'qualification' and b.completed_on < a.from_on)
          ${inReach(reach, 'a.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'ELEC-33.training'),
  },
]
