import type { Day } from '#kit/dates'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { type Load, outside, type Task } from './rules/tasks.ts'

export * from './rules/tasks.ts'

const HOURS_A_DAY = 8
const BACK_DAYS = 62
/** Practice, not law: below this share of what was agreed, over the last full months, union work is being crowded out. */
export const CROWDED_SHARE = 0.5
/** How many full months are looked at. */
export const MONTHS_SEEN = 3

export type Allowance = {
  /** Paid hours a month. */
  hours: number
  isCumulated: boolean
  /** Tasks that do not count against it. */
  outside: readonly Task[]
  says: string
  cite: string
}

/** The paid working time for union work of somebody who is not full-time, where he works (ORG-32). */
export function allowanceOn(day: Day, place: Place): Allowance {
  const paid = statuteOn('ORG-32.paidDays', day, place)
  const cumulated = statuteOn('ORG-32.cumulate', day, place)
  const apart = statuteOn('ORG-32.outside', day, place)
  const more = [cumulated, apart].filter(({ value }) => value).map(({ says }) => says)
  return {
    hours: paid.value * HOURS_A_DAY,
    isCumulated: cumulated.value,
    outside: apart.value ? outside : [],
    says: [paid.says, ...more].join('；'),
    cite: [...new Set([paid, ...[cumulated, apart].filter(({ value }) => value)].map(citeOf))].join('、'),
  }
}

export type LoadFacts = {
  isFullTime: boolean
  agreedHours: number | null
  /** Minutes of the last full months, the latest first. */
  minutes: readonly number[]
  /** Minutes of working time that count against the allowance: of the last full month, and of the year so far with its months. */
  countedMinutes: number
  countedInYear: number
  monthsOfYear: number
}

/** How union work stands against what was agreed and what the law pays for. Nobody's records are measured against another's. */
export function loadOf(facts: LoadFacts, allowance: Pick<Allowance, 'hours' | 'isCumulated'>): Load {
  const { isFullTime, agreedHours, minutes, countedMinutes, countedInYear, monthsOfYear } = facts
  if (isFullTime) return 'fullTime'
  const all = minutes.reduce((sum, each) => sum + each, 0)
  if (all === 0) return 'silent'
  const limit = Math.max(allowance.hours, agreedHours ?? 0) * 60
  const isOver = allowance.isCumulated ? countedInYear > limit * Math.max(monthsOfYear, 1) : countedMinutes > limit
  if (isOver) return 'over'
  return agreedHours !== null && all < agreedHours * 60 * minutes.length * CROWDED_SHARE ? 'crowded' : 'kept'
}

/** Hours are recorded for days that were, not long ago, and no day has more than 16. */
export function mayRecordHours(
  isCadre: boolean,
  onDay: Day,
  today: Day,
  daysAgo: number,
  already: number,
  minutes: number,
): Verdict {
  if (!isCadre) return refuse('cadres.cadre', '您现在没有担任工会职务，不用记工会工作时间')
  if (onDay > today) return refuse('cadres.day', '还没有到这一天')
  if (daysAgo > BACK_DAYS) return refuse('cadres.day', `只能补记最近 ${BACK_DAYS} 天的`)
  return already + minutes > 16 * 60 ? refuse('cadres.full', '这一天已经记满 16 小时，请核对') : null
}

export function mayAgree(isPartTime: boolean, isOwn: boolean, fromOn: Day, before: Day | null): Verdict {
  if (!isPartTime) return refuse('cadres.fullTime', '专职干部不用约定工会工作时间')
  if (isOwn) return refuse('cadres.own', '不能登记自己的约定，请由主席或上级登记')
  return before !== null && fromOn <= before ? refuse('cadres.agreed', `${before} 起已有约定，新的约定要从之后开始`) : null
}
