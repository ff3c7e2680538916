import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, addYears, type Day, weekday } from '#kit/dates'
import { type CalendarYear, calendarOf, calendarProblem, statutoryHolidays } from './calendar.ts'
import { due, dueBefore, firstWorkingDay, type Period, workingDaysBetween } from './deadlines.ts'
import { nationalCalendar, publishedYears } from './nationalcalendar.ts'

/** Around every boundary of the notices: three days on either side of the beginning and end of each holiday, and of each make-up day. */
const edges = [
  ...new Set(
    publishedYears.flatMap(({ rest, work }) =>
      [...rest.filter((day) => !rest.includes(addDays(day, -1)) || !rest.includes(addDays(day, 1))), ...work].flatMap((day) =>
        [-3, -2, -1, 0, 1, 2, 3].map((n) => addDays(day, n)),
      ),
    ),
  ),
]
const edge = fc.constantFrom(...edges)
const calendar = nationalCalendar()
const units = ['day', 'workingDay', 'month', 'year'] as const
const period = fc.record({ n: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom(...units) })

/** The same periods, counted day by day the slow way. */
function slowly(trigger: Day, { n, unit }: Period): Day {
  let day = unit === 'month' ? addMonths(trigger, n) : unit === 'year' ? addYears(trigger, n) : trigger
  let left = unit === 'day' || unit === 'workingDay' ? n : 0
  while (left > 0) {
    day = addDays(day, 1)
    if (unit === 'day' || !calendar.isRestDay(day)) left--
  }
  while (calendar.isRestDay(day)) day = addDays(day, 1)
  return day
}

test('around each holiday and make-up day a period ends as counting on one’s fingers says', () => {
  fc.assert(
    fc.property(edge, period, (trigger, length) => void expect(due(trigger, length, calendar)).toBe(slowly(trigger, length))),
    { numRuns: 2000 },
  )
})

test('every edge of every notice since 2004, one working day and three on, without chance', () => {
  for (const day of edges)
    for (const n of [1, 3])
      expect([day, n, due(day, { n, unit: 'workingDay' }, calendar)]).toEqual([day, n, slowly(day, { n, unit: 'workingDay' })])
})

test('a make-up day counts as a working day, and a weekday off does not', () => {
  for (const { rest, work } of publishedYears) {
    for (const day of work) expect([day, workingDaysBetween(addDays(day, -1), day, calendar)]).toEqual([day, 1])
    for (const day of rest.filter((one) => weekday(one) < 6))
      expect([day, workingDaysBetween(addDays(day, -1), day, calendar)]).toEqual([day, 0])
  }
})

test('notice before an event leaves the full period free between, and one day less does not', () => {
  fc.assert(
    fc.property(edge, fc.integer({ min: 1, max: 30 }), (event, n) => {
      const last = dueBefore(event, { n, unit: 'workingDay' }, calendar)
      expect(workingDaysBetween(addDays(last, -1), addDays(event, -1), calendar)).toBeGreaterThanOrEqual(n)
      expect(workingDaysBetween(last, addDays(event, -1), calendar)).toBeLessThanOrEqual(n)
      expect(dueBefore(event, { n, unit: 'day' }, calendar)).toBe(addDays(event, -n))
    }),
  )
})

test('months end on the same date or the last of the month, over 28, 29, 30 and 31', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 1, max: 36 }), (n, months) => {
      const trigger = addDays('2004-01-01', n)
      const last = due(trigger, { n: months, unit: 'month' }, calendar, { rolls: false })
      const wanted = Number(trigger.slice(8))
      const date = Number(last.slice(8))
      expect(date === wanted || (date < wanted && addDays(last, 1).endsWith('-01'))).toBe(true)
    }),
  )
})

const year = fc.record({
  year: fc.integer({ min: 2027, max: 2050 }),
  more: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 20 }),
  made: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 8 }),
})

/** A notice as it could be: the statutory holidays, more days off beside them, weekend days worked. */
function noticeOf({ year: of, more, made }: { year: number; more: number[]; made: number[] }): CalendarYear {
  const dayAt = (n: number) => addDays(`${of}-01-01`, n)
  const rest = [...new Set([...statutoryHolidays(of), ...more.map(dayAt)])].filter((day) => day.startsWith(`${of}`))
  return { year: of, rest, work: [...new Set(made.map(dayAt))].filter((day) => weekday(day) > 5 && !rest.includes(day)) }
}

test('a loaded year holds exactly its notice, whatever it says, and leaves every other year as it was', () => {
  fc.assert(
    fc.property(year, (facts) => {
      const notice = noticeOf(facts)
      expect(calendarProblem(notice)).toBeNull()
      const loaded = calendarOf([...publishedYears, notice])
      for (let n = 0; n < 365; n++) {
        const day = addDays(`${notice.year}-01-01`, n)
        const isOff = notice.rest.includes(day) || (weekday(day) > 5 && !notice.work.includes(day))
        expect([day, loaded.isRestDay(day)]).toEqual([day, isOff])
      }
      expect(loaded.isRestDay('2026-10-10')).toBe(false)
      expect([loaded.knows(`${notice.year}-06-01`), loaded.knows(`${notice.year + 1}-06-01`)]).toEqual([true, false])
    }),
    { numRuns: 30 },
  )
})

test('no day of a notice can be wrong unseen: a day of another year, off and worked at once, a weekday worked, a holiday left out', () => {
  fc.assert(
    fc.property(year, fc.integer({ min: 0, max: 11 }), (facts, pick) => {
      const notice = noticeOf(facts)
      const holiday = statutoryHolidays(notice.year)[pick % statutoryHolidays(notice.year).length]!
      expect(calendarProblem({ ...notice, rest: notice.rest.filter((day) => day !== holiday) })).not.toBeNull()
      expect(calendarProblem({ ...notice, rest: [...notice.rest, `${notice.year + 1}-01-01`] })).not.toBeNull()
      expect(calendarProblem({ ...notice, work: [...notice.work, holiday] })).not.toBeNull()
    }),
    { numRuns: 50 },
  )
})

test('the first working day is the day itself when it is one, and never farther off than the longest rest', () => {
  fc.assert(
    fc.property(edge, (day) => {
      const first = firstWorkingDay(day, calendar)
      expect(first >= day && !calendar.isRestDay(first)).toBe(true)
      expect(first <= addDays(day, 12)).toBe(true)
    }),
  )
})
