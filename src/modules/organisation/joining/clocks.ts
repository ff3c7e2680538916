import { sql } from 'drizzle-orm'
import { type Clock, factsBy, given, inReach } from '#platform/duties'

/** An application to join is answered within the days that the union's own rule promises (MEM-02.answer). */
export const clocks: Clock[] = [
  {
    id: 'P01',
    title: '答复入会申请',
    reads: ['join_applications'],
    owedBy: ['organisationOfficer', 'chair', 'organiser', 'fullTimeViceChair'],
    statutes: ['MEM-02.answer'],
    way: { title: '审批入会申请', to: '/joining/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, id as page, applied_on::text as since, due_on::text as "dueOn",
          decided_on::text as "endedOn", case when state = 'withdrawn' then 'void' else 'fulfilled' end as ended
        from join_applications where true ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => given(fact, law, 'MEM-02.answer', { warn: 'promise', reading: '按本会会员管理制度规定的工作日计算' }),
  },
]
