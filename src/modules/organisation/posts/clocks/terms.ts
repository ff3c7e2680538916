import { sql } from 'drizzle-orm'
import { addMonths, addYears, type Day } from '#kit/dates'
import { due, firstWorkingDay } from '#law/deadlines'
import {
  applied,
  type Clock,
  type Fact,
  inReach,
  inside,
  type Law,
  periodOf,
  type Reach,
  type Times,
  warned,
} from '#platform/duties'
import type { Db } from '#platform/db'

type Row = { unionId: string; subject: string; from: Day; until: Day | null; ends: Day | null; extendedOn: Day | null }
type Term = {
  unionId: string
  subject: string
  since: Day
  ends: Day
  isGuessed: boolean
  until: Day
  extendedOn: Day | null
  next: Day | null
}

const higher = ['federation', 'town', 'trade', 'regional']
const byElection = ['chair', 'organiser', 'preparatoryHead', 'fullTimeViceChair', 'viceChair', 'organisationOfficer']
const way = { title: '办理换届，登记新一届主席', to: '/posts/:union' }

/** Heads that begin a term; who fills a seat for the rest of one begins none. `ends` is the last day as first fixed, before any delay. */
async function heads(db: Db, reach: Reach): Promise<Row[]> {
  const { rows } = await db.execute<Row>(sql`
    select a.union_id as "unionId", a.id as subject, a.from_on::text as from, a.until_on::text as until,
      coalesce(e.was_until, a.until_on)::text as ends, e.recorded_on::text as "extendedOn"
    from appointments a left join lateral (select was_until, recorded_on from appointment_extensions x
      where x.appointment_id = a.id order by recorded_on, was_until limit 1) e on true
    where a.kind in ('chair', 'organiser') and a.substitute_for is null and not a.waits_for_confirmation
      and a.came in ('elected', 'appointed') and a.ended_why is distinct from 'mistake' ${inReach(reach, 'a.union_path')}
    order by a.union_id, a.from_on, a.id`)
  return rows
}

async function terms(db: Db, reach: Reach, law: Law): Promise<Term[]> {
  const all = Map.groupBy(await heads(db, reach), ({ unionId }) => unionId)
  return [...all].flatMap(([unionId, rows]) => {
    const union = reach.unions.get(unionId)
    if (!union) return []
    const found = rows.map(({ subject, from, until, ends, extendedOn }) => {
      const isGuessed = ends === null
      const last = ends ?? addYears(from, longest(law, from, union))
      return { unionId, subject, since: from, ends: last, isGuessed, until: until ?? last, extendedOn }
    })
    // Two heads of one committee have one term; the first of them stands for it.
    const single = found.filter((term, at) => found.findIndex(({ ends }) => ends === term.ends) === at)
    return single.map((term) => ({
      ...term,
      next: single.find(({ since, ends }) => since > term.since && ends > term.ends)?.since ?? null,
    }))
  })
}

function longest(law: Law, day: Day, union: { kind: string; path: string; creditCode: string | null }) {
  return higher.includes(union.kind)
    ? law.on('ELEC-25.federationTerm', day, union).value
    : Math.max(...law.on('ELEC-25.basicTerm', day, union).value)
}

const earlier = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a)

/** The term as first fixed. With a delay approved it is let off, and the delay has a clock of its own. */
async function termFacts(db: Db, reach: Reach, law: Law): Promise<Fact[]> {
  return (await terms(db, reach, law)).map(({ unionId, subject, since, ends, isGuessed, extendedOn, next }) => {
    const endedOn = earlier(next, extendedOn)
    const isDelayed = extendedOn !== null && endedOn === extendedOn && endedOn !== next
    const isHigher = higher.includes(reach.unions.get(unionId)!.kind)
    return {
      unionId,
      subject,
      since,
      dueOn: ends,
      endedOn,
      ended: isDelayed ? 'excused' : 'fulfilled',
      given: { isGuessed, isHigher },
    }
  })
}

function termTimes(fact: Fact, law: Law): Times {
  const term = law.on(fact.given?.isHigher ? 'ELEC-25.federationTerm' : 'ELEC-25.basicTerm', fact.since, fact)
  const warning = law.on('ELEC-27.warn', fact.since, fact)
  const rolls = law.on('ELEC-27.rolls', fact.since, fact)
  const dueOn = rolls.value ? firstWorkingDay(fact.dueOn!, law.calendar) : fact.dueOn!
  return {
    dueOn,
    lastDay: fact.dueOn!,
    warnOn: inside(
      fact.since,
      dueOn,
      warning.value.map((months) => addMonths(fact.dueOn!, -months)),
    ),
    law: [applied(law, term, '到任期届满日'), applied(law, warning), applied(law, rolls)],
    reading: fact.given?.isGuessed ? '没有登记任期，按法律规定的最长任期计算' : rolls.says,
  }
}

async function delayFacts(db: Db, reach: Reach, law: Law): Promise<Fact[]> {
  return (await terms(db, reach, law)).flatMap(({ unionId, subject, ends, until, extendedOn, next }) =>
    extendedOn ? [{ unionId, subject, since: ends, dueOn: until, endedOn: next && next < ends ? ends : next }] : [],
  )
}

function delayTimes(fact: Fact, law: Law): Times {
  const delay = law.on('ELEC-26.delay', fact.since, fact)
  const most = due(fact.since, periodOf(delay), law.calendar, { rolls: false })
  const isCut = most < fact.dueOn!
  const dueOn = isCut ? most : fact.dueOn!
  return {
    dueOn,
    lastDay: dueOn,
    warnOn: warned(fact, dueOn, law, 'long'),
    law: [applied(law, delay)],
    reading: isCut ? '批准的延期超过规定的最长延期，按最长延期计算' : '按批准的延期计算',
  }
}

export const termClocks: Clock[] = [
  {
    id: 'D07',
    title: '任期届满换届选举',
    reads: ['appointments'],
    owedBy: byElection,
    statutes: ['ELEC-25.basicTerm', 'ELEC-25.federationTerm', 'ELEC-27.warn', 'ELEC-27.rolls'],
    way,
    facts: termFacts,
    when: termTimes,
  },
  {
    id: 'D08',
    title: '延期届满前完成换届',
    reads: ['appointments'],
    owedBy: byElection,
    statutes: ['ELEC-26.delay'],
    way,
    facts: delayFacts,
    when: delayTimes,
  },
]
