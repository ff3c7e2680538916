import { expect, test } from 'vitest'
import { nationalCalendar } from '#law/nationalcalendar'
import { scopeOf } from '#rules/organisation/unions'
import { foundingClock, mayAdvance, mayPress, percent } from './rules.ts'

const calendar = nationalCalendar()

test.for([
  ['none', 'contact', null, undefined],
  ['contact', 'founded', null, 'employers.union'],
  ['preparing', 'founded', 'u', undefined],
  ['founded', 'contact', null, 'employers.stage'],
  ['refused', 'contact', null, undefined],
  ['closed', 'founded', 'u', 'employers.stage'],
] as const)('from %s to %s with union %s: %s', ([from, to, union, code]) => expect(mayAdvance(from, to, union)?.code).toBe(code))

test('the time to found a union follows the province of the credit code', () => {
  const on = (creditCode: string | null) => foundingClock({ setUpOn: '2026-01-05', stage: 'none' }, scopeOf(creditCode), calendar)
  expect(on('91310115MA1K00001X')?.dueOn).toBe('2026-07-06')
  expect(on('91330105MA1K00001X')?.dueOn).toBe('2027-01-05')
  expect(on(null)).toMatchObject({ dueOn: '2027-01-05', cite: expect.stringContaining('未定') })
  expect(foundingClock({ setUpOn: null, stage: 'none' }, 'national', calendar)).toBeNull()
  expect(foundingClock({ setUpOn: '2026-01-05', stage: 'founded' }, 'national', calendar)).toBeNull()
})

const open = {
  openedOn: '2026-03-02',
  labourAskedOn: null,
  labourResult: null,
  governmentAskedOn: null,
  governmentResult: null,
  closedOn: null,
  outcome: null,
}
test.for([
  ['labourAsked', {}, undefined],
  ['labourResult', {}, 'employers.order'],
  ['governmentAsked', { labourAskedOn: '2026-03-03' }, 'employers.order'],
  ['governmentAsked', { labourAskedOn: '2026-03-03', labourResult: '拒不改正' }, undefined],
  ['governmentResult', { labourAskedOn: '2026-03-03' }, 'employers.order'],
  ['closed', {}, undefined],
  ['labourAsked', { closedOn: '2026-03-04' }, 'employers.closed'],
] as const)('%s of a case with %o: %s', ([step, facts, code]) =>
  expect(mayPress(step, { ...open, ...facts }, '2026-03-05')?.code).toBe(code),
)

test.for([
  [1, 3, 33.3],
  [999, 1000, 99.9],
  [9999, 10000, 99.9],
  [3, 3, 100],
  [0, 0, null],
] as const)('%i of %i is %s %%', ([part, whole, share]) => expect(percent(part, whole)).toBe(share))
