import { count, isNull } from 'drizzle-orm'
import { clocks as allClocks, clocksBy } from '#law/clocks'
import {
  citeOf,
  type OwnStatute,
  type Place,
  type Scope,
  type Statute,
  type StatuteId,
  statuteIds,
  statuteOn,
  statutes,
} from '#law/statutes'
import { duties, installedClocks } from '#platform/duties'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import { rulebookOf, rulingsOf, type Ruled } from '#platform/statutes'
import type { ClockRow, Row, Search, Whole, Wording } from '../contract.ts'
import { areaOf, areas, fixedOf, sayFigure, scopeName } from '../rules.ts'
import { usesOf } from './dependants.ts'
import { articlesOn } from './documents.ts'
import { changesOf } from './ruling.ts'
import { clocksOn } from './timing.ts'

const wordingOf = (statute: Statute & { by?: string }, today: string): Wording => ({
  ...{ id: statute.id, value: statute.value as Wording['value'], unit: statute.unit ?? null, says: statute.says },
  ...{ cite: citeOf(statute), from: statute.from, to: statute.to ?? null, scope: statute.scope, level: statute.level },
  verified: statute.verified,
  isInForce: statute.from <= today && (statute.to === undefined || today <= statute.to),
  by: 'path' in statute ? statute.source : null,
})

const of = new Map<string, Statute[]>()
for (const statute of statutes) of.set(statute.id, [...(of.get(statute.id) ?? []), statute])
const localsOf = (id: string) => of.get(id)!.filter(({ scope }) => scope !== 'national')

/** Rules that fit what is asked, each as it holds today where one stands, or as the region asked for has it. */
export async function search(session: Session, { page, size, ...asked }: Search) {
  const rows = await matching(session, asked)
  return { rows: rows.slice((page - 1) * size, page * size), total: rows.length }
}

export async function matching(session: Session, asked: Omit<Search, 'page' | 'size' | 'sort' | 'descending'>): Promise<Row[]> {
  const { today } = session
  const book = await rulebookOf(session)
  const here = book.at(session.user.post?.path ?? '')
  const rulings = await rulingsOf(session)
  const [region] = asked.region ?? []
  return statuteIds.flatMap((id) => {
    const local = localsOf(id)
    if (region && region !== 'national' && !local.some(({ scope }) => scope === region)) return []
    const statute = statuteOn(id, today, region ? (region as Scope) : here)
    const own = rulings.filter((one) => one.id === id && one.from <= today && (one.to === undefined || today <= one.to))
    if (!isWanted(statute, asked, own)) return []
    return [
      {
        ...wordingOf(statute, today),
        variants: new Set(local.map(({ scope }) => scope)).size,
        own: new Set(own.map(({ path }) => path)).size,
        clocks: clocksOn(id).map((clock) => clock.id),
      },
    ]
  })
}

function isWanted(
  statute: Statute,
  { text, area, level, verified, own: wantsOwn }: Partial<Search>,
  own: readonly OwnStatute[],
): boolean {
  if (area?.length && !area.includes(areaOf(statute.id))) return false
  if (level?.length && !level.includes(statute.level)) return false
  if (verified?.length && !verified.includes(statute.verified ? 'yes' : 'no')) return false
  if (wantsOwn?.length && own.length === 0) return false
  if (!text) return true
  const words = wordsOf(statute.id, own)
  return plain([text])
    .split(/\s+/)
    .every((word) => words.includes(word))
}

const plain = (words: readonly string[]) =>
  words
    .join(' ')
    .replaceAll(/[《》〈〉]/g, '')
    .toLowerCase()
const sayings = (one: Statute) => [one.says, citeOf(one), sayFigure(one), scopeName(one.scope)]

/** What the law on file says of each rule: its number, wordings, articles, figures and places, its clocks. Put together once. */
const lawWords = new Map(
  statuteIds.map((id) => {
    const counted = clocksBy(id).flatMap((clock) => [clock.id, clock.trigger, clock.must])
    return [id as string, plain([id, areas[areaOf(id)], ...of.get(id)!.flatMap(sayings), ...counted])] as const
  }),
)

/** Everything a rule can be found by, also what unions ruled on it. */
const wordsOf = (id: string, own: readonly OwnStatute[]) => `${lawWords.get(id)} ${plain(own.flatMap(sayings))}`

/** One rule with all its wordings, what depends on it, and who ruled on it. */
export async function get(session: Session, { id }: { id: string }): Promise<Whole> {
  const { today } = session
  found(of.get(id))
  const book = await rulebookOf(session)
  const here: Ruled = book.at(session.user.post?.path ?? '')
  const law = statuteOn(id as StatuteId, today, here.scope)
  const newest = (a: Statute, b: Statute) => (a.from < b.from ? 1 : -1)
  return {
    id,
    area: areaOf(id),
    here: wordingOf(here.on(id as StatuteId, today), today),
    law: wordingOf(law, today),
    national: wordings(id, today, (one) => one.scope === 'national', newest),
    regional: wordings(
      id,
      today,
      (one) => one.scope !== 'national',
      (a, b) => a.scope.localeCompare(b.scope) || newest(a, b),
    ),
    changes: await changesOf(session, id),
    clocks: clocksOn(id),
    uses: usesOf(id),
    documents: await articlesOn(session, id),
    fixed: fixedOf(law),
  }
}

const wordings = (id: string, today: string, wanted: (one: Statute) => boolean, order: (a: Statute, b: Statute) => number) =>
  of
    .get(id)!
    .filter(wanted)
    .sort(order)
    .map((one) => wordingOf(one, today))

/** All clocks of the collection with the figures of one's own place, and which of them run. */
export async function clocks(session: Session): Promise<ClockRow[]> {
  const { db, today } = session
  const here = (await rulebookOf(session)).at(session.user.post?.path ?? '')
  const rows = await db
    .select({ clock: duties.clock, open: count() })
    .from(duties)
    .where(isNull(duties.closedOn))
    .groupBy(duties.clock)
  const open = new Map(rows.map((row) => [row.clock, row.open]))
  const watched = new Set(installedClocks().map(({ id }) => id))
  return allClocks.map(({ id, trigger, must, missed, basis, rows: rules, facts, module, lengths }) => ({
    ...{ id, trigger, must, missed, basis, module, rows: [...rules], facts: [...facts] },
    lengths: lengths.map((length) => lengthOf(length, today, here)),
    isRunning: watched.has(id),
    open: open.get(id) ?? 0,
  }))
}

function lengthOf(
  length: (typeof allClocks)[number]['lengths'][number],
  today: string,
  here: Place,
): ClockRow['lengths'][number] {
  const whose = length.whose ?? null
  if (!('statute' in length))
    return { whose, sense: length.sense, figure: 'period' in length ? String(length.period.n) : '', statute: null, cite: null }
  const statute = statuteOn(length.statute, today, here)
  return { whose, sense: length.sense, figure: sayFigure(statute), statute: statute.id, cite: citeOf(statute) }
}

/** A ticket for the rules found, as a workbook. */
export const exportMany = (session: Session, asked: Search) => issueTicket(session, 'rulebook.export', asked)
