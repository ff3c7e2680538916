import { sql } from 'drizzle-orm'
import { dueBefore } from '#law/deadlines'
import { applied, type Clock, factsBy, inReach, inside, periodOf } from '#platform/duties'

export const clocks: Clock[] = [
  {
    id: 'D04',
    title: '换领法人资格证书',
    reads: ['unions'],
    owedBy: ['chair', 'organiser', 'organisationOfficer'],
    statutes: ['ORG-23.renewal', 'ORG-23.validity'],
    way: { title: '登记新证书的有效期', to: '/unions/:union/edit' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select c.union_id as "unionId", c.id as subject, c.recorded_on::text as since, c.valid_until::text as "dueOn",
          n.recorded_on::text as "endedOn", case when n.is_held then 'fulfilled' else 'void' end as ended
        from union_certificates c left join lateral (select recorded_on, is_held from union_certificates x
          where x.union_id = c.union_id and (x.recorded_on, x.id) > (c.recorded_on, c.id)
            and (not x.is_held or x.valid_until is distinct from c.valid_until) order by x.recorded_on, x.id limit 1) n on true
        where c.is_held and c.valid_until is not null ${inReach(reach, 'c.union_path')}`,
      ),
    // The window opens so long before the certificate ends; that is the day to be told.
    when(fact, law) {
      const renewal = law.on('ORG-23.renewal', fact.since, fact)
      const opens = dueBefore(fact.dueOn!, periodOf(renewal), law.calendar)
      return {
        dueOn: fact.dueOn!,
        lastDay: fact.dueOn!,
        warnOn: inside(fact.since, fact.dueOn!, [opens]),
        law: [applied(law, renewal, '到证书有效期届满日'), applied(law, law.on('ORG-23.validity', fact.since, fact))],
        reading: `${opens} 起可以申请换领，遇休息日不顺延`,
      }
    },
  },
]
