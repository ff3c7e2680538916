import { expect, test } from 'vitest'
import { builtIn, gapOf, mayChange, mayConfirm, mayRate, roles, wantedOf } from './rules.ts'

test('what comes with the software asks four abilities and twelve subjects, with a level for every role', () => {
  expect(builtIn.filter(({ group }) => group === 'ability').map(({ title }) => title)).toEqual([
    '协调能力',
    '组织能力',
    '创新能力',
    '服务能力',
  ])
  expect(builtIn).toHaveLength(16)
  for (const { wanted } of builtIn) expect(Object.keys(wanted)).toEqual([...roles])
})

test('of a person with two posts the higher is asked; a group leader is no cadre', () => {
  const law = (held: string[]) => wantedOf(builtIn, held).find(({ item }) => item.key === 'law')!.wanted
  expect(law(['member'])).toBe(2)
  expect(law(['member', 'mediator'])).toBe(3)
  expect(law(['groupLeader', 'systemAdministrator'])).toBe(0)
})

test.for([
  [3, { ownLevel: null, level: null }, null],
  [3, undefined, null],
  [3, { ownLevel: 4, level: 2 }, 1],
  [3, { ownLevel: 2, level: null }, 1],
  [3, { ownLevel: 0, level: 3 }, 0],
  [2, { ownLevel: 4, level: 4 }, 0],
  [0, { ownLevel: 0, level: 0 }, null],
] as const)('asked %s, rated %o: gap %s', ([wanted, rating, gap]) => expect(gapOf(wanted, rating)).toBe(gap))

test.for([
  [{ isOwn: true, isHead: false, fromAbove: true }, 'competences.own'],
  [{ isOwn: false, isHead: true, fromAbove: false }, 'competences.head'],
  [{ isOwn: false, isHead: true, fromAbove: true }, undefined],
  [{ isOwn: false, isHead: false, fromAbove: false }, undefined],
] as const)('confirming %o: %s', ([facts, code]) => expect(mayConfirm(facts)?.code).toBe(code))

const changed = [...builtIn.slice(0, 15), { ...builtIn[15]!, title: '调研与写作' }]
test.for([
  [false, changed, 'competences.root'],
  [true, [...builtIn], 'competences.same'],
  [true, [...builtIn, { ...builtIn[0]!, key: 'other' }], 'competences.twice'],
  [
    true,
    builtIn.map((each) => ({ ...each, wanted: { ...each.wanted, ...Object.fromEntries(roles.map((role) => [role, 0])) } })),
    'competences.empty',
  ],
  [true, changed, undefined],
] as const)('changing the standard, at the top %s: %s', ([isRoot, items, code]) =>
  expect(mayChange(isRoot, items, builtIn)?.code).toBe(code),
)

test.for([
  [['law'], true, undefined],
  [['law'], false, 'competences.cadre'],
  [['magic'], true, 'competences.unknown'],
] as const)('rating %o as a cadre %s: %s', ([keys, isCadre, code]) => expect(mayRate(builtIn, keys, isCadre)?.code).toBe(code))
