import { createHash } from 'node:crypto'
import { and, gte, isNull, lt, sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import { due, periodUnits, type Period } from '#law/deadlines'
import { citeOf, type Statute, type StatuteId } from '#law/statutes'
import { unionNames } from '#modules/organisation/unions'
import { subtree } from '#platform/db'
import { duties } from '#platform/duties'
import { postOf, type Session } from '#platform/session'
import { rulebookOf, rulingsOf, statutesFor } from '#platform/statutes'
import type { Figure, Impact, Wanted } from '../contract.ts'
import { usesOf } from './dependants.ts'
import { clocksOn } from './timing.ts'

/** How many unions and deadlines a report names; it counts all. */
const NAMED = 100

export type Open = {
  id: string
  clock: string
  title: string
  about: string | null
  unionId: string
  since: Day
  dueOn: Day
  period: string
}

/** The deadlines running in one's scope, those first that are due first. */
export async function runningIn({ db }: Session, path: string, where = sql`true`): Promise<Open[]> {
  const { lo, hi } = subtree(path)
  const { id, clock, about, unionId, since, dueOn } = duties
  const period = sql<string>`coalesce(${duties.basis} -> 'law' -> 0 ->> 'period', '')`
  return db
    .select({ id, clock, title: sql<string>`${duties.basis} ->> 'title'`, about, unionId, since, dueOn, period })
    .from(duties)
    .where(and(isNull(duties.closedOn), gte(duties.unionPath, lo), lt(duties.unionPath, hi), where))
    .orderBy(duties.dueOn, duties.id)
}

/** What a ruling of the post's own union would do: for whom, to which deadlines, clocks and mechanisms. */
export async function impact(session: Session, wanted: Wanted): Promise<Impact> {
  const { path } = postOf(session)
  const { statute: id, fromOn } = wanted
  const below = await unionsBelow(session, path)
  const rulings = (await rulingsOf(session)).filter((one) => one.id === id && (one.to === undefined || one.to >= fromOn))
  const nearer = rulings.filter((one) => one.path.startsWith(path) && one.path.length > path.length)
  const isShielded = (at: string) => nearer.some((one) => at.startsWith(one.path))
  const reached = below.filter((union) => !isShielded(union.path))
  const ids = new Set(reached.map((union) => union.id))
  const named = await runningIn(session, path, sql`${duties.basis} -> 'law' @> ${JSON.stringify([{ id }])}::jsonb`)
  const running = named.filter(({ unionId }) => ids.has(unionId))
  const moving = running.filter(({ since }) => since >= fromOn)
  const { calendar } = await rulebookOf(session)
  const next = await standing(session, wanted)
  const shown = moving.slice(0, NAMED).map((one) => ({ ...one, thenOn: thenOn(one, next, calendar) }))
  const here = (await statutesFor(session)).on(id as StatuteId, fromOn)
  return {
    unions: reached.length,
    kinds: countsOf(reached.map(({ kind }) => kind)),
    shielded: below.length - reached.length,
    list: below.slice(0, NAMED).map((union) => ({ id: union.id, name: union.name, isShielded: isShielded(union.path) })),
    kept: running.length - moving.length,
    moved: moving.length,
    running: await withNames(session, shown),
    clocks: clocksOn(id).map((clock) => clock.id),
    uses: usesOf(id),
    fingerprint: fingerprintOf([
      wanted,
      citeOf(here),
      here.value,
      rulings.map((one) => [one.path, one.from, one.value]),
      below.map((union) => union.id),
      running.map((one) => [one.id, one.dueOn]),
    ]),
  }
}

type Standing = { value: Figure | Statute['value']; unit: Statute['unit'] | undefined }

/** What would hold from the day on: the figure wanted, or what stands above when it is given back. */
async function standing(session: Session, { statute, value, fromOn }: Wanted): Promise<Standing> {
  const { path } = postOf(session)
  const at = (await statutesFor(session, value === null ? path.slice(0, -4) : path)).on(statute as StatuteId, fromOn)
  return { value: value ?? at.value, unit: at.unit }
}

function thenOn({ since, dueOn }: Open, { value, unit }: Standing, calendar: Parameters<typeof due>[2]): Day {
  const isPeriod = typeof value === 'number' && periodUnits.includes(unit as Period['unit'])
  return isPeriod ? due(since, { n: value, unit: unit as Period['unit'] }, calendar) : dueOn
}

export async function withNames<T extends Open & { thenOn: Day }>(session: Session, rows: readonly T[]) {
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  return rows.map(({ period: _period, ...row }) => ({ ...row, unionName: names.get(row.unionId) ?? '' }))
}

type Below = { id: string; name: string; kind: string; path: string }

/** The unions of a subtree that stand today, in the order of the tree. */
export async function unionsBelow({ db }: Session, path: string): Promise<Below[]> {
  const { lo, hi } = subtree(path)
  const { rows } = await db.execute<Below>(
    sql`select id, name, kind, path from unions where path >= ${lo} and path < ${hi} and state <> 'dissolved' order by path`,
  )
  return rows
}

export const countsOf = (kinds: readonly string[]) =>
  [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))

/** What a report says, in one word: the same facts give the same word, any other fact another. */
export const fingerprintOf = (facts: unknown) => createHash('sha256').update(JSON.stringify(facts)).digest('hex')
