import { expect, test } from 'vitest'
import { unitTypes } from './contract.ts'
import { isOwnAffair, mayClose, mayMove, mayStandBelow, mayTakeEffect, wordsOf } from './rules.ts'

test.for([
  ['branch', 'basic', undefined],
  ['group', 'branch', undefined],
  ['group', 'group', 'unions.level'],
  ['basic', 'branch', 'unions.level'],
  ['town', 'town', 'unions.level'],
  ['basic', 'town', undefined],
  ['federation', 'federation', undefined],
] as const)('a %s below a %s: %s', ([kind, parent, code]) => expect(mayStandBelow(kind, parent)?.code).toBe(code))

test.for([
  ['0001', '0001', 'unions.loop'],
  ['0001', '00010002', 'unions.loop'],
  ['00010002', '0001', undefined],
] as const)('%s moved below %s: %s', ([union, parent, code]) =>
  expect(mayMove({ path: union }, { path: parent })?.code).toBe(code),
)

test.for([
  ['2026-03-02', undefined],
  ['2026-03-03', 'unions.future'],
  ['2026-02-01', undefined],
  ['2026-01-31', 'unions.order'],
] as const)('a change from %s, filed on 2026-03-02 after one of 2026-02-01: %s', ([day, code]) =>
  expect(mayTakeEffect(day, '2026-03-02', '2026-02-01')?.code).toBe(code),
)

test.for([
  [0, 0, undefined],
  [1, 0, 'unions.members'],
  [0, 1, 'unions.children'],
] as const)('closing with %i people and %i nodes: %s', ([members, children, code]) =>
  expect(mayClose({ members, children })?.code).toBe(code),
)

test('only branches and groups are the basic union’s own affair', () => {
  expect((['branch', 'group', 'basic', 'town'] as const).map(isOwnAffair)).toEqual([true, true, false, false])
})

test('every type of unit has all its words', () => {
  for (const unitType of unitTypes) expect(Object.values(wordsOf(unitType)).filter(Boolean)).toHaveLength(8)
})
