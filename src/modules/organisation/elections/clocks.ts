import { type SQL, sql } from 'drizzle-orm'
import { type Clock, dayIn, factsBy, given, inReach, within } from '#platform/duties'
import { unanswered } from './clocks/notices.ts'

const leading = ['chair', 'fullTimeViceChair', 'viceChair', 'secretaryGeneral', 'organisationOfficer']
const office = ['chair', 'organiser', 'viceChair', 'organisationOfficer']

/** What was sent up, owed by who answers it; what the union takes back needs no answer any more. */
const filed = (
  which: SQL,
) => sql`select f.superior_id as "unionId", f.id as subject, e.id as page, ${dayIn('f.filed_at')} as since,
    f.answer_by::text as "dueOn", coalesce(${dayIn('f.answered_at')}, e.closed_on::text) as "endedOn",
    case when f.answered_at is null then 'void' else 'fulfilled' end as ended,
    case f.what when 'plan' then '方案' when 'candidates' then '候选人' when 'delay' then '延期' when 'acting' then '主持工作' end as about
  from election_filings f join elections e on e.id = f.election_id
  where f.superior_id is not null and not e.is_rehearsal and ${which}`
const isCongress = sql.raw(`f.what = 'plan' and f.content -> 'plan' ->> 'assembly' = 'congress'`)
const isSmall = sql`f.what <> 'result' and not (${isCongress})`
const way = { title: '批复选举报送', to: '/elections/:page' }

/** Answers that the superior owes, notices, and what a new chair brings with it. D11, D13 and D05 of the collection run where first elections, posts and changes are; P30 to P32 are the same rules for facts of elections. */
export const clocks: Clock[] = [
  ...unanswered,
  {
    id: 'P30',
    title: '批复选举结果',
    reads: ['election_filings', 'elections'],
    owedBy: leading,
    statutes: ['ELEC-23.answer'],
    way,
    facts: (db, reach) => factsBy(db, sql`${filed(sql`f.what = 'result'`)} ${inReach(reach, 'f.superior_id')}`),
    when: (fact, law) => within(fact, law, 'ELEC-23.answer'),
  },
  {
    id: 'D12',
    title: '批复召开会员代表大会的方案',
    reads: ['election_filings', 'elections'],
    owedBy: leading,
    statutes: ['ELEC-39.answer'],
    way,
    facts: (db, reach) => factsBy(db, sql`${filed(isCongress)} ${inReach(reach, 'f.superior_id')}`),
    when: (fact, law) => within(fact, law, 'ELEC-39.answer'),
  },
  {
    id: 'P29',
    title: '答复选举报送',
    reads: ['election_filings', 'elections'],
    owedBy: leading,
    statutes: ['ELEC-23.answer'],
    way,
    facts: (db, reach) => factsBy(db, sql`${filed(isSmall)} ${inReach(reach, 'f.superior_id')}`),
    when: (fact, law) => given(fact, law, 'ELEC-23.answer', { reading: '法规没有写明期限，比照结果报批的期限' }),
  },
  {
    id: 'P31',
    title: '主持工作期满前选出主席',
    reads: ['appointments', 'election_filings'],
    owedBy: ['viceChair', 'fullTimeViceChair', 'standingMember', 'member', 'organisationOfficer'],
    statutes: ['ELEC-30.acting'],
    way: { title: '办理补选', to: '/elections/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select f.union_id as "unionId", f.id as subject, f.election_id as page, ${dayIn('f.answered_at')} as since, '主持工作' as about,
          (select min(a.from_on) from appointments a where a.union_id = f.union_id and a.kind = 'chair' and a.substitute_for is null
            and a.from_on >= (f.answered_at at time zone 'Asia/Shanghai')::date and a.ended_why is distinct from 'mistake')::text as "endedOn"
        from election_filings f where f.what = 'acting' and f.answer = 'agreed' ${inReach(reach, 'f.union_id')}`,
      ),
    when: (fact, law) => within(fact, law, 'ELEC-30.acting'),
  },
  {
    id: 'P32',
    title: '办理法人变更登记',
    reads: ['elections', 'appointments', 'unions'],
    owedBy: office,
    statutes: ['ORG-24.change'],
    way: { title: '登记法人资格证书', to: '/unions/:union/edit' },
    // The certificate names the chair: another chair, another certificate.
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select e.union_id as "unionId", e.id as subject, e.closed_on::text as since, '主席变更' as about,
          (select min(c.recorded_on) from union_certificates c where c.union_id = e.union_id and c.is_held and c.recorded_on >= e.closed_on and c.id <> held.id)::text as "endedOn"
        from elections e
          join appointments a on a.union_id = e.union_id and a.kind = 'chair' and a.substitute_for is null and a.from_on = e.elected_on
            and a.came in ('elected', 'byElection') and a.ended_why is distinct from 'mistake'
          join lateral (select b.member_id from appointments b where b.union_id = e.union_id and b.kind = 'chair' and b.substitute_for is null
            and b.from_on < a.from_on and b.ended_why is distinct from 'mistake' order by b.from_on desc limit 1) before on before.member_id <> a.member_id
          join lateral (select c.id from union_certificates c where c.union_id = e.union_id and c.is_held and c.recorded_on <= e.closed_on
            order by c.recorded_on desc limit 1) held on true
        where e.state = 'approved' and e.kind in ('term', 'byElection') and not e.is_rehearsal ${inReach(reach, 'e.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'ORG-24.change'),
  },
]
