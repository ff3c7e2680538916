import { expect, test } from 'vitest'
import {
  gapsOf,
  horizonOf,
  isTooEarly,
  kindFor,
  mayAnswer,
  mayApprove,
  mayCheck,
  mayDraft,
  mayPlan,
  occurrences,
  reachOf,
  stateOf,
} from './rules.ts'

test.for([
  ['monthly', 12, '2026 年 1 月', '2026-02-15', '2026 年 12 月'],
  ['quarterly', 4, '2026 年第一季度', '2026-04-15', '2026 年第四季度'],
  ['halfYearly', 2, '2026 年上半年', '2026-07-15', '2026 年下半年'],
  ['yearly', 1, '2026 年', '2027-01-15', '2026 年'],
] as const)('%s: %d items a year, each due after its period', ([period, n, first, dueOn, last]) => {
  const found = occurrences({ period, dueDays: 15 }, '2026-01-01', '2026-12-31')
  expect([found.length, found[0]!.label, found[0]!.dueOn, found.at(-1)!.label]).toEqual([n, first, dueOn, last])
})

test('a plan adopted within a period owes that period, and none that ended before', () => {
  const of = (since: string) => occurrences({ period: 'quarterly', dueDays: 15 }, since, '2026-12-31').map(({ label }) => label)
  expect(of('2026-03-31')).toHaveLength(4)
  expect(of('2026-04-01')).toEqual(['2026 年第二季度', '2026 年第三季度', '2026 年第四季度'])
  expect(occurrences({ period: 'onEvent', dueDays: 5 }, '2026-01-01', '2026-12-31')).toEqual([])
})

test.for([
  ['2026-11-29', '2026-12-31'],
  ['2026-12-01', '2027-12-31'],
] as const)('on %s items are laid out to %s', ([today, until]) => expect(horizonOf(today)).toBe(until))

test.for([
  ['works', 'basic', 'privateEnterprise', undefined],
  ['school', 'basic', 'privateEnterprise', 'disclosure.kind'],
  ['office', 'federation', 'town', 'disclosure.level'],
  ['union', 'federation', 'town', undefined],
  ['union', 'group', 'privateEnterprise', 'disclosure.level'],
] as const)('%s at a %s of %s: %s', ([kind, level, unitType, code]) =>
  expect(mayPlan(kind, { kind: level, unitType })?.code).toBe(code),
)
test('a school opens school affairs', () => expect(kindFor('school')).toBe('school'))

const open = { dueOn: '2026-04-15', publishedOn: null, isVoid: false, droppedOn: null, version: null }
test.for([
  [open, '2026-04-15', 'waiting'],
  [open, '2026-04-16', 'overdue'],
  [{ ...open, version: 'handed' }, '2026-04-15', 'underWay'],
  [{ ...open, publishedOn: '2026-04-20' }, '2026-05-01', 'published'],
  [{ ...open, publishedOn: '2026-04-10', isVoid: true }, '2026-05-01', 'void'],
  [{ ...open, droppedOn: '2026-04-01' }, '2026-05-01', 'dropped'],
] as const)('%o stands on %s as %s', ([item, today, state]) => expect(stateOf(item, today)).toBe(state))

const item = { side: 'employer', droppedOn: null, isVoid: false } as const
test.for([
  [item, 'employer', null, null, undefined],
  [item, 'union', null, null, undefined],
  [{ ...item, side: 'union' }, 'employer', null, null, 'disclosure.side'],
  [item, 'employer', { state: 'handed' }, null, 'disclosure.handed'],
  [item, 'employer', { state: 'returned' }, null, undefined],
  [item, 'employer', { state: 'published' }, null, 'disclosure.correct'],
  [item, 'employer', { state: 'published' }, '数字有误', undefined],
  [{ ...item, droppedOn: '2026-01-01' }, 'employer', null, null, 'disclosure.dropped'],
] as const)('%o written by %s over %o for %s: %s', ([of, as, last, reason, code]) =>
  expect(mayDraft(of, as, last, reason)?.code).toBe(code),
)

