import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Calendar, type CalendarYear, calendarOf } from './calendar.ts'

/** The holiday notices of the State Council that came with this release, one entry a year (2004 onwards). */
export const publishedYears: readonly CalendarYear[] = yearsOf(Object.keys(published.holidays), Object.keys(published.workdays))

/** The national calendar; years an administrator has loaded replace those of the release. Server only: it carries the data along. */
export function nationalCalendar(loaded: readonly CalendarYear[] = []): Calendar {
  return calendarOf([...publishedYears, ...loaded])
}

function yearsOf(rest: string[], work: string[]): CalendarYear[] {
  const years = new Map<number, { rest: string[]; work: string[] }>()
  const entry = (day: string) => {
    const year = Number(day.slice(0, 4))
    return years.get(year) ?? years.set(year, { rest: [], work: [] }).get(year)
  }
  for (const day of rest) entry(day)?.rest.push(day)
  for (const day of work) entry(day)?.work.push(day)
  return [...years].map(([year, days]) => ({ year, ...days })).sort((a, b) => a.year - b.year)
}
