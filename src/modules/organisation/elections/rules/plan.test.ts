import { expect, test } from 'vitest'
import { blockOf, type Facts, judgeDelegates, judgePlan, proposalFor, proposedSeats, shareOut, timingOf } from '../rules.ts'

const day = '2026-03-02'
const facts = (more: Partial<Facts> = {}): Facts => ({
  ...{
    members: 120,
    women: 40,
    isEnterprise: true,
    hasOwnAccounts: true,
    branches: 3,
    termEndsOn: '2026-05-31',
    delayedUntil: null,
    hasRehearsed: false,
  },
  ...more,
})
const planned = (more: Partial<Facts>, change = {}) => {
  const { plan, contests } = proposalFor('term', facts(more), day)
  return judgePlan('term', { ...plan, lead: '公司党支部', ...change }, contests, facts(more), day)
}

test.for([
  [24, 5],
  [25, 3],
  [200, 7],
  [201, 7],
  [1000, 15],
  [1001, 15],
  [60_000, 37],
] as const)('ELEC-04: %i members: a committee of %i is proposed, within its band', ([members, seats]) =>
  expect(proposedSeats(members, day)).toBe(seats),
)

test.for([
  [99, 'elections.assembly'],
  [100, undefined],
  [101, undefined],
] as const)('ELEC-10: a congress of %i members: %s', ([members, code]) =>
  expect(blockOf(planned({ members }, { assembly: 'congress' }))?.code).toBe(code),
)

test('ELEC-10: at exactly 100 the two texts differ, which is said and left to the union', () => {
  const at = (members: number) =>
    planned({ members }, { assembly: 'congress' }).filter(({ code }) => code === 'elections.hundred').length
  expect([at(99), at(100), at(101)]).toEqual([0, 1, 0])
})

test('ELEC-10: Hubei asks its enterprises for an assembly below 200', () => {
  const { plan, contests } = proposalFor('term', facts({ members: 199 }), day, 'CN-42')
  expect(
    blockOf(judgePlan('term', { ...plan, assembly: 'congress' }, contests, facts({ members: 199 }), day, 'CN-42'))?.code,
  ).toBe('elections.assembly')
})

test.for([
  [24, false],
  [25, true],
] as const)('ORG-01: %i members without a committee: a committee is asked for: %s', ([members, isAsked]) => {
  const { plan } = proposalFor('term', facts({ members }), day)
  const chairOnly = [{ post: 'chair' as const, title: '主席', seats: 1, candidatesWanted: 1, electorate: 'assembly' as const }]
  const found = judgePlan('term', plan, chairOnly, facts({ members }), day).find(({ code }) => code === 'elections.committee')
  expect(found?.ok).toBe(!isAsked)
})

test.for([
  ['2026-05-31', null, []],
  ['2026-06-01', null, ['elections.delay']],
  ['2026-06-01', '2026-11-30', []],
  ['2026-11-30', '2026-11-30', []],
  ['2026-12-01', '2026-12-31', ['elections.delayLong']],
  ['2026-02-28', null, []],
  ['2026-02-27', null, ['elections.early']],
] as const)('ELEC-26: term ends 2026-05-31, meeting %s, delay approved to %s: %s', ([meetingOn, delayedUntil, codes]) => {
  const found = timingOf({ meetingOn }, { termEndsOn: '2026-05-31', delayedUntil }, day)
  expect(found.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(codes)
  expect(blockOf(found)).toBeNull()
})

test('a first on-line election asks for a rehearsal; a rehearsed union may go ahead', () => {
  const code = (hasRehearsed: boolean) => blockOf(planned({ hasRehearsed }, { ways: ['paper', 'online'] }))?.code
  expect([code(false), code(true)]).toEqual(['elections.rehearsal', undefined])
})

test.for([
  [200, 29, false],
  [200, 30, true],
  [201, 40, true],
  [1000, 61, false],
] as const)('ELEC-36: %i members, %i delegates: %s', ([members, seats, ok]) =>
  expect(judgeDelegates(members, seats, day).ok).toBe(ok),
)

test('seats are shared out by size, the rest to the largest remainders, at least one each', () => {
  const shared = (total: number, ...sizes: number[]) =>
    shareOut(
      total,
      sizes.map((n) => ({ n })),
    ).map(({ seats }) => seats)
  expect([shared(30, 60, 40), shared(10, 50, 30, 21), shared(3, 1, 200)]).toEqual([
    [18, 12],
    [5, 3, 2],
    [1, 2],
  ])
})
