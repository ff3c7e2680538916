import { addDays, addMonths, addYears, type Day } from '#kit/dates'
import type { Calendar } from './calendar.ts'

export const periodUnits = ['day', 'workingDay', 'month', 'year'] as const

/** A length of time as a statute gives it: 日 are calendar days, only 工作日 are working days (GEN-04). */
export type Period = { n: number; unit: (typeof periodUnits)[number] }

/**
 * The last day of a period that a fact sets running. The day of the fact is not counted (民法典 201, GEN-01); months and years end on
 * the same date, or the month's last day (202, GEN-02); a last day that is a rest day moves to the first day after it (203, GEN-03).
 * `rolls: false` where the text or its reading ends the period on the very day (a term of office).
 */
export function due(trigger: Day, { n, unit }: Period, calendar: Calendar, { rolls = true } = {}): Day {
  if (unit === 'workingDay') return workingDayAfter(trigger, n, calendar)
  const last = ends(trigger, n, unit)
  return rolls ? firstWorkingDay(last, calendar) : last
}

/**
 * The last day on which something may be done that must lie a full period before an event ("送达应在会议 7 日前"). Neither day is
 * counted as both; a rest day is kept, since moving it later would cut the notice short.
 */
export function dueBefore(event: Day, { n, unit }: Period, calendar: Calendar): Day {
  return unit === 'workingDay' ? workingDayAfter(event, -n, calendar) : ends(event, -n, unit)
}

/** Working days after `from` up to and with `to`; negative when `to` comes first. `due` of n working days lies n away. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!calendar.isRestDay(day)) count++
  return count
}

/** The day itself, or the first working day after it. */
export function firstWorkingDay(day: Day, calendar: Calendar): Day {
  let first = day
  while (calendar.isRestDay(first)) first = addDays(first, 1)
  return first
}

/** A period in words: 3 个工作日, 15 日, 6 个月, 1 年. */
export function sayPeriod({ n, unit }: Period): string {
  return `${n} ${{ day: '日', workingDay: '个工作日', month: '个月', year: '年' }[unit]}`
}

function ends(from: Day, n: number, unit: 'day' | 'month' | 'year'): Day {
  return { day: addDays, month: addMonths, year: addYears }[unit](from, n)
}

function workingDayAfter(trigger: Day, n: number, calendar: Calendar): Day {
  const step = Math.sign(n)
  let day = trigger
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (!calendar.isRestDay(day)) left--
  }
  return day
}
