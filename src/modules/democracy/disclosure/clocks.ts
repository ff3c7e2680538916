import { sql } from 'drizzle-orm'
import { type Clock, factsBy, given, inReach, type Reach, within } from '#platform/duties'
import type { Db } from '#platform/db'
import { EMPLOYER } from './usecases/telling.ts'

const UNION = ['chair', 'organiser', 'fullTimeViceChair', 'secretaryGeneral'] as const
type Side = 'employer' | 'union'

const due = (side: Side) => (db: Db, reach: Reach) =>
  factsBy(
    db,
    sql`select i.union_id as "unionId", i.id as subject, i.period_from::text as since, i.due_on::text as "dueOn", left(e.title || '（' || i.label || '）', 80) as about, i.id as page,
      (case when i.is_void then null else coalesce(i.published_on, i.dropped_on) end)::text as "endedOn",
      case when i.published_on is null and i.dropped_on is not null then 'void' else 'fulfilled' end as ended
    from disclosure_items i join disclosure_entries e on e.id = i.entry_id where i.side = ${side} ${inReach(reach, 'i.union_path')}`,
  )
const asked = (side: Side) => (db: Db, reach: Reach) =>
  factsBy(
    db,
    sql`select q.union_id as "unionId", q.id as subject, coalesce(q.reopened_on, q.asked_on)::text as since, q.answered_on::text as "endedOn", q.item_id as page
    from disclosure_questions q where q.side = ${side} ${inReach(reach, 'q.union_path')}`,
  )
const publishing = {
  statutes: ['DISC-08.publish'],
  reads: ['disclosure_items'],
  way: { title: '起草公开事项', to: '/disclosure/items/:page' },
} as const
const answering = {
  statutes: ['DISC-09.answer'],
  reads: ['disclosure_questions'],
  way: { title: '答复意见', to: '/disclosure/items/:page' },
} as const

export const clocks: Clock[] = [
  {
    ...publishing,
    id: 'P33',
    title: '按目录公开事项',
    owedBy: [...EMPLOYER, ...UNION],
    facts: due('employer'),
    when: (fact, law) => given(fact, law, 'DISC-08.publish'),
  },
  {
    ...publishing,
    id: 'P34',
    title: '按目录公开会务',
    owedBy: UNION,
    facts: due('union'),
    when: (fact, law) => given(fact, law, 'DISC-08.publish'),
  },
  {
    ...answering,
    id: 'D29',
    title: '答复对公开事项的意见',
    owedBy: [...EMPLOYER, ...UNION],
    facts: asked('employer'),
    when: (fact, law) => within(fact, law, 'DISC-09.answer'),
  },
  {
    ...answering,
    id: 'P35',
    title: '答复对会务公开的意见',
    owedBy: UNION,
    facts: asked('union'),
    when: (fact, law) => within(fact, law, 'DISC-09.answer'),
  },
  {
    id: 'D28',
    title: '公开栏保持公开',
    reads: ['disclosure_items'],
    owedBy: UNION,
    statutes: ['DISC-07.display'],
    way: { title: '看公开事项', to: '/disclosure/items/:page' },
    // It ends by itself on the last day; what is taken down before that is void, and owed again by the clocks above.
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select i.union_id as "unionId", i.id as subject, i.published_on::text as since, i.shown_until::text as "dueOn", i.id as page,
          least(i.taken_down_on, i.shown_until)::text as "endedOn", case when i.is_void then 'void' else 'fulfilled' end as ended
        from disclosure_items i where i.published_on is not null ${inReach(reach, 'i.union_path')}`,
      ),
    when: (fact, law) => given(fact, law, 'DISC-07.display'),
  },
  {
    id: 'D30',
    title: '会同工会调查公开问题的举报',
    reads: ['disclosure_reports'],
    owedBy: UNION,
    statutes: ['DISC-11.investigate'],
    way: { title: '登记调查结果', to: '/disclosure/reports' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, received_on::text as since, investigated_on::text as "endedOn"
        from disclosure_reports where true ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'DISC-11.investigate'),
  },
]
