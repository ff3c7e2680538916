import { sql } from 'drizzle-orm'
import { type Clock, dayIn, factsBy, inReach, within } from '#platform/duties'

export const clocks: Clock[] = [
  {
    id: 'D82',
    title: '答复更正个人信息的请求',
    reads: ['member_corrections'],
    owedBy: ['organisationOfficer', 'chair', 'organiser', 'fullTimeViceChair'],
    statutes: ['PI-08.answer'],
    way: { title: '核对更正请求', to: '/members/corrections' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, ${dayIn('asked_at')} as since, ${dayIn('coalesce(decided_at, withdrawn_at)')} as "endedOn",
          case when decided_at is null then 'void' else 'fulfilled' end as ended
        from member_corrections where true ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'PI-08.answer'),
  },
]
