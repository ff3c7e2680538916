import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Kinds, changedFields, fieldOf, isSame, merge, type Values, withField } from './merge.ts'

const kinds: Kinds = { place: 'whole', found: 'whole', themes: 'set', met: 'map' }
const text = fc.constantFrom('', '一车间', '二车间', '食堂', '夜班')
const record: fc.Arbitrary<Values> = fc.record(
  {
    place: text,
    found: text,
    themes: fc.uniqueArray(fc.constantFrom('wages', 'safety', 'canteen', 'dorm')),
    met: fc.dictionary(fc.constantFrom('worker', 'chair', 'manager'), fc.integer({ min: 0, max: 3 })),
  },
  { requiredKeys: [] },
)
const three = [record, record, record] as const
const sides = <T extends { field: string }>(conflicts: readonly T[]) =>
  [...conflicts].sort((a, b) => (a.field < b.field ? -1 : 1))

test('exchanging the two devices changes nothing but the names of the sides', () => {
  fc.assert(
    fc.property(...three, (base, left, right) => {
      const one = merge(base, left, right, kinds)
      const other = merge(base, right, left, kinds)
      expect(other.values).toEqual(one.values)
      expect(sides(other.conflicts)).toEqual(
        sides(one.conflicts.map(({ left: mine, right: theirs, ...rest }) => ({ ...rest, left: theirs, right: mine }))),
      )
    }),
    { numRuns: 1000 },
  )
})

/** Every part of a record that can differ by itself. */
function partsOf(values: Values) {
  const met = Object.keys((values.met as object | undefined) ?? {})
  return ['place', 'found', ...met.map((key) => `met.${key}`)]
}

test('what either device changed is in the answer or stands in a conflict with both values: nothing is lost', () => {
  fc.assert(
    fc.property(...three, (base, left, right) => {
      const { values, conflicts } = merge(base, left, right, kinds)
      for (const [mine, side] of [
        [left, 'left'],
        [right, 'right'],
      ] as const) {
        for (const field of new Set([...partsOf(mine), ...partsOf(base)])) {
          if (isSame(fieldOf(base, field), fieldOf(mine, field))) continue
          const conflict = conflicts.find((each) => each.field === field)
          expect(isSame(conflict ? conflict[side] : fieldOf(values, field), fieldOf(mine, field))).toBe(true)
        }
        const [was, now, is] = [base.themes, mine.themes, values.themes].map((list) => (list as string[] | undefined) ?? [])
        for (const theme of now!.filter((each) => !was!.includes(each))) expect(is).toContain(theme)
        for (const theme of was!.filter((each) => !now!.includes(each))) expect(is).not.toContain(theme)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a conflict is only where both changed the same field, each in another way', () => {
  fc.assert(
    fc.property(...three, (base, left, right) => {
      for (const { field } of merge(base, left, right, kinds).conflicts) {
        const [was, mine, theirs] = [base, left, right].map((values) => fieldOf(values, field))
        expect(isSame(was, mine) || isSame(was, theirs) || isSame(mine, theirs)).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})

test('one side unchanged gives the other side; twice the same change gives it once', () => {
  fc.assert(
    fc.property(record, record, (base, mine) => {
      for (const merged of [merge(base, mine, base, kinds), merge(base, base, mine, kinds), merge(base, mine, mine, kinds)]) {
        expect(merged.conflicts).toEqual([])
        expect(changedFields(merged.values, mine).filter((field) => field !== 'themes')).toEqual([])
        expect(new Set(merged.values.themes as string[])).toEqual(new Set(mine.themes as string[]))
      }
    }),
    { numRuns: 1000 },
  )
})

test('devices that changed different fields may come back in any order: the record is the same, with no conflict', () => {
  fc.assert(
    fc.property(record, record, (base, wanted) => {
      const devices = [['place'], ['found'], ['met', 'themes']].map((fields) => ({
        ...base,
        ...Object.fromEntries(fields.map((field) => [field, wanted[field]])),
        themes: fields.includes('themes') ? wanted.themes : base.themes,
      }))
      const through = (order: number[]) =>
        order.reduce<Values>((values, at) => {
          const { values: merged, conflicts } = merge(base, values, devices[at]!, kinds)
          expect(conflicts).toEqual([])
          return merged
        }, base)
      const first = through([0, 1, 2])
      for (const order of [
        [2, 1, 0],
        [1, 2, 0],
        [0, 0, 2, 1, 1],
      ])
        expect(through(order)).toEqual(first)
    }),
    { numRuns: 1000 },
  )
})

test('two visitors of one visit: themes and people met add up, the two texts stand side by side', () => {
  const base = { themes: ['wages'], met: { worker: 3 }, found: '食堂排队长' }
  const { values, conflicts } = merge(
    base,
    { themes: ['wages', 'safety'], met: { worker: 3, chair: 1 }, found: '食堂排队长，要等半小时' },
    { themes: ['dorm'], met: { worker: 5 }, found: '食堂排队长，饭菜凉', place: '一车间' },
    kinds,
  )
  expect(values).toEqual({ themes: ['dorm', 'safety'], met: { worker: 5, chair: 1 }, found: '食堂排队长', place: '一车间' })
  expect(conflicts).toEqual([{ field: 'found', base: '食堂排队长', left: '食堂排队长，要等半小时', right: '食堂排队长，饭菜凉' }])
})

test('a value chosen for a conflict goes where the conflict said', () => {
  expect(withField({ met: { worker: 3 } }, 'met.worker', 5)).toEqual({ met: { worker: 5 } })
  expect(withField({ met: { worker: 3 }, place: '食堂' }, 'met.worker', null)).toEqual({ place: '食堂' })
  expect(withField({}, 'found', '夜班')).toEqual({ found: '夜班' })
})
