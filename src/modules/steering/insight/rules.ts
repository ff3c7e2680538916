import { addDays, addMonths, type Day } from '#kit/dates'
import { refuse, type Verdict } from '#law/verdict'
import { FLOOR, type Step } from './contract/words.ts'

export { valueName } from './rules/names.ts'

/** How many points a curve may have. */
const POINTS = 120

/**
 * A figure of a closed tag as it may be told: round, and not at all when so few have it, or so few have it not, that it points at
 * persons. Differences of two told figures are multiples of the floor.
 */
export function told(count: number, of: number): number | null {
  if (count === 0) return 0
  return count < FLOOR || of - count < FLOOR ? null : Math.round(count / FLOOR) * FLOOR
}

/** The days of a curve: ends of months, quarters or years after `from`, and `to` itself. */
export function pointsOf(from: Day, to: Day, step: Step): Day[] {
  const months = { month: 1, quarter: 3, year: 12 }[step]
  const year = Number(from.slice(0, 4))
  const first = Math.floor((Number(from.slice(5, 7)) - 1) / months) * months
  const days: Day[] = []
  for (let n = 1; n <= POINTS; n++) {
    const end = addDays(addMonths(`${String(year).padStart(4, '0')}-${String(first + 1).padStart(2, '0')}-01`, n * months), -1)
    if (end >= to) break
    if (end >= from) days.push(end)
  }
  return [...days, to]
}

export function mayAsk(from: Day, to: Day, today: Day): Verdict {
  if (to > today) return refuse('insight.later', '统计日期不能在今天之后')
  return from > to ? refuse('insight.order', '起始日期不能在截止日期之后') : null
}

/** From when one counts if nobody says: the end of last year. */
export const lastYearsEnd = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}-12-31`
