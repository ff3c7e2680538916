import { sql } from 'drizzle-orm'
import { type Clock, factsBy, inReach, within } from '#platform/duties'

const owedBy = ['chair', 'viceChair', 'organiser']

export const clocks: Clock[] = [
  {
    id: 'D87',
    title: '补选职工代表',
    reads: ['deputies'],
    owedBy,
    statutes: ['WC-11.vacancy'],
    way: { title: '职工代表', to: '/deputies/:union' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select d.union_id as "unionId", d.id as subject, d.until::text as since,
          coalesce((select n.since from deputies n where n.replaces_id = d.id),
            case when coalesce(t.delayed_until, t.ends_on) < d.until + 92 then coalesce(t.delayed_until, t.ends_on) end)::text as "endedOn"
        from deputies d join congress_terms t on t.id = d.term_id
        where d.until is not null and d.ended_by <> 'mistaken' ${inReach(reach, 'd.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'WC-11.vacancy'),
  },
]
