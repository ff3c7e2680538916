import { addDays, addMonths, type Day } from '#kit/dates'
import type { Period } from '../contract.ts'

/** The quarter a day lies in. */
export function quarterOf(day: Day): Period {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const from = `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  return { from, until: addDays(addMonths(from, 3), -1) }
}

/** The quarter as people say it: 2026 年四季度. */
export const quarterName = ({ from }: Period) =>
  `${from.slice(0, 4)} 年${'一二三四'[Math.floor((Number(from.slice(5, 7)) - 1) / 3)]}季度`
