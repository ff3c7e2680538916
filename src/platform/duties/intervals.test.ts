import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kit/dates'
import { common, joined, type Span, uncovered } from './intervals.ts'

const START = '2026-01-01'
const LENGTH = 60
const days = Array.from({ length: LENGTH }, (_, n) => addDays(START, n))
const span = fc
  .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.option(fc.integer({ min: 1, max: LENGTH - 1 })))
  .map(([from, length]): Span => ({ from: days[from]!, to: length === null ? null : addDays(days[from]!, length) }))
const spans = fc.array(span, { maxLength: 6 })
const holds = (some: readonly Span[], day: string) => some.some(({ from, to }) => from <= day && (to === null || day < to))

test('a day is uncovered exactly when it is needed and nobody is there, and common when both are', () => {
  fc.assert(
    fc.property(spans, spans, (needs, covers) => {
      const [gaps, both] = [uncovered(needs, covers), common(needs, covers)]
      for (const day of days) {
        expect([day, holds(gaps, day)]).toEqual([day, holds(needs, day) && !holds(covers, day)])
        expect([day, holds(both, day)]).toEqual([day, holds(needs, day) && holds(covers, day)])
      }
    }),
  )
})

test('what is joined is in order, apart, and never empty', () => {
  fc.assert(
    fc.property(spans, (some) => {
      const all = joined(some)
      for (const [at, { from, to }] of all.entries()) {
        expect(to === null || to > from).toBe(true)
        const next = all[at + 1]
        if (next) expect(to !== null && to < next.from).toBe(true)
      }
    }),
  )
})
