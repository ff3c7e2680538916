import { clocksBy } from '#law/clocks'
import { periodUnits } from '#law/deadlines'
import { citeOf, isFixed, mayAdjust, type Statute } from '#law/statutes'
import { PRACTICE } from '#law/statutes/sources'
import { refuse, type Verdict } from '#law/verdict'
import type { Figure } from '../contract.ts'

/** Figures that every member's record was checked by when it was written: one for the whole platform. */
const ofRecords = ['MEM-01.workingAge', 'MEM-06.lateAge']

/** What is stricter where no clock counts by it: fewer heads already oblige, or more are asked for. */
const stricterBy: Record<string, 'less' | 'more'> = {
  'ORG-07.fullTimeChair': 'less',
  'ORG-07.fullTimeStaff': 'more',
  'ORG-08.womenCommittee': 'less',
  'ELEC-12.standing': 'more',
  'ELEC-37.managers': 'less',
  'ELEC-38.contested': 'more',
}
const shorter = ['within', 'every', 'inMonth', 'byDate']
const longer = ['atLeast', 'before', 'keep']

/** Which way a figure becomes stricter, if that can be said: a period to act in by being shorter, notice and display by being longer. */
export function stricter(id: string): 'less' | 'more' | null {
  const known = stricterBy[id]
  if (known) return known
  const senses = clocksBy(id).flatMap(({ lengths }) =>
    lengths.flatMap((length) => ('statute' in length && length.statute === id ? [length.sense] : [])),
  )
  if (senses.length === 0) return null
  if (senses.every((sense) => shorter.includes(sense))) return 'less'
  return senses.every((sense) => longer.includes(sense)) ? 'more' : null
}

/** A federation's, or a town's, for those below; at the top of a region whoever stands there. */
export function mayRuleAt({ kind, parentId }: { kind: string; parentId: string | null }): Verdict {
  return kind === 'federation' || kind === 'town' || parentId === null
    ? null
    : refuse('rulebook.place', '数值由地方总工会、乡镇（街道）工会规定，基层工会执行')
}

/** Why a rule has nothing that a federation could set; `null` when it has. */
export function fixedOf(law: Statute): Verdict {
  if (isFixed(law)) return refuse('statutes.fixed', '这是法律的强制规定，不能调整', citeOf(law))
  if (ofRecords.includes(law.id)) return refuse('rulebook.records', '会员档案都按这个年龄核对过，全平台用同一个数', citeOf(law))
  if (typeof law.value === 'boolean' && law.source !== PRACTICE)
    return refuse('rulebook.text', '这一条没有可以调整的数值，照条文执行', citeOf(law))
  if (Array.isArray(law.value) && law.value.some((one) => typeof one === 'object'))
    return refuse('rulebook.table', '这是按人数分档的表，照条文执行', citeOf(law))
  return null
}

/** The rule as a federation would have it: the same rule with its figure, never binding harder than a norm. */
export const ruledAs = (law: Statute, value: Figure, from: string): Statute => ({
  ...law,
  value,
  from,
  level: law.level === 'BLOCK' ? 'WARN' : law.level,
})

/**
 * Whether a figure may stand in the place of the law's of that day. A default or an unread text may be set either way; an article that was
 * read may be made stricter and never looser.
 */
export function mayRule(law: Statute, value: Figure, fromOn: string): Verdict {
  const fixed = fixedOf(law) ?? mayAdjust(ruledAs(law, value, fromOn)) ?? isFigure(law, value)
  if (fixed) return fixed
  if (JSON.stringify(value) === JSON.stringify(law.value))
    return refuse('rulebook.same', '与条文的数值相同，不需要另行规定', citeOf(law))
  if (!law.verified || law.source === PRACTICE) return null
  return isStricter(law, value) ? null : refuse('rulebook.looser', looser(law), citeOf(law))
}

const looser = (law: Statute) => {
  const way = stricter(law.id)
  if (way === null || typeof law.value !== 'number') return '条文已经核对过，只能照条文执行'
  return way === 'less' ? `条文是 ${law.value}，只能更短、更低，不能放宽` : `条文是 ${law.value}，只能更长、更高，不能放宽`
}

function isStricter({ id, value: before }: Statute, value: Figure): boolean {
  if (typeof before !== 'number' || typeof value !== 'number') return false
  const way = stricter(id)
  return way === 'less' ? value < before : way === 'more' && value > before
}

/** Whole numbers in the shape of the law's own, and no period of nothing. */
function isFigure(law: Statute, value: Figure): Verdict {
  const numbers = typeof value === 'number' ? [value] : Array.isArray(value) ? value : []
  const isPeriod = periodUnits.includes(law.unit as (typeof periodUnits)[number])
  if (numbers.some((n) => !Number.isInteger(n) || (isPeriod && n < 1)))
    return refuse('rulebook.number', isPeriod ? '期限是 1 以上的整数' : '请填整数')
  if (Array.isArray(value) && Array.isArray(law.value) && value.length !== law.value.length)
    return refuse('rulebook.number', `这里要填 ${law.value.length} 个数`)
  return null
}

/** A ruling looks ahead: an act is judged by the rule of its day. */
export const mayBegin = (fromOn: string, today: string): Verdict =>
  fromOn < today ? refuse('rulebook.day', '施行日期不能早于今天，已经办过的事按当时的规定') : null

/** What has begun has held: it is followed by another, not taken back. */
export function mayWithdraw(ruling: { fromOn: string; isWithdrawn: boolean }, today: string): Verdict {
  if (ruling.isWithdrawn) return refuse('rulebook.withdrawn', '已经撤回过')
  return ruling.fromOn > today ? null : refuse('rulebook.begun', '已经施行，不能撤回；请另行规定，从今天或以后的日子起改回来')
}

/** Nobody decides on a report that is no longer true. */
export const isFresh = (seen: string, now: string): Verdict =>
  seen === now ? null : refuse('rulebook.stale', '影响报告已经变了（有新的工会、期限或规定），请重新看过再决定')
