import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAtLeastHalf, isAtLeastOneThird, isAtLeastTwoThirds, isMoreThanHalf, leastOf, mostOf } from './quorum.ts'

const people = fc.integer({ min: 1, max: 3_000_000 })

test('exactly half is not more than half, but is half or more', () => {
  fc.assert(
    fc.property(people, (n) => void expect([isMoreThanHalf(n, 2 * n).met, isAtLeastHalf(n, 2 * n).met]).toEqual([false, true])),
  )
})

test('the needed number is met by itself and missed by one fewer', () => {
  fc.assert(
    fc.property(people, (base) => {
      for (const rule of [isMoreThanHalf, isAtLeastHalf, isAtLeastTwoThirds, isAtLeastOneThird]) {
        const { needed } = rule(0, base)
        expect([rule(needed, base).met, rule(needed - 1, base).met]).toEqual([true, false])
      }
    }),
  )
})

test.for([
  [67, 100, true],
  [66, 100, false],
  [2, 3, true],
  [20, 30, true],
  [0, 0, false],
] as const)('%i of %i present is a quorum: %s', ([present, expected, met]) =>
  expect(isAtLeastTwoThirds(present, expected).met).toBe(met),
)

test('nobody decides for an empty assembly', () =>
  expect([isMoreThanHalf(0, 0).met, isAtLeastHalf(0, 0).met]).toEqual([false, false]))

test('the working can be read', () => {
  expect(isMoreThanHalf(51, 100).working).toBe('51 × 2 = 102，满足 > 100（过半数至少 51）')
  expect(isAtLeastTwoThirds(66, 100).working).toBe('66 × 3 = 198，不满足 ≥ 200（三分之二至少 67）')
})

test('a floor is rounded up, a ceiling down', () => expect([leastOf(21, 5, 100), mostOf(21, 20, 100)]).toEqual([2, 4]))