const handed = { state: 'handed', byPerson: 'li', approvedBy: null } as const
const yes = { isApproved: true, hasNoSecrets: true, note: '' }
test.for([
  [handed, { person: 'wang', isSeated: true }, yes, undefined],
  [handed, { person: 'li', isSeated: true }, yes, 'disclosure.own'],
  [handed, { person: 'wang', isSeated: false }, yes, 'disclosure.seat'],
  [handed, { person: 'wang', isSeated: true }, { ...yes, hasNoSecrets: false }, 'disclosure.secrets'],
  [handed, { person: 'wang', isSeated: true }, { ...yes, isApproved: false }, 'disclosure.why'],
  [{ ...handed, state: 'draft' }, { person: 'wang', isSeated: true }, yes, 'disclosure.notHanded'],
] as const)('approving %o by %o with %o: %s', ([version, by, said, code]) =>
  expect(mayApprove(version, by, said)?.code).toBe(code),
)

const approved = { state: 'approved', byPerson: 'li', approvedBy: 'wang' } as const
const good = { isTrue: true, isComplete: true, isLawful: true, note: '' }
test.for([
  [{ person: 'zhao', isSeated: true }, good, undefined],
  [{ person: 'wang', isSeated: true }, good, 'disclosure.sameHand'],
  [{ person: 'li', isSeated: true }, good, 'disclosure.own'],
  [{ person: 'zhao', isSeated: false }, good, 'disclosure.seat'],
  [{ person: 'zhao', isSeated: true }, { ...good, isComplete: false }, 'disclosure.why'],
  [{ person: 'zhao', isSeated: true }, { ...good, isComplete: false, note: '缺结果名单' }, undefined],
] as const)('checking by %o with %o: %s', ([by, found, code]) => expect(mayCheck(approved, by, found)?.code).toBe(code))

test.for([
  ['2026-03-16', true],
  ['2026-03-17', false],
] as const)('taken down on %s is too early: %s', ([today, early]) => expect(isTooEarly('2026-03-17', today)).toBe(early))

test.for([
  [{ side: 'employer', answer: null, kind: 'question' }, 'employer', 'explained', undefined],
  [{ side: 'employer', answer: null, kind: 'fairness' }, 'employer', 'explained', 'disclosure.outcome'],
  [{ side: 'employer', answer: null, kind: 'doubt' }, 'employer', 'rejected', undefined],
  [{ side: 'union', answer: null, kind: 'question' }, 'employer', 'explained', 'disclosure.side'],
  [{ side: 'employer', answer: '已答', kind: 'question' }, 'employer', 'explained', 'disclosure.answered'],
] as const)('%o answered by %s with %s: %s', ([question, as, outcome, code]) =>
  expect(mayAnswer(question, as, outcome)?.code).toBe(code),
)

test.for([
  [3, 9, null],
  [4, 10, 0],
  [5, 10, 5],
  [6, 10, 5],
  [9, 11, 5],
  [10, 11, 10],
  [9, 300, 5],
  [300, 300, 300],
] as const)('%d of %d readers are told as %s', ([readers, audience, told]) =>
  expect(reachOf(readers, audience, '2026-11-25').readers).toBe(told),
)

test('a complete pair of groups lacks nothing', () => {
  const leading = [
    { body: 'leading', role: 'head', capacity: 'partySecretary' },
    { body: 'leading', role: 'deputy', capacity: 'unionChair' },
    { body: 'leading', role: 'member', capacity: 'administration' },
  ] as const
  const supervision = [
    { body: 'supervision', role: 'head', capacity: 'unionChair' },
    { body: 'supervision', role: 'member', capacity: 'unionCommittee' },
    { body: 'supervision', role: 'member', capacity: 'worker' },
  ] as const
  expect(gapsOf([...leading, ...supervision])).toEqual([])
  expect(gapsOf([])).toHaveLength(7)
  expect(gapsOf(leading)).toEqual(['监督小组缺组长（工会主席）', '监督小组缺工会委员', '监督小组不足 3 人'])
})
