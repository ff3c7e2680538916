import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db'
import { type Clock, type Fact, factsBy, inReach, type Reach, within } from '#platform/duties'

/** Each layer that a change waits at: from the day it came until that superior agreed, returned or approved. */
const layers = (db: Db, reach: Reach, isChair: boolean): Promise<Fact[]> =>
  factsBy(
    db,
    sql`select * from (
      select coalesce(case when n.step in ('agreed', 'returned', 'approved') then n.at_union when c.state = 'filed' then c.waits_for end, p.parent_id)
          as "unionId", s.id as subject, c.id as page, (s.at at time zone 'Asia/Shanghai')::date::text as since,
        (n.at at time zone 'Asia/Shanghai')::date::text as "endedOn", case when n.step = 'withdrawn' then 'void' else 'fulfilled' end as ended
      from union_change_steps s join union_changes c on c.id = s.change_id join unions p on p.id = s.at_union
        left join lateral (select step, at, at_union from union_change_steps x
          where x.change_id = s.change_id and (x.at, x.id) > (s.at, s.id) order by x.at, x.id limit 1) n on true
      where s.step in ('filed', 'agreed') and (c.kind = 'chair') = ${isChair} and (n.step is not null or c.state = 'filed')) f
    where f."unionId" is not null ${inReach(reach, 'f."unionId"')}`,
  )

const decide = { title: '审批组织变更', to: '/changes/:page' }
const owedBy = ['chair', 'fullTimeViceChair', 'viceChair', 'secretaryGeneral', 'organisationOfficer']

export const clocks: Clock[] = [
  {
    id: 'P04',
    title: '批复组织变更',
    reads: ['union_changes', 'union_change_steps'],
    owedBy,
    statutes: ['ORG-02.answer'],
    way: decide,
    facts: (db, reach) => layers(db, reach, false),
    when: (fact, law) => within(fact, law, 'ORG-02.answer'),
  },
  {
    id: 'D17',
    title: '答复主席变更的报告',
    reads: ['union_changes', 'union_change_steps'],
    owedBy,
    statutes: ['ORG-31.answer', 'ORG-31.silence'],
    way: decide,
    facts: (db, reach) => layers(db, reach, true),
    when(fact, law) {
      const silence = law.on('ORG-31.silence', fact.since, fact)
      return within(fact, law, 'ORG-31.answer', { reading: silence.says })
    },
  },
  {
    id: 'D05',
    title: '办理变更登记',
    reads: ['union_changes'],
    owedBy: ['chair', 'organiser', 'organisationOfficer'],
    statutes: ['ORG-24.change', 'ORG-24.deregister'],
    way: { title: '登记办理日期', to: '/changes/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, id as page, effective_on::text as since, registered_on::text as "endedOn",
          jsonb_build_object('isEnd', kind in ('merge', 'dissolve')) as given
        from union_changes where state = 'approved' and register_by is not null ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => within(fact, law, fact.given?.isEnd ? 'ORG-24.deregister' : 'ORG-24.change'),
  },
]
