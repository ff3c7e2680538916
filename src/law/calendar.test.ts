import { expect, test } from 'vitest'
import { addDays, weekday } from '#kit/dates'
import { calendarOf, calendarProblem, statutoryHolidays } from './calendar.ts'
import { nationalCalendar, publishedYears } from './nationalcalendar.ts'

const national = nationalCalendar()

test('the release carries every notice from 2004 to 2026, and none contradicts itself', () => {
  expect(publishedYears.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
  for (const year of publishedYears) for (const day of year.work) expect([day, weekday(day) > 5]).toEqual([day, true])
})

test('the holidays computed by the Chinese calendar lie inside the notices of 2025 and 2026', () => {
  for (const entry of publishedYears.filter(({ year }) => year >= 2025)) expect(calendarProblem(entry)).toBeNull()
})

test('the table of lunar holidays agrees with the Chinese calendar of the server', () => {
  const dayIn = (year: number, month: number, date: number) => {
    const chineseYear = Temporal.PlainDate.from(`${year}-06-15`).withCalendar('chinese').year
    const monthCode = `M0${month}`
    return Temporal.PlainDate.from({ year: chineseYear, monthCode, day: date, calendar: 'chinese' })
      .withCalendar('iso8601')
      .toString()
  }
  for (let year = 2025; year <= 2050; year++) {
    const lunar = [dayIn(year, 1, 1), dayIn(year, 5, 5), dayIn(year, 8, 15)]
    expect(statutoryHolidays(year)).toEqual(expect.arrayContaining(lunar))
    expect(statutoryHolidays(year).length).toBeGreaterThanOrEqual(12)
  }
})

test('the thirteen holidays of 2027', () => {
  expect(statutoryHolidays(2027)).toEqual([
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
  ])
})

test.for([
  ['2026-10-01', true],
  ['2026-10-07', true],
  ['2026-10-08', false],
  ['2026-10-10', false],
  ['2026-10-11', true],
  ['2026-02-14', false],
  ['2026-02-16', true],
  ['2026-02-28', false],
  ['2026-11-23', false],
  ['2026-11-22', true],
] as const)('%s is a rest day: %s', ([day, rest]) => expect(national.isRestDay(day)).toBe(rest))

test('a year without a notice is not known, yet its statutory holidays are rest days', () => {
  expect([national.knows('2027-02-08'), national.isRestDay('2027-02-08'), national.isRestDay('2027-02-09')]).toEqual([
    false,
    true,
    false,
  ])
  expect([national.knows('1999-10-01'), national.isRestDay('1999-10-01')]).toEqual([false, false])
})

test('what an administrator loads replaces the year as a whole', () => {
  const rest = [...statutoryHolidays(2027), '2027-02-09']
  const loaded = nationalCalendar([{ year: 2027, rest, work: ['2027-02-13'] }])
  expect([loaded.knows('2027-02-09'), loaded.isRestDay('2027-02-09'), loaded.isRestDay('2027-02-13')]).toEqual([
    true,
    true,
    false,
  ])
  expect(calendarOf([...publishedYears, { year: 2026, rest: [], work: [] }]).isRestDay('2026-10-01')).toBe(false)
})

test('a year with a mistake is not taken', () => {
  const rest = statutoryHolidays(2027)
  expect(calendarProblem({ year: 2027, rest, work: ['2027-02-13'] })).toBeNull()
  expect(calendarProblem({ year: 2027, rest: [...rest, '2028-01-01'], work: [] })).toMatch('不在')
  expect(calendarProblem({ year: 2027, rest, work: [rest[0] ?? ''] })).toMatch('既放假又上班')
  expect(calendarProblem({ year: 2027, rest, work: [addDays('2027-02-13', 2)] })).toMatch('本来就是工作日')
  expect(calendarProblem({ year: 2027, rest: rest.slice(1), work: [] })).toMatch('法定节假日')
})
