import { sql } from 'drizzle-orm'
import { type Clock, factsBy, inReach, within } from '#platform/duties'

export const clocks: Clock[] = [
  {
    id: 'D01',
    title: '督促单位建立工会',
    reads: ['employers'],
    owedBy: ['organisationOfficer', 'instructor', 'chair', 'fullTimeViceChair'],
    statutes: ['ORG-15.founding'],
    way: { title: '推进建会', to: '/employers/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        // Founded on the first day it was; a unit that closed later had its union.
        sql`select e.union_id as "unionId", e.id as subject, e.id as page, left(e.name, 80) as about, e.set_up_on::text as since,
          e.credit_code as "creditCode", coalesce(s.founded, case when e.stage in ('founded', 'closed') then e.stage_on end)::text as "endedOn",
          case when s.founded is not null or e.stage = 'founded' then 'fulfilled' else 'void' end as ended
        from employers e left join lateral (select min(on_day) as founded from employer_steps x
          where x.employer_id = e.id and x.stage = 'founded') s on true
        where e.set_up_on is not null and not (e.stage in ('founded', 'closed') and coalesce(s.founded, e.stage_on) is null)
          ${inReach(reach, 'e.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'ORG-15.founding'),
  },
]
