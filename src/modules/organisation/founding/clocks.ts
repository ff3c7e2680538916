import { sql } from 'drizzle-orm'
import { type Clock, factsBy, given, inReach, within } from '#platform/duties'

const leading = ['chair', 'fullTimeViceChair', 'viceChair', 'secretaryGeneral', 'organisationOfficer']

/** What a superior owes a founding group, and what the new union owes after its approval. */
export const clocks: Clock[] = [
  {
    id: 'P09',
    title: '答复建会申请',
    reads: ['founding_filings'],
    owedBy: leading,
    statutes: ['ORG-50.answer'],
    way: { title: '审查建会申请', to: '/founding/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, founding_id as page, (filed_at at time zone 'Asia/Shanghai')::date::text as since,
          answer_by::text as "dueOn", (answered_at at time zone 'Asia/Shanghai')::date::text as "endedOn",
          case when answer = 'withdrawn' then 'void' else 'fulfilled' end as ended
        from founding_filings where true ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => given(fact, law, 'ORG-50.answer', { reading: '按报送当日的规则计算' }),
  },
  {
    id: 'D11',
    title: '批复选举结果',
    reads: ['foundings'],
    owedBy: leading,
    statutes: ['ELEC-23.answer'],
    way: { title: '登记成立', to: '/founding/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select f.union_id as "unionId", s.id as subject, f.id as page, (s.at at time zone 'Asia/Shanghai')::date::text as since,
          f.closed_on::text as "endedOn"
        from founding_steps s join foundings f on f.id = s.founding_id where s.step = 'reported' and f.state in ('elected', 'registered')
          and not exists (select 1 from founding_steps l where l.founding_id = f.id and l.step = 'reported' and l.seq > s.seq)
          ${inReach(reach, 'f.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'ELEC-23.answer'),
  },
  {
    id: 'D02',
    title: '申请工会法人资格登记',
    reads: ['foundings', 'unions'],
    owedBy: ['chair', 'preparatoryHead', 'organiser', 'organisationOfficer'],
    statutes: ['ORG-22.apply'],
    way: { title: '登记法人资格证书', to: '/unions/:union/edit' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select f.founded_union_id as "unionId", f.id as subject, (f.decided_at at time zone 'Asia/Shanghai')::date::text as since,
          (select min(c.recorded_on) from union_certificates c where c.union_id = f.founded_union_id and c.is_held)::text as "endedOn"
        from foundings f where f.founded_union_id is not null and f.decided_at is not null ${inReach(reach, 'f.founded_union_id')}`,
      ),
    when: (fact, law) => within(fact, law, 'ORG-22.apply'),
  },
]
