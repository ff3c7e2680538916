import { type SQL, sql } from 'drizzle-orm'
import { applied, type Clock, factsBy, type Fact, given, inReach, type Law } from '#platform/duties'

/**
 * A public notice of candidates: it stays up until its last day, and what is said meanwhile is answered by then. It ends with the last of
 * both; an election given up ends it too.
 */
const noticed = (which: SQL) => sql`select e.union_id as "unionId", e.id as subject, e.id as page, e.notice_on::text as since,
    e.notice_until::text as "dueOn",
    case when e.closed_on < e.notice_until then e.closed_on
      when exists (select 1 from election_challenges c where c.election_id = e.id and c.about = 'candidate' and c.answered_on is null) then e.closed_on
      else greatest(e.notice_until, (select max(c.answered_on) from election_challenges c where c.election_id = e.id and c.about = 'candidate'))
    end::text as "endedOn",
    case when e.state = 'withdrawn' and e.closed_on < e.notice_until then 'void' else 'fulfilled' end as ended
  from elections e where e.notice_on is not null and not e.is_rehearsal and ${which}`

const hasChair = sql.raw(`exists (select 1 from election_contests c join unions u on u.id = e.union_id
  where c.election_id = e.id and c.post = 'chair' and u.unit_type in ('stateEnterprise', 'privateEnterprise'))`)
const way = { title: '看公示和意见', to: '/elections/:page' }
const owedBy = ['chair', 'organiser', 'viceChair', 'organisationOfficer']
const reads = ['elections', 'election_challenges']

/** Seven days where an enterprise's chair stands, and never fewer than the five working days of the members. */
const withMembers = (fact: Fact, law: Law, id: 'ELEC-09.notice' | 'ELEC-09.chairNotice') => {
  const times = given(fact, law, id, { warn: 'promise', reading: '公示到公布的最后一天；期间的意见都要答复' })
  return id === 'ELEC-09.notice'
    ? times
    : { ...times, law: [...times.law, applied(law, law.on('ELEC-09.notice', fact.since, fact))] }
}

export const unanswered: Clock[] = [
  {
    ...{ id: 'D09', title: '候选人公示满期并答复意见', reads, owedBy, statutes: ['ELEC-09.notice'], way },
    facts: (db, reach) => factsBy(db, sql`${noticed(sql`not ${hasChair}`)} ${inReach(reach, 'e.union_path')}`),
    when: (fact, law) => withMembers(fact, law, 'ELEC-09.notice'),
  },
  {
    ...{ id: 'D10', title: '企业工会主席候选人公示满期并答复意见', reads, owedBy, way },
    statutes: ['ELEC-09.chairNotice', 'ELEC-09.notice'],
    facts: (db, reach) => factsBy(db, sql`${noticed(hasChair)} ${inReach(reach, 'e.union_path')}`),
    when: (fact, law) => withMembers(fact, law, 'ELEC-09.chairNotice'),
  },
]
