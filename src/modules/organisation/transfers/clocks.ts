import { sql } from 'drizzle-orm'
import { type Clock, type Fact, factsBy, given, inReach, type Reach } from '#platform/duties'
import type { Db } from '#platform/db'

/** Each side of a transfer owes its yes or no; what the other does not wait for, nobody owes. */
const side = (db: Db, reach: Reach, which: 'old' | 'new'): Promise<Fact[]> => {
  const [union, path, done] =
    which === 'old' ? ['from_union_id', 'from_path', 'released_at'] : ['to_union_id', 'to_path', 'taken_at']
  return factsBy(
    db,
    sql`select ${sql.raw(union)} as "unionId", id as subject, id as page, started_on::text as since, due_on::text as "dueOn",
      coalesce((${sql.raw(done)} at time zone 'Asia/Shanghai')::date, ended_on)::text as "endedOn",
      case when ${sql.raw(done)} is not null or refused_by = ${which} then 'fulfilled' else 'void' end as ended
    from transfers where true ${inReach(reach, path)}`,
  )
}

const shared = {
  owedBy: ['organisationOfficer', 'chair', 'organiser', 'fullTimeViceChair'],
  statutes: ['MEM-05.answer'],
  reads: ['transfers'],
  way: { title: '办理转会', to: '/transfers/:page' },
  when: (fact, law) => given(fact, law, 'MEM-05.answer', { warn: 'promise', reading: '双方各自在承诺的工作日内确认' }),
} as const satisfies Partial<Clock>

export const clocks: Clock[] = [
  { ...shared, id: 'P02', title: '转出会员关系', facts: (db, reach) => side(db, reach, 'old') },
  { ...shared, id: 'P03', title: '接收会员关系', facts: (db, reach) => side(db, reach, 'new') },
]
