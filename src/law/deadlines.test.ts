import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, weekday } from '#kit/dates'
import { due, dueBefore, firstWorkingDay, sayPeriod, workingDaysBetween } from './deadlines.ts'
import { nationalCalendar } from './nationalcalendar.ts'

const calendar = nationalCalendar()
const day = fc.integer({ min: 0, max: 8400 }).map((n) => addDays('2004-01-01', n))
const n = fc.integer({ min: 1, max: 90 })

test.for([
  ['2026-11-23', 3, 'workingDay', '2026-11-26', 'an ordinary week'],
  ['2026-11-20', 3, 'workingDay', '2026-11-25', 'over a weekend'],
  ['2026-09-30', 3, 'workingDay', '2026-10-10', 'over National Day, the Saturday worked instead counts'],
  ['2026-02-13', 3, 'workingDay', '2026-02-25', 'over Spring Festival, from the Saturday worked instead'],
  ['2026-09-23', 15, 'day', '2026-10-08', 'the last day is the first after National Day'],
  ['2026-09-16', 15, 'day', '2026-10-08', 'the last day falls on 1 October and moves past the holiday'],
  ['2026-02-01', 15, 'day', '2026-02-24', 'the last day falls on New Year’s Eve and moves past the holiday'],
  ['2026-11-06', 15, 'day', '2026-11-23', 'the last day falls on a Saturday'],
  ['2026-09-25', 15, 'day', '2026-10-10', 'a Saturday that is worked is no rest day'],
  ['2026-05-31', 6, 'month', '2026-11-30', 'no 31 November'],
  ['2024-02-29', 1, 'year', '2025-02-28', 'no 29 February'],
  ['2025-10-01', 1, 'year', '2026-10-08', 'a year that ends on National Day'],
  ['2026-11-24', 0, 'workingDay', '2026-11-24', 'no time at all'],
] as const)('%s and %i %s is %s: %s', ([trigger, n, unit, last]) => expect(due(trigger, { n, unit }, calendar)).toBe(last))

test('a term of office ends on its very day', () => {
  expect(due('2023-10-01', { n: 3, unit: 'year' }, calendar, { rolls: false })).toBe('2026-10-01')
})

test('no period ends on a rest day, before its length or with a working day skipped', () => {
  fc.assert(
    fc.property(day, n, (trigger, n) => {
      const last = due(trigger, { n, unit: 'day' }, calendar)
      expect(calendar.isRestDay(last)).toBe(false)
      expect(daysBetween(trigger, last)).toBeGreaterThanOrEqual(n)
      for (let skipped = addDays(trigger, n); skipped < last; skipped = addDays(skipped, 1))
        expect(calendar.isRestDay(skipped)).toBe(true)
    }),
  )
})

test('n working days away lies the day n working days later, and back again', () => {
  fc.assert(
    fc.property(day, n, (trigger, n) => {
      const last = due(trigger, { n, unit: 'workingDay' }, calendar)
      expect(workingDaysBetween(trigger, last, calendar)).toBe(n)
      expect(workingDaysBetween(last, trigger, calendar)).toBe(-n)
      const start = firstWorkingDay(trigger, calendar)
      expect(dueBefore(due(start, { n, unit: 'workingDay' }, calendar), { n, unit: 'workingDay' }, calendar)).toBe(start)
    }),
  )
})

test('a longer period never ends earlier, nor does a later trigger', () => {
  fc.assert(
    fc.property(day, n, fc.constantFrom('day' as const, 'workingDay' as const, 'month' as const), (trigger, n, unit) => {
      const last = due(trigger, { n, unit }, calendar)
      expect(due(trigger, { n: n + 1, unit }, calendar) >= last).toBe(true)
      expect(due(addDays(trigger, 1), { n, unit }, calendar) >= last).toBe(true)
    }),
  )
})

test('notice before an event is never cut short', () => {
  expect(dueBefore('2026-11-30', { n: 7, unit: 'day' }, calendar)).toBe('2026-11-23')
  expect(dueBefore('2026-11-29', { n: 7, unit: 'day' }, calendar)).toBe('2026-11-22')
  expect(weekday(dueBefore('2026-10-12', { n: 3, unit: 'workingDay' }, calendar))).toBe(4)
})

test('periods are read aloud', () =>
  expect([sayPeriod({ n: 3, unit: 'workingDay' }), sayPeriod({ n: 6, unit: 'month' })]).toEqual(['3 个工作日', '6 个月']))
