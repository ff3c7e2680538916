import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, addYears, ageOn, daysBetween, isDay, today, weekday } from './dates.ts'

const day = fc.integer({ min: 0, max: 73_000 }).map((n) => Temporal.PlainDate.from('1900-01-01').add({ days: n }).toString())
const n = fc.integer({ min: -700, max: 700 })

test('days, months and years are counted as Temporal counts them', () => {
  fc.assert(
    fc.property(day, n, (from, n) => {
      const date = Temporal.PlainDate.from(from)
      expect(addDays(from, n)).toBe(date.add({ days: n }).toString())
      expect(addMonths(from, n)).toBe(date.add({ months: n }).toString())
      expect(addYears(from, n % 90)).toBe(date.add({ years: n % 90 }).toString())
      expect(weekday(from)).toBe(date.dayOfWeek)
      expect(daysBetween(from, addDays(from, n))).toBe(n)
    }),
  )
})

test.for([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-08-31', 6, '2026-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
] as const)('%s and %i months is %s', ([from, n, to]) => expect(addMonths(from, n)).toBe(to))

test('a day exists or it does not', () => {
  expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-01-01T00:00'].some(isDay)).toBe(false)
})

test('today is China’s day, whatever the machine thinks', () => {
  expect(today(new Date('2026-11-24T15:59:59Z'))).toBe('2026-11-24')
  expect(today(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25')
})

test('a year of age is added on the birthday', () => {
  expect([ageOn('1990-05-10', '2026-05-09'), ageOn('1990-05-10', '2026-05-10'), ageOn('2004-02-29', '2022-02-28')]).toEqual([
    35, 36, 17,
  ])
})
