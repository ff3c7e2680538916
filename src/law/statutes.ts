import type { Day } from '#kit/dates'
import { alarmRules } from './statutes/alarms.ts'
import { bargaining } from './statutes/bargaining.ts'
import { cadres } from './statutes/cadres.ts'
import { committees } from './statutes/committees.ts'
import { congress } from './statutes/congress.ts'
import { disputes } from './statutes/disputes.ts'
import { dutyRules } from './statutes/duties.ts'
import { electing } from './statutes/elections.ts'
import { general } from './statutes/general.ts'
import { membership } from './statutes/membership.ts'
import { organisation } from './statutes/organisation.ts'
import { personalData } from './statutes/personaldata.ts'
import { regional } from './statutes/regions.ts'
import type { Band, Scope, Statute, Value } from './statutes/shape.ts'
import { PRACTICE } from './statutes/sources.ts'
import { terms } from './statutes/terms.ts'
import { work } from './statutes/work.ts'
import { refuse, type Verdict } from './verdict.ts'

export type { Band, Level, Scope, Statute, Value } from './statutes/shape.ts'
export { levels } from './statutes/shape.ts'

const filed = [
  ...general,
  ...organisation,
  ...membership,
  ...terms,
  ...electing,
  ...cadres,
  ...committees,
  ...congress,
  ...bargaining,
  ...disputes,
  ...work,
  ...personalData,
  ...dutyRules,
  ...alarmRules,
] as const
type Filed = (typeof filed)[number]

/** Every rule by which an act can be judged. */
export type StatuteId = Filed['id']

type Wide<V> = V extends number
  ? number
  : V extends boolean
    ? boolean
    : V extends readonly number[]
      ? readonly number[]
      : readonly Band[]

/** A rule with the kind of value its id carries. */
export type StatuteOf<Id extends StatuteId> = Statute<Wide<Extract<Filed, { id: Id }>['value']>>

/** All rules on file, of every day and place, for lists and tests. */
export const statutes: readonly Statute[] = [...filed, ...regional]

/** All ids on file, in the order of the areas. */
export const statuteIds: readonly StatuteId[] = [...new Set(filed.map(({ id }) => id))]

// No Map.groupBy: phones of some years ago read this file too.
const byId = new Map<string, Statute[]>()
for (const statute of statutes) byId.set(statute.id, [...(byId.get(statute.id) ?? []), statute])

/** What a union ruled for itself and all below it: a rule with the union's path, in force from its day to its last. */
export type OwnStatute = Statute & { path: string }

/** A place: its scope alone, or with what the unions of one line of the tree ruled themselves (`statutesFor` of the platform). */
export type Place = Scope | { scope: Scope; own: readonly OwnStatute[] }

/**
 * The rule in force on a day at a place: what the nearest union ruled itself; else the narrowest text (city, province, country), then
 * the newest. Law that was read and blocks is never displaced by an own ruling. A day before the oldest wording on file gets that
 * wording, since none older is known; its `from` tells.
 */
export function statuteOn<Id extends StatuteId>(id: Id, day: Day, place: Place = 'national'): StatuteOf<Id> {
  const { scope, own } = typeof place === 'string' ? { scope: place, own: [] } : place
  const law = lawOn(id, day, scope)
  const ruled = isFixed(law) ? undefined : nearest(own, id, day)
  return (ruled ?? law) as StatuteOf<Id>
}

/** The rules in force on a day at a place, one of each id, for a page that shows them. */
export const statutesOn = (day: Day, place: Place = 'national'): Statute[] => statuteIds.map((id) => statuteOn(id, day, place))

/** A figure that guards persons: what practice has, or the more that a union ruled; nobody rules it lower. */
export const guardOf = (id: 'PI-90.appraisal' | 'PI-90.reach' | 'PI-90.step', day: Day, place?: Place): number =>
  Math.max(statuteOn(id, day).value, statuteOn(id, day, place).value)

/** Where a rule stands, as people cite it: 《工会法》第十一条. What nobody has read, or nobody enacted, says so. */
export function citeOf({ source, article, verified }: Statute): string {
  if (source === PRACTICE) return `${PRACTICE}（${article}）`
  const title = /^[A-Z]/.test(source) ? `${source} ` : `《${source.replaceAll('《', '〈').replaceAll('》', '〉')}》`
  return `${title}${article}${verified || article.includes('待核对') ? '' : '（待核对）'}`
}

/** Law that was read and blocks: nobody adjusts it. */
export const isFixed = ({ verified, level }: Statute): boolean => verified && level === 'BLOCK'

/** Whether an administrator's adjustment may stand: law that was read and blocks cannot be loosened, and no adjustment may block. */
export function mayAdjust(own: Statute): Verdict {
  if (!byId.has(own.id)) return refuse('statutes.unknown', '没有这条规则')
  const law = lawOn(own.id, own.from, own.scope)
  if (isFixed(law)) return refuse('statutes.fixed', '这是法律的强制规定，不能调整', citeOf(law))
  if (own.level === 'BLOCK') return refuse('statutes.level', '自行调整的规则只能提醒，不能禁止')
  return kindOf(own.value) === kindOf(law.value) ? null : refuse('statutes.value', '数值的种类与原规则不同')
}

/** The band of a table that a head-count falls into. */
export function bandOf(bands: readonly Band[], count: number): Band | undefined {
  return bands.find(({ from, to }) => count >= from && (to === null || count <= to))
}

/**
 * The least number a table asks for at a head-count: `table` is quadruples of from, base, more, per (from so many people on, the base and so
 * many more for each further so many begun); within a row never more than the base of the next (WC-04 to WC-06).
 */
export function leastBy(table: readonly number[], count: number): { needed: number; base: number; steps: number; more: number } {
  let at = 0
  while (at + 4 < table.length && count >= table[at + 4]!) at += 4
  const [from = 0, base = 0, more = 0, per = 1] = table.slice(at, at + 4)
  const steps = more ? Math.ceil((count - from) / per) : 0
  return { needed: Math.min(base + steps * more, table[at + 5] ?? Number.POSITIVE_INFINITY), base, steps, more }
}

const inForce = (day: Day) => (statute: Statute) => statute.from <= day && (statute.to === undefined || day <= statute.to)

/** The law of a day at a place, whatever unions ruled: the narrowest text, then the newest. Throws for an id that is not on file. */
export function lawOn(id: string, day: Day, scope: Scope): Statute {
  const here = (byId.get(id) ?? []).filter((statute) => covers(statute.scope, scope))
  const [best] = here.filter(inForce(day)).sort((a, b) => width(b) - width(a) || compare(b.from, a.from))
  const [oldest] = here.sort((a, b) => compare(a.from, b.from))
  const found = best ?? oldest
  if (!found) throw new Error(`No statute ${id} for ${scope}`)
  return found
}

function nearest(own: readonly OwnStatute[], id: string, day: Day): OwnStatute | undefined {
  if (own.length === 0) return undefined
  const [nearest] = own
    .filter((statute) => statute.id === id && inForce(day)(statute))
    .sort((a, b) => b.path.length - a.path.length || compare(b.from, a.from))
  return nearest
}

function covers(wide: Scope, narrow: Scope): boolean {
  return wide === 'national' || narrow.startsWith(wide)
}

const kindOf = (value: Value) => (Array.isArray(value) ? 'list' : typeof value)
const width = ({ scope }: Statute) => (scope === 'national' ? 0 : scope.length)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
