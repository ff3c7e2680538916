import { addDays, addMonths, type Day } from '#kit/dates'
import type { Periodicity } from '../contract/shapes.ts'

export type Occurrence = { label: string; from: Day; until: Day; dueOn: Day }
const months = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 } as const

/** Up to which day items are laid out in advance: the end of this year, in December of the next. */
export const horizonOf = (today: Day): Day => `${addDays(today, 31).slice(0, 4)}-12-31`

/**
 * The items that a line of the catalogue asks for: every whole period that ends on or after `since` and no later than `horizon`; each is due
 * `dueDays` days after its end. None for what is published as it happens.
 */
export function occurrences(entry: { period: Periodicity; dueDays: number }, since: Day, horizon: Day): Occurrence[] {
  if (entry.period === 'onEvent') return []
  const length = months[entry.period]
  const found: Occurrence[] = []
  for (let from: Day = `${since.slice(0, 4)}-01-01`; ; from = addMonths(from, length)) {
    const until = addDays(addMonths(from, length), -1)
    if (until > horizon) return found
    if (until >= since) found.push({ label: labelOf(entry.period, from), from, until, dueOn: addDays(until, entry.dueDays) })
  }
}

function labelOf(period: Exclude<Periodicity, 'onEvent'>, from: Day): string {
  const [year, month] = from.split('-').map(Number) as [number, number]
  if (period === 'yearly') return `${year} 年`
  if (period === 'halfYearly') return `${year} 年${month < 7 ? '上' : '下'}半年`
  return period === 'quarterly' ? `${year} 年第${'一二三四'[(month - 1) / 3]}季度` : `${year} 年 ${month} 月`
}
