import { sql } from 'drizzle-orm'
import { dueBefore, sayPeriod } from '#law/deadlines'
import type { StatuteId } from '#law/statutes'
import {
  applied,
  type Clock,
  dayIn,
  type Fact,
  factsBy,
  given,
  inReach,
  type Law,
  periodOf,
  type Times,
  warned,
  within,
} from '#platform/duties'

const owedBy = ['chair', 'viceChair', 'organiser']
const way = { title: '职代会', to: '/congress/:page' }
const session = (
  reach: Parameters<Clock['facts']>[1],
  since: string,
  ended: ReturnType<typeof sql>,
  where: ReturnType<typeof sql>,
) =>
  sql`select s.union_id as "unionId", s.id as subject, s.id as page, s.title as about, ${sql.raw(since)}::text as since, ${ended}::text as "endedOn",
    s.opens_on::text as "dueOn" from congress_sessions s where s.cancelled_on is null and ${where} ${inReach(reach, 's.union_path')}`

/** So many days before the opening, which is planned ahead: the fact is the plan, the day is counted back from it. */
function beforeOpening(fact: Fact, law: Law, id: StatuteId): Times {
  const statute = law.on(id, fact.since, fact)
  const period = periodOf(statute)
  const day = dueBefore(fact.dueOn!, period, law.calendar)
  const dueOn = day > fact.since ? day : fact.since
  return {
    dueOn,
    lastDay: dueOn,
    warnOn: warned(fact, dueOn, law, 'short'),
    law: [applied(law, statute, sayPeriod(period))],
    period,
  }
}

const done = (step: string) => sql`(select p.done_on from congress_steps p where p.session_id = s.id and p.step = ${step})`

export const clocks: Clock[] = [
  {
    id: 'D18',
    title: '召开职工代表大会',
    reads: ['congress_sessions', 'congress_terms'],
    owedBy,
    statutes: ['WC-13.yearly', 'WC-13.halfYear'],
    way: { title: '职代会', to: '/congress' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`with held as (
            select s.union_id, s.union_path, ${dayIn('s.opened_at')} as on_day from congress_sessions s where s.kind <> 'joint' and s.closed_at is not null
            union select t.union_id, t.union_path, t.starts_on::text from congress_terms t)
          select h.union_id as "unionId", h.union_id as subject, h.on_day::text as since, (select min(n.on_day) from held n
            where n.union_id = h.union_id and n.on_day > h.on_day)::text as "endedOn", json_build_object('half', u.ownership = '全民所有制') as given
          from held h join unions u on u.id = h.union_id where true ${inReach(reach, 'h.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, fact.given?.half ? 'WC-13.halfYear' : 'WC-13.yearly'),
  },
  {
    id: 'D19',
    title: '会议材料送达职工代表',
    reads: ['congress_sessions', 'congress_steps'],
    owedBy,
    statutes: ['WC-17.papers'],
    way,
    facts: (db, reach) => factsBy(db, session(reach, 's.made_on', done('papers'), sql`s.kind <> 'joint'`)),
    when: (fact, law) => beforeOpening(fact, law, 'WC-17.papers'),
  },
  {
    id: 'D20',
    title: '向上一级工会报告职代会情况',
    reads: ['congress_sessions'],
    owedBy,
    statutes: ['WC-23.report'],
    way,
    facts: (db, reach) =>
      factsBy(
        db,
        session(
          reach,
          `(s.closed_at at time zone 'Asia/Shanghai')::date`,
          sql`s.reported_on`,
          sql`s.closed_at is not null and s.kind <> 'joint'`,
        ),
      ),
    when: (fact, law) => within(fact, law, 'WC-23.report'),
  },
  {
    id: 'D21',
    title: '公布职代会结果',
    reads: ['congress_sessions'],
    owedBy,
    statutes: ['WC-23.publish'],
    way,
    facts: (db, reach) =>
      factsBy(
        db,
        session(
          reach,
          `(s.closed_at at time zone 'Asia/Shanghai')::date`,
          sql`(s.published_at at time zone 'Asia/Shanghai')::date`,
          sql`s.closed_at is not null`,
        ),
      ),
    when: (fact, law) => within(fact, law, 'WC-23.publish'),
  },
  {
    id: 'D22',
    title: '职工代表大会换届',
    reads: ['congress_terms'],
    owedBy,
    statutes: ['WC-12.term', 'WC-12.delay'],
    way: { title: '职工代表', to: '/deputies/:union' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select t.union_id as "unionId", t.id as subject, t.starts_on::text as since, coalesce(t.delayed_until, t.ends_on)::text as "dueOn",
          (select min(n.made_on) from congress_terms n where n.union_id = t.union_id and n.number > t.number)::text as "endedOn"
        from congress_terms t where true ${inReach(reach, 't.union_path')}`,
      ),
    when: (fact, law) => given(fact, law, 'WC-12.term', { warn: 'long' }),
  },
]
