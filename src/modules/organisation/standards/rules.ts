import type { Day } from '#kit/dates'
import { refuse, type Verdict } from '#law/verdict'
import type { CheckState, Cycle, Item, Level, Scoring } from './rules/shapes.ts'

export * from './rules/shapes.ts'
export { presets } from './rules/presets.ts'

/** Which cycle a day falls into: 2026, 2026-1, or 长期. */
export function cycleOf(cycle: Cycle, day: Day): string {
  if (cycle === 'once') return '长期有效'
  const year = day.slice(0, 4)
  return cycle === 'year' ? year : `${year}-${day.slice(5, 7) <= '06' ? 1 : 2}`
}

/** Whether a standard is for a union of this kind and type of unit. */
export const fits = (
  standard: { forKinds: readonly string[]; forUnitTypes: readonly string[] },
  union: { kind: string; unitType: string },
) =>
  standard.forKinds.includes(union.kind) && (standard.forUnitTypes.length === 0 || standard.forUnitTypes.includes(union.unitType))

export type CheckFacts = {
  handedInAt: Date | null
  returnedAt: Date | null
  concludedAt: Date | null
  revokedAt: Date | null
  level: string | null
  validUntil: Day | null
}

export function checkStateOf(check: CheckFacts | null | undefined, today: Day): CheckState {
  if (!check) return 'none'
  if (check.revokedAt) return 'revoked'
  if (check.concludedAt) {
    if (check.level === null) return 'below'
    return check.validUntil !== null && check.validUntil < today ? 'expired' : 'accredited'
  }
  if (check.handedInAt && (!check.returnedAt || check.returnedAt < check.handedInAt)) return 'handedIn'
  return check.returnedAt ? 'returned' : 'open'
}

export type Draft = { scoring: Scoring; levels: readonly Level[]; items: readonly Item[] }

/** A standard can be published when every item can be answered and the levels can be reached. */
export function mayPublish({ scoring, levels, items }: Draft): Verdict {
  if (items.length === 0) return refuse('standards.items', '至少要有一项要求')
  const keys = items.map(({ key }) => key)
  if (new Set(keys).size !== keys.length) return refuse('standards.items', '有两项编号相同')
  const without = items.find(({ answer, fact }) => answer === 'fact' && fact === null)
  if (without) return refuse('standards.fact', `“${without.asks}”要由系统核对，请选择核对哪项记录`)
  if (levels.length === 0) return refuse('standards.levels', '至少要有一个等次')
  const rising = levels.every(({ least }, at) => at === 0 || least > levels[at - 1]!.least)
  if (!rising) return refuse('standards.levels', '等次要从低到高排列，分数线逐级提高')
  const most = scoring === 'points' ? items.reduce((sum, { points }) => sum + points, 0) : 100
  if (levels.at(-1)!.least > most) return refuse('standards.levels', `最高等次要 ${levels.at(-1)!.least}，全部达标也只有 ${most}`)
  if (scoring === 'points' && items.every(({ points }) => points === 0))
    return refuse('standards.points', '按分值评定的，要给各项写分值')
  return null
}

/** Whether a fact's figure answers the item. */
export const isReached = (value: number | null, least: number | null) => value !== null && value >= (least ?? 1)

/** What counts of an item: the review, and until then what was answered. */
export const isMetBy = ({ review, isMet }: { review: 'met' | 'notMet' | null; isMet: boolean | null }) =>
  review ? review === 'met' : isMet === true

/** Points reached (item by item: per cent of the items met), which veto items fail, and the level this makes. */
export function scoreOf({ scoring, levels, items }: Draft, met: ReadonlySet<string>) {
  const failed = items.filter(({ key, isVeto }) => isVeto && !met.has(key))
  const reached = items.filter(({ key }) => met.has(key))
  const points =
    scoring === 'points'
      ? reached.reduce((sum, { points: each }) => sum + each, 0)
      : Math.floor((100 * reached.length) / Math.max(items.length, 1))
  const level = failed.length ? null : (levels.findLast(({ least }) => points >= least)?.title ?? null)
  return { points, level, vetoes: failed.map(({ asks }) => asks) }
}

