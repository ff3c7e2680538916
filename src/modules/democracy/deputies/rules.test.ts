import { expect, test } from 'vitest'
import { judgeComposition, mayForm, mayOpenTerm, maySeat, mayVoteIn, presenceFinding, seatsNeeded, termFinding } from './rules.ts'

const day = '2026-11-25'

test.for([
  [50, 'national', 30],
  [600, 'national', 30],
  [601, 'national', 31],
  [1980, 'national', 99],
  [2000, 'national', 100],
  [1999, 'national', 100],
  [2001, 'national', 100],
  [9000, 'national', 100],
  [99, 'CN-31', 30],
  [100, 'CN-31', 30],
  [101, 'CN-31', 35],
  [200, 'CN-31', 35],
  [201, 'CN-31', 40],
  [2999, 'CN-31', 175],
  [3000, 'CN-31', 175],
  [3001, 'CN-31', 175],
  [99, 'CN-33', 30],
  [100, 'CN-33', 40],
  [101, 'CN-33', 47],
  [900, 'CN-33', 96],
  [999, 'CN-33', 100],
  [1000, 'CN-3301', 100],
  [1001, 'CN-33', 120],
  [4999, 'CN-33', 180],
  [5000, 'CN-33', 200],
  [5001, 'CN-33', 200],
] as const)('WC-04..06: %i employees at %s: at least %i deputies', ([staff, place, needed]) =>
  expect(seatsNeeded(staff, day, place).needed).toBe(needed),
)

test.for([
  [20, 40, 50, []],
  [21, 40, 50, ['WC-07.managers']],
  [20, 39, 50, ['WC-08.women']],
  [20, 40, 49, ['WC-08.frontLine']],
] as const)('of 100 deputies %i managers, %i women, %i front line: %s', ([managers, women, frontLine, broken]) => {
  const found = judgeComposition(
    { staff: 1000, women: 400, scope: 'unit' },
    { seats: 100, filled: 100, managers, women, frontLine },
    day,
  )
  expect(found.filter(({ ok }) => !ok).map(({ code }) => code.replace('deputies.', ''))).toEqual(broken)
})

test.for([
  ['national', 39, true],
  ['national', 38, false],
  ['CN-33', 39, false],
  ['CN-33', 40, true],
] as const)('WC-08: 39.5 women of 100 by proportion at %s, %i sit: %s', ([place, women, ok]) => {
  const seated = { seats: 100, filled: 100, managers: 0, women, frontLine: 100 }
  const found = judgeComposition({ staff: 1000, women: 395, scope: 'unit' }, seated, day, place)
  expect(found.find(({ label }) => label === '女代表')?.ok).toBe(ok)
})

test('a regional congress in Shanghai takes three in ten operators', () => {
  const force = { staff: 600, women: 0, scope: 'regional' } as const
  const with30 = { seats: 60, filled: 60, managers: 18, women: 0, frontLine: 40 }
  const operators = (managers: number) =>
    judgeComposition(force, { ...with30, managers }, day, 'CN-31').find(({ label }) => label === '管理人员')
  expect([operators(18)?.ok, operators(19)?.ok]).toEqual([true, false])
})

test.for([
  [30, 20, 16, undefined],
  [30, 20, 15, 'deputies.majority'],
  [31, 20, 16, undefined],
  [30, 31, 16, 'deputies.count'],
  [30, 20, 21, 'deputies.count'],
] as const)('WC-10: staff %i, present %i, in favour %i: %s', ([staff, present, inFavour, code]) =>
  expect(mayVoteIn({ staff, present, inFavour }, day)?.code).toBe(code),
)

test.for([
  ['national', 15, null, 'deputies.majority'],
  ['national', 15, '职工大会一致确认', undefined],
  ['CN-31', 15, null, undefined],
  ['CN-31', 14, '职工大会一致确认', 'deputies.majority'],
  ['CN-31', 16, null, undefined],
] as const)('WC-10 at %s: %i of 30 in favour, %s: %s', ([place, inFavour, why, code]) =>
  expect(mayVoteIn({ staff: 30, present: 20, inFavour, why }, day, place)?.code).toBe(code),
)

test.for([
  [30, 21, true],
  [30, 20, true],
  [30, 19, false],
] as const)('WC-10: of %i staff %i came: two thirds %s', ([staff, present, ok]) =>
  expect(presenceFinding({ staff, present, inFavour: 16 }, day).ok).toBe(ok),
)

test.for([
  ['2029-01-01', true],
  ['2028-12-31', false],
  ['2031-01-01', true],
  ['2031-01-02', false],
] as const)('WC-12: a term from 2026 to %s: %s', ([endsOn, ok]) => expect(termFinding('2026-01-01', endsOn, day).ok).toBe(ok))

test('a norm is departed from with a reason on record only', () => {
  const short = judgeComposition(
    { staff: 400, women: 0, scope: 'unit' },
    { seats: 29, filled: 0, managers: 0, women: 0, frontLine: 0 },
    day,
  )
  expect(mayOpenTerm(short, null)?.code).toBe('deputies.reason')
  expect(mayOpenTerm(short, '经与企业协商确定')).toBeNull()
})

test('seats are filled once; the head of a committee is a deputy', () => {
  expect([maySeat({ seats: 2, filled: 1 }), maySeat({ seats: 2, filled: 2 })?.code]).toEqual([null, 'deputies.full'])
  const members = [
    { memberId: 'a', isHead: true },
    { memberId: 'b', isHead: false },
  ]
  expect(mayForm(members, new Set(['a']))).toBeNull()
  expect(mayForm(members, new Set(['b']))?.code).toBe('deputies.headDeputy')
  expect(mayForm(members.slice(1), new Set(['b']))?.code).toBe('deputies.head')
})
