import { addDays, type Day, weekday } from '#kit/dates'

/** One year of the State Council's holiday notice: days off (weekends inside a holiday included) and weekend days worked instead. */
export type CalendarYear = { year: number; rest: readonly Day[]; work: readonly Day[]; source?: string }

/** Which days are rest days. `knows` is false for a year without a notice: its rest days are then the law's own, without 调休. */
export type Calendar = { isRestDay: (day: Day) => boolean; knows: (day: Day) => boolean }

/**
 * A calendar from years of data; a later entry replaces an earlier one of the same year, so what an administrator loads goes last.
 * A year without data has weekends and, from 2025 to 2050, the statutory holidays (GEN-06).
 */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const known = new Map(years.map((entry) => [entry.year, { rest: new Set(entry.rest), work: new Set(entry.work) }]))
  const yearOf = (day: Day) => {
    const year = Number(day.slice(0, 4))
    if (!known.has(year)) known.set(year, { rest: new Set(statutoryHolidays(year)), work: new Set() })
    return known.get(year)
  }
  const noticed = new Set(years.map(({ year }) => year))
  const seen = new Map<Day, boolean>()
  const rests = (day: Day) => yearOf(day)?.rest.has(day) || (weekday(day) > 5 && !yearOf(day)?.work.has(day))
  return {
    isRestDay: (day) => seen.get(day) ?? seen.set(day, rests(day)).get(day) === true,
    knows: (day) => noticed.has(Number(day.slice(0, 4))),
  }
}

/** What is wrong with a year an administrator wants to load, in Chinese; `null` when nothing is. */
export function calendarProblem({ year, rest, work }: CalendarYear): string | null {
  const stray = [...rest, ...work].find((day) => !day.startsWith(`${year}-`))
  if (stray) return `${stray} 不在 ${year} 年`
  const both = rest.find((day) => work.includes(day))
  if (both) return `${both} 既放假又上班`
  const weekdayWork = work.find((day) => weekday(day) <= 5)
  if (weekdayWork) return `${weekdayWork} 本来就是工作日，不必列为调休上班`
  const missing = statutoryHolidays(year).find((day) => !rest.includes(day))
  return missing ? `${missing} 是法定节假日，放假安排里没有它` : null
}

// biome-ignore format: a table reads better in rows
/** 春节 (first day of the lunar year), 端午 and 中秋. A table, because the browser's own Chinese calendar is a day off in 2027. */
const LUNAR: Readonly<Record<number, string>> = {
  2025: '01-29 05-31 10-06', 2026: '02-17 06-19 09-25', 2027: '02-06 06-09 09-15', 2028: '01-26 05-28 10-03',
  2029: '02-13 06-16 09-22', 2030: '02-03 06-05 09-12', 2031: '01-23 06-24 10-01', 2032: '02-11 06-12 09-19',
  2033: '01-31 06-01 09-08', 2034: '02-19 06-20 09-27', 2035: '02-08 06-10 09-16', 2036: '01-28 05-30 10-04',
  2037: '02-15 06-18 09-24', 2038: '02-04 06-07 09-13', 2039: '01-24 05-27 10-02', 2040: '02-12 06-14 09-20',
  2041: '02-01 06-03 09-10', 2042: '01-22 06-22 09-28', 2043: '02-10 06-11 09-17', 2044: '01-30 05-31 10-05',
  2045: '02-17 06-19 09-25', 2046: '02-06 06-08 09-15', 2047: '01-26 05-29 10-04', 2048: '02-14 06-15 09-22',
  2049: '02-02 06-04 09-11', 2050: '01-23 06-23 09-30',
}

/** The statutory holidays of a year from 2025 to 2050 (全国年节及纪念日放假办法 2, GEN-06); make-up days are only in the notices. */
export function statutoryHolidays(year: number): Day[] {
  const [newYear = '', dragonBoat = '', midAutumn = ''] = (LUNAR[year] ?? '').split(' ').map((date) => `${year}-${date}`)
  if (!midAutumn) return []
  const spring = [-1, 0, 1, 2].map((n) => addDays(newYear, n))
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((date) => `${year}-${date}`)
  return [...new Set([...fixed, ...spring, clearBright(year), dragonBoat, midAutumn])].sort()
}

/** 清明 by the usual formula, good for this century. */
function clearBright(year: number): Day {
  const y = year % 100
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`
}
