import { expect, test } from 'vitest'
import { mayAsk, pointsOf, told } from './rules.ts'

test.each([
  [0, 100, 0],
  [1, 100, null],
  [4, 100, null],
  [5, 100, 5],
  [7, 100, 5],
  [8, 100, 10],
  [95, 100, 95],
  [96, 100, null],
  [5, 9, null],
  [5, 10, 5],
])('%i of %i with a closed tag is told as %s', (count, of, figure) => expect(told(count, of)).toBe(figure))

test('no difference of two told figures is a single person', () => {
  const figures = Array.from({ length: 80 }, (_, count) => told(count, 200)).filter((figure) => figure !== null)
  expect(figures.every((figure) => figure % 5 === 0)).toBe(true)
})

test('a curve ends on the last days of months, quarters and years, and on the day asked', () => {
  expect(pointsOf('2025-11-15', '2026-02-10', 'month')).toEqual(['2025-11-30', '2025-12-31', '2026-01-31', '2026-02-10'])
  expect(pointsOf('2025-05-15', '2025-12-31', 'quarter')).toEqual(['2025-06-30', '2025-09-30', '2025-12-31'])
  expect(pointsOf('2023-12-31', '2025-06-30', 'year')).toEqual(['2023-12-31', '2024-12-31', '2025-06-30'])
})

test('nothing is counted ahead, nor from a later day to an earlier one', () => {
  expect(mayAsk('2026-01-01', '2026-03-02', '2026-03-02')).toBeNull()
  expect(mayAsk('2026-01-01', '2026-03-03', '2026-03-02')?.code).toBe('insight.later')
  expect(mayAsk('2026-02-02', '2026-02-01', '2026-03-02')?.code).toBe('insight.order')
})
