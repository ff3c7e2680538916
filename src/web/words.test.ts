import { expect, test } from 'vitest'
import { count, dayInWords, daysBetween, dueInWords, weekdayOf, yuan } from './words.tsx'

// 2026-11-23 is a Monday.
test.for([
  ['2026-11-19', '逾 4', '天'],
  ['2026-11-22', '逾 1', '天'],
  ['2026-11-23', '今天', '到期'],
  ['2026-11-25', '11-25', '周三'],
  ['2026-11-29', '11-29', '周日'],
  ['2026-11-30', '11-30', '下周'],
  ['2026-12-06', '12-06', '下周'],
  ['2026-12-07', '12-07', '14 天后'],
  ['2027-01-04', '27-01-04', '42 天后'],
] as const)('due on %s, seen on a Monday, reads %s %s', ([day, first, second]) =>
  expect(dueInWords(day, '2026-11-23')).toMatchObject({ first, second }),
)

test('on a Sunday tomorrow is next week', () => {
  expect(dueInWords('2026-11-30', '2026-11-29').second).toBe('下周')
})

test('days, weekdays and money read as people say them', () => {
  expect(dayInWords('2026-11-23', '2026-01-01')).toBe('11 月 23 日')
  expect(dayInWords('2025-11-23', '2026-01-01')).toBe('2025 年 11 月 23 日')
  expect(weekdayOf('2026-11-23')).toBe('星期一')
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2)
  expect(count(646192)).toBe('646,192')
  expect(yuan(1234500)).toBe('¥12,345.00')
})
