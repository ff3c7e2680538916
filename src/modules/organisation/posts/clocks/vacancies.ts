import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import { type Clock, type Fact, factsBy, inReach, type Law, type Reach, uuids, within } from '#platform/duties'
import type { Db } from '#platform/db'
import { type Kind, postTitle } from '../rules.ts'

/** Ends that leave a seat empty within its term; one that ran out is the re-election's matter. */
const left = sql.raw(`('resigned', 'moved', 'recalled', 'retired', 'died')`)
const withCommittees = ['federation', 'town', 'trade', 'regional', 'joint', 'basic', 'newEmployment']
const deputies = ['fullTimeViceChair', 'viceChair', 'secretaryGeneral', 'standingMember', 'organisationOfficer']

const chairFacts = (db: Db, reach: Reach) =>
  factsBy(
    db,
    sql`select a.union_id as "unionId", a.id as subject, a.ended_on::text as since,
      (select min(b.from_on) from appointments b where b.union_id = a.union_id and b.kind in ('chair', 'organiser') and b.id <> a.id
        and b.substitute_for is null and not b.waits_for_confirmation and b.from_on >= a.ended_on and b.ended_why is distinct from 'mistake')::text
        as "endedOn"
    from appointments a
    where a.kind in ('chair', 'organiser') and a.substitute_for is null and a.ended_why in ${left}
      and (a.until_on is null or a.ended_on <= a.until_on) ${inReach(reach, 'a.union_path')}`,
  )

/** A union that has had no head yet: newly approved, or taken over without its posts. */
async function firstFacts(db: Db, reach: Reach): Promise<Fact[]> {
  const { rows } = await db.execute<{ unionId: string; first: Day }>(sql`
    select a.union_id as "unionId", min(a.from_on)::text as first from appointments a
    where a.kind in ('chair', 'organiser') and not a.waits_for_confirmation and a.ended_why is distinct from 'mistake'
      ${inReach(reach, 'a.union_path')} group by a.union_id`)
  const firsts = new Map(rows.map(({ unionId, first }) => [unionId, first]))
  return [...reach.unions.values()].flatMap(({ id, kind, knownSince: since, state }) => {
    const first = firsts.get(id) ?? null
    if (!withCommittees.includes(kind) || (first !== null && first <= since)) return []
    return [{ unionId: id, subject: id, since, endedOn: first, about: state === 'preparing' ? '首届' : '尚未登记' }]
  })
}

type Seat = { unionId: string; id: string; seat: string; kind: Kind; title: string | null; from: Day; leftOn: Day | null }

/** Seats left early, each filled by the next who comes to a seat of the same kind. */
async function seatFacts(db: Db, reach: Reach): Promise<Fact[]> {
  const { rows: concerned } = reach.ids
    ? { rows: reach.ids.map((id) => ({ id })) }
    : await db.execute<{ id: string }>(sql`select distinct union_id as id from appointments where ended_why in ${left}`)
  const ids = concerned.map(({ id }) => id)
  if (!ids.length) return []
  const { rows } = await db.execute<Seat>(sql`
    select a.union_id as "unionId", a.id, case when a.kind = 'fullTimeViceChair' then 'viceChair' else a.kind end as seat, a.kind, a.title,
      a.from_on::text as from, case when a.ended_why in ${left} and (a.until_on is null or a.ended_on <= a.until_on) then a.ended_on end::text as "leftOn"
    from appointments a where a.kind in ('viceChair', 'fullTimeViceChair', 'standingMember', 'member', 'auditMember', 'womenMember')
      and a.substitute_for is null and not a.waits_for_confirmation and a.ended_why is distinct from 'mistake'
      and a.union_id = any (${uuids(ids)}) order by a.from_on, a.id`)
  return [...Map.groupBy(rows, ({ unionId, seat }) => `${unionId} ${seat}`).values()].flatMap(filled)
}

function filled(seats: readonly Seat[]): Fact[] {
  const free = new Set(seats)
  const empty = seats.filter(({ leftOn }) => leftOn).sort((a, b) => (a.leftOn! < b.leftOn! ? -1 : 1))
  return empty.map((seat) => {
    const next = [...free].find((other) => other !== seat && other.from >= seat.leftOn!)
    if (next) free.delete(next)
    const about = postTitle(seat.kind, seat.title)
    return {
      unionId: seat.unionId,
      subject: seat.id,
      since: seat.leftOn!,
      endedOn: next?.from ?? null,
      about,
      given: { seat: seat.seat },
    }
  })
}

/** Where local law names vice-chairs beside the chair, their seats have the chair's period. */
function seatTimes(fact: Fact, law: Law) {
  const chair = law.on('ELEC-30.byElection', fact.since, fact)
  const isLocal = fact.given?.seat === 'viceChair' && chair.scope !== 'national'
  return within(fact, law, isLocal ? 'ELEC-30.byElection' : 'ELEC-32.seat')
}

const way = { title: '补选并登记任职', to: '/posts/:union' }
export const vacancyClocks: Clock[] = [
  {
    id: 'D13',
    title: '补选主席',
    reads: ['appointments'],
    owedBy: deputies,
    statutes: ['ELEC-30.byElection'],
    way,
    facts: chairFacts,
    when: (fact, law) => within(fact, law, 'ELEC-30.byElection'),
  },
  {
    id: 'D14',
    title: '补选委员',
    reads: ['appointments'],
    owedBy: ['chair', 'organiser', ...deputies],
    statutes: ['ELEC-32.seat', 'ELEC-30.byElection'],
    way,
    facts: seatFacts,
    when: seatTimes,
  },
  {
    id: 'P14',
    title: '选举产生主席',
    reads: ['appointments'],
    owedBy: ['preparatoryHead', ...deputies],
    statutes: ['ORG-13.election'],
    way: { title: '选举并登记主席', to: '/posts/:union' },
    facts: firstFacts,
    when: (fact, law) => within(fact, law, 'ORG-13.election'),
  },
]
