import { sql } from 'drizzle-orm'
import { type Clock, dayIn, factsBy, inReach, within } from '#platform/duties'

export const clocks: Clock[] = [
  {
    id: 'P11',
    title: '公布已通过的章程',
    reads: ['charters'],
    owedBy: ['chair', 'organiser', 'organisationOfficer'],
    statutes: ['ORG-07.publish'],
    way: { title: '公布章程', to: '/charters/:union' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select union_id as "unionId", id as subject, adopted_on::text as since, ${dayIn('published_at')} as "endedOn"
        from charters where adopted_on is not null ${inReach(reach, 'union_path')}`,
      ),
    when: (fact, law) => within(fact, law, 'ORG-07.publish'),
  },
]
