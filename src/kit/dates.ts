/** A calendar day as 'YYYY-MM-DD'. Sorts as text; never a Date, so no time zone can move it. */
export type Day = string

const MILLISECONDS = 86_400_000
const pad = (n: number, width: number) => String(n).padStart(width, '0')
// Date.UTC stands in for Temporal.PlainDate, which the browsers inside many workers' phones do not have; the tests compare both.
const ordinal = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date) / MILLISECONDS
const partsOf = (day: Day) => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))] as [number, number, number]

/** The day of a year, month (1–12) and date, written out; no check that it exists. */
export function dayOf(year: number, month: number, date: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** Whether the text is a day that exists (30 February does not). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, date] = partsOf(text)
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** Today in China (UTC+8, no summer time), whatever the machine's zone. */
export function today(now: Date = new Date()): Day {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Days in a month of a year; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return ordinal(year, month + 1, 1) - ordinal(year, month, 1)
}

/** The day n days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  const [year, month, date] = partsOf(day)
  // Most steps stay inside a month; counting working days takes many of them.
  if (date + n >= 1 && date + n <= 28) return day.slice(0, 8) + pad(date + n, 2)
  return new Date((ordinal(year, month, date) + n) * MILLISECONDS).toISOString().slice(0, 10)
}

/** The same date n months on; the month's last day when it has no such date (民法典 202, GEN-02). */
export function addMonths(day: Day, n: number): Day {
  const [year, month, date] = partsOf(day)
  const count = year * 12 + month - 1 + n
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return dayOf(y, m, Math.min(date, daysInMonth(y, m)))
}

/** The same date n years on; 29 February becomes 28 February where there is none (GEN-02). */
export function addYears(day: Day, n: number): Day {
  return addMonths(day, n * 12)
}

/** Days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return ordinal(...partsOf(to)) - ordinal(...partsOf(from))
}

/** Day of the week, 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  return ((((ordinal(...partsOf(day)) + 3) % 7) + 7) % 7) + 1
}

/** Full years of age on a day; somebody born on 29 February turns on 1 March in other years. */
export function ageOn(birthDate: Day, on: Day): number {
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0)
}

const WEEKDAYS = '一二三四五六日'

/** The day as people say it: 11 月 23 日，星期一; with the year when it is not this one. */
export function sayDay(day: Day, on: Day = today()): string {
  const [year, month, date] = partsOf(day)
  return `${year === Number(on.slice(0, 4)) ? '' : `${year} 年 `}${month} 月 ${date} 日，星期${WEEKDAYS[weekday(day) - 1]}`
}

/** How far off a due day is: 今天, 明天, 后天, 还剩 9 天, 逾 4 天. */
export function sayDue(due: Day, on: Day = today()): string {
  const left = daysBetween(on, due)
  if (left < 0) return `逾 ${-left} 天`
  return ['今天', '明天', '后天'][left] ?? `还剩 ${left} 天`
}