/** A union checks itself against what was published for its kind above it. */
export function mayOpen(
  standard: { publishedAt: Date | null; withdrawnAt: Date | null },
  fits: boolean,
  isAbove: boolean,
): Verdict {
  if (!standard.publishedAt || standard.withdrawnAt) return refuse('standards.withdrawn', '这个标准没有在施行')
  if (!isAbove) return refuse('standards.foreign', '这个标准不是您的上级工会发布的')
  return fits ? null : refuse('standards.kind', '这个标准不适用于这一类工会')
}

/** A check begins when there is none, the last did not end in a level that holds, or a new cycle has come. */
export function mayBegin(last: { state: CheckState; cycle: string } | null, cycle: string): Verdict {
  if (!last || ['below', 'expired', 'revoked'].includes(last.state)) return null
  if (last.state !== 'accredited') return refuse('standards.begun', '这一轮自查已经开始')
  return last.cycle.split('·')[0] === cycle ? refuse('standards.accredited', '本周期已经认定，下一周期再复查') : null
}

/** What a check is filed under: the cycle, with the number of the attempt when it is not the first. */
export const labelOf = (cycle: string, attempts: number) => (attempts === 0 ? cycle : `${cycle}·${attempts + 1}`)

/** Everything that the records do not answer is answered, and what asks for a file has one. */
export function mayHandIn(
  state: CheckState,
  items: readonly Item[],
  said: ReadonlyMap<string, { isMet: boolean | null; note: string | null; files: number }>,
): Verdict {
  if (state !== 'open' && state !== 'returned') return refuse('standards.state', '已经提交，不能重复提交')
  for (const { key, answer, asks } of items) {
    if (answer === 'fact') continue
    const own = said.get(key)
    if (own?.isMet === null || own === undefined) return refuse('standards.unanswered', `还没有回答：${asks}`)
    if (!own.isMet) continue
    if (answer === 'file' && own.files === 0) return refuse('standards.evidence', `还没有上传材料：${asks}`)
    if (answer === 'word' && !own.note) return refuse('standards.word', `还没有写说明：${asks}`)
  }
  return null
}

export const mayAnswer = (state: CheckState): Verdict =>
  state === 'open' || state === 'returned' ? null : refuse('standards.state', '已经提交，等上级退回后才能修改')

export type Reviewing = { state: CheckState; fromAbove: boolean }
/** The superior reviews what was handed in; nobody accredits his own union. */
export function mayReview({ state, fromAbove }: Reviewing): Verdict {
  if (!fromAbove) return refuse('standards.own', '由上级工会核验，不能核验本工会')
  return state === 'handedIn' ? null : refuse('standards.state', '没有待核验的提交')
}

export function mayConclude(reviewing: Reviewing, items: readonly Item[], reviewed: ReadonlySet<string>): Verdict {
  const not = mayReview(reviewing)
  const left = items.filter(({ key }) => !reviewed.has(key)).length
  return not ?? (left ? refuse('standards.unreviewed', `还有 ${left} 项没有核验`) : null)
}

/** A review that goes against what was said, or against the records, says why. */
export function mayMark(reviewing: Reviewing, isMet: boolean, review: 'met' | 'notMet', reason: string): Verdict {
  const against = (review === 'met') !== isMet
  return (
    mayReview(reviewing) ??
    (against && reason.length < 4 ? refuse('standards.reason', '与自查或系统记录不一致的，请写明理由') : null)
  )
}

export const mayRevoke = (state: CheckState, fromAbove: boolean): Verdict =>
  !fromAbove
    ? refuse('standards.own', '由上级工会撤销，不能撤销本工会的')
    : state === 'accredited'
      ? null
      : refuse('standards.state', '没有在有效期内的认定')
