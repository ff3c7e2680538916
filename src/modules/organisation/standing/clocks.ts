import { sql } from 'drizzle-orm'
import { type Clock, factsBy, inReach, within } from '#platform/duties'

const owedBy = ['organisationOfficer', 'chair', 'organiser', 'fullTimeViceChair']

export const clocks: Clock[] = [
  {
    id: 'P12',
    title: '办理会员的会籍申请',
    reads: ['standing_changes'],
    owedBy,
    statutes: ['MEM-08.answer'],
    way: { title: '办理会籍变动', to: '/standing/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, id as page, opened_on::text as since, coalesce(decided_on, dropped_on)::text as "endedOn",
          case when decided_on is null then 'void' else 'fulfilled' end as ended
        from standing_changes where started_by = 'member' and kind in ('leave', 'retain', 'restore') ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'MEM-08.answer'),
  },
  {
    id: 'P13',
    title: '开除会籍报上一级工会备案',
    reads: ['standing_changes'],
    owedBy,
    statutes: ['MEM-10.report', 'MEM-10.expulsion'],
    way: { title: '登记备案', to: '/standing/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, id as page, decided_on::text as since, reported_on::text as "endedOn"
        from standing_changes where kind = 'expel' and state = 'done' ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'MEM-10.report'),
  },
]
