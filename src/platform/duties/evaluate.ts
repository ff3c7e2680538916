import { createHash } from 'node:crypto'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import type { Law } from './law.ts'
import type { Clock, DutyUnion, Ending, Fact, Reach, Times } from './shape.ts'
import { unionsOf } from './reach.ts'
import type { Basis } from './tables.ts'
import { recordEvents, standing, voidGone, writeRows } from './store.ts'
import { escalations } from './times.ts'

const LABEL = 4

/** A duty as it is to stand. */
export type DutyRow = {
  id: string
  clock: string
  unionId: string
  subject: string
  about: string | null
  owedBy: readonly string[]
  since: Day
  warnOn: readonly Day[]
  dueOn: Day
  escalateOn: readonly Day[]
  closedOn: Day | null
  closedAs: Ending | null
  isEstimate: boolean
  basis: Basis
  lookOn: Day | null
  digest: string
}

export type Outcome = { facts: number; written: number; gone: number; events: number }

/**
 * Works out what the clocks say about some unions (`ids`) or all, writes what differs from what stands, and records what has come to pass
 * until `today`. The same facts give the same rows and events on whatever days it is run.
 */
export async function evaluate(
  db: Db,
  clocks: readonly Clock[],
  law: Law,
  today: Day,
  ids: readonly string[] | null,
): Promise<Outcome> {
  const unions = await unionsOf(db, ids)
  const reach: Reach = { ids, unions }
  const before = await standing(
    db,
    ids,
    clocks.map(({ id }) => id),
  )
  const rows = new Map<string, DutyRow>()
  const count = counter(law)
  for (const clock of clocks)
    for (const fact of await clock.facts(db, reach, law)) {
      const union = unions.get(fact.unionId)
      if (!union) continue
      const row = rowOf(clock, fact, union, law, today, count)
      rows.set(row.id, row)
    }
  const changed = [...rows.values()].filter(({ id, digest }) => before.get(id)?.digest !== digest)
  const gone = [...before].flatMap(([id, { isOwed }]) => (isOwed && !rows.has(id) ? [id] : []))
  await writeRows(db, changed, today)
  await voidGone(db, gone, today)
  return { facts: rows.size, written: changed.length, gone: gone.length, events: await recordEvents(db, today) }
}

type Counted = Times & { escalateOn: readonly Day[]; key: string }

/** Works out the days of a duty; facts of one day under the same rules have the same, and are worked out once a run. */
function counter(law: Law) {
  const known = new Map<string, Counted>()
  return (clock: Clock, fact: Fact, { path, creditCode }: DutyUnion): Counted => {
    const placed = { ...fact, path, creditCode: fact.creditCode === undefined ? creditCode : fact.creditCode }
    const given = fact.given ? JSON.stringify(fact.given) : ''
    const key = `${clock.id} ${fact.since} ${fact.dueOn ?? ''} ${given} ${path.length} ${law.placeOf(placed)}`
    const before = known.get(key)
    if (before) return before
    const times = clock.when(placed, law)
    const counted = { ...times, escalateOn: escalations(placed, times.dueOn, law, path.length / LABEL - 1), key: '' }
    counted.key = hashOf(JSON.stringify([clock.title, clock.owedBy, counted]))
    known.set(key, counted)
    return counted
  }
}

/** One duty from one fact. An end that lies ahead is left for its day. */
function rowOf(clock: Clock, fact: Fact, union: DutyUnion, law: Law, today: Day, count: ReturnType<typeof counter>): DutyRow {
  const { dueOn, warnOn, escalateOn, law: rules, lastDay, reading, key } = count(clock, fact, union)
  const ends = endOf(fact, union)
  const isOver = ends !== null && ends.on <= today
  const row = {
    id: idOf(clock.id, fact.subject, fact.since),
    clock: clock.id,
    unionId: union.id,
    subject: fact.subject,
    about: fact.about ?? null,
    owedBy: clock.owedBy,
    since: fact.since,
    warnOn,
    dueOn,
    escalateOn,
    closedOn: isOver ? ends.on : null,
    closedAs: isOver ? ends.as : null,
    isEstimate: !law.calendar.knows(dueOn),
    basis: { title: clock.title, law: rules, lastDay, page: fact.page ?? null, ...(reading && { reading }) },
    lookOn: ends && !isOver ? ends.on : null,
  }
  const { id, about, closedOn, closedAs, isEstimate, lookOn } = row
  const said = [id, union.id, about, closedOn, closedAs, isEstimate, lookOn, fact.page ?? '', key]
  return { ...row, digest: hashOf(said.join('|')) }
}

/** When and how it ends: by its own end, or with the union, whichever comes first. */
function endOf({ endedOn, ended, since }: Fact, union: DutyUnion): { on: Day; as: Ending } | null {
  const gone = union.state === 'dissolved' && union.dissolvedOn ? union.dissolvedOn : null
  if (endedOn && !(gone && gone < endedOn)) return { on: endedOn < since ? since : endedOn, as: ended ?? 'fulfilled' }
  return gone ? { on: gone < since ? since : gone, as: 'void' } : null
}

/** A duty's id follows from what it is, so that it is the same after a restore, on every machine, and whenever it was first seen. */
export function idOf(clock: string, subject: string, since: Day): string {
  const hash = createHash('md5').update(`${clock}|${subject}|${since}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20)}`
}

const hashOf = (text: string) => createHash('md5').update(text).digest('base64url')
