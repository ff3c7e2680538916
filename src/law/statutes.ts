import type { Day } from '#kit/dates'
import { bargaining } from './statutes/bargaining.ts'
import { cadres } from './statutes/cadres.ts'
import { committees } from './statutes/committees.ts'
import { congress } from './statutes/congress.ts'
import { disputes } from './statutes/disputes.ts'
import { electing } from './statutes/elections.ts'
import { dutyRules } from './statutes/duties.ts'
import { general } from './statutes/general.ts'
import { membership } from './statutes/membership.ts'
import { organisation } from './statutes/organisation.ts'
import { personalData } from './statutes/personaldata.ts'
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
export const statutes: readonly Statute[] = filed

/**
 * The rule in force on a day at a place: the narrowest text (city, province, country), an
 * administrator's adjustment (`own`) before the text of the same scope, then the newest. A day before the oldest wording on file gets that wording, since none older is
 * known; its `from` tells.
 */
export function statuteOn<Id extends StatuteId>(
  id: Id,
  day: Day,
  scope: Scope = 'national',
  own: readonly Statute[] = [],
): StatuteOf<Id> {
  const here = [...statutes, ...own].filter((statute) => statute.id === id && covers(statute.scope, scope))
  const inForce = here.filter(({ from, to }) => from <= day && (to === undefined || day <= to))
  const [best] = inForce.sort(
    (a, b) => width(b) - width(a) || Number(own.includes(b)) - Number(own.includes(a)) || compare(b.from, a.from),
  )
  const [oldest] = here.sort((a, b) => compare(a.from, b.from))
  const found = best ?? oldest
  if (!found) throw new Error(`No statute ${id} for ${scope}`)
  return found as StatuteOf<Id>
}

/** The rules in force on a day at a place, one of each id, for a page that shows them. */
export function statutesOn(day: Day, scope: Scope = 'national', own: readonly Statute[] = []): Statute[] {
  return [...new Set(filed.map(({ id }) => id))].map((id) => statuteOn(id, day, scope, own))
}

/** Where a rule stands, as people cite it: 《工会法》第十一条. What nobody has read, or nobody enacted, says so. */
export function citeOf({ source, article, verified }: Statute): string {
  if (source === PRACTICE) return `${PRACTICE}（${article}）`
  const title = /^[A-Z]/.test(source) ? `${source} ` : `《${source.replaceAll('《', '〈').replaceAll('》', '〉')}》`
  return `${title}${article}${verified || article.includes('待核对') ? '' : '（待核对）'}`
}

/** Whether an administrator's adjustment may stand: law that was read and blocks cannot be loosened, and no adjustment may block. */
export function mayAdjust(own: Statute): Verdict {
  if (!statutes.some(({ id }) => id === own.id)) return refuse('statutes.unknown', '没有这条规则')
  const law = statuteOn(own.id as StatuteId, own.from, own.scope)
  if (law.verified && law.level === 'BLOCK') return refuse('statutes.fixed', '这是法律的强制规定，不能调整', citeOf(law))
  if (own.level === 'BLOCK') return refuse('statutes.level', '自行调整的规则只能提醒，不能禁止')
  return typeof own.value === typeof law.value ? null : refuse('statutes.value', '数值的种类与原规则不同')
}

/** The band of a table that a head-count falls into. */
export function bandOf(bands: readonly Band[], count: number): Band | undefined {
  return bands.find(({ from, to }) => count >= from && (to === null || count <= to))
}

function covers(wide: Scope, narrow: Scope): boolean {
  return wide === 'national' || narrow.startsWith(wide)
}

const width = ({ scope }: Statute<Value>) => (scope === 'national' ? 0 : scope.length)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
