import { sql } from 'drizzle-orm'
import { type Clock, factsBy, inReach, within } from '#platform/duties'

export const clocks: Clock[] = [
  {
    id: 'D26',
    title: '审查征集到的提案',
    reads: ['proposal_windows', 'proposals'],
    owedBy: ['chair', 'organiser', 'organisationOfficer'],
    statutes: ['PROP-05.review'],
    way: { title: '审查提案', to: '/proposals/examine' },
    // Nothing to examine is done on the day it closed; one that came back to its author and was not handed in again waits for him.
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select w.union_id as "unionId", w.id as subject, w.closes_on::text as since, w.title as about,
          case when count(p.id) filter (where p.state = 'collected') = 0
            then greatest(w.closes_on, max(coalesce(p.examined_on, p.merged_on)))::text end as "endedOn"
        from proposal_windows w left join proposals p on p.window_id = w.id
        where true ${inReach(reach, 'w.union_path')} group by w.id`,
      ),
    when: (fact, law) => within(fact, law, 'PROP-05.review'),
  },
  {
    id: 'D27',
    title: '书面答复提案',
    reads: ['proposal_assignments'],
    owedBy: ['administrationClerk', 'administrationHead'],
    statutes: ['PROP-07.reply', 'PROP-07.complex'],
    way: { title: '答复提案', to: '/proposals/:page' },
    facts: (db, reach) =>
      factsBy(
        db,
        sql`select a.union_id as "unionId", a.id as subject, a.assigned_on::text as since, a.handler as about, a.answered_on::text as "endedOn",
          a.proposal_id as page, jsonb_build_object('isComplex', a.is_complex) as given
        from proposal_assignments a where true ${inReach(reach, 'a.union_path')}`,
      ),
    when: (fact, law) => within(fact, law, fact.given?.isComplex ? 'PROP-07.complex' : 'PROP-07.reply'),
  },
]
