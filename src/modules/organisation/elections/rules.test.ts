import { expect, test } from 'vitest'
import { nationalCalendar } from '#law/nationalcalendar'
import {
  blockOf,
  candidatesNeeded,
  chainOf,
  compositionOf,
  exclusionsOf,
  type Facts,
  type Happened,
  judgeDelegates,
  judgePlan,
  mayAdopt,
  mayAnswer,
  mayAnswerWith,
  mayEnter,
  mayFreeze,
  mayIssue,
  mayReduce,
  maySkip,
  mayVote,
  mayWork,
  noticeUntil,
  proposalFor,
  proposedSeats,
  shareOut,
  stepAt,
  strokeOrder,
  timingOf,
} from './rules.ts'

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
const ties = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false, handlesMoney: false }
const person = (more = {}) => ({
  name: '李明',
  sex: 'male' as const,
  isFrontLine: true,
  isModel: false,
  isManager: false,
  ties,
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
  [1, 2],
  [3, 4],
  [20, 21],
  [21, 23],
  [40, 42],
  [41, 44],
] as const)('ELEC-12: for %i seats at least %i candidates', ([seats, needed]) =>
  expect(candidatesNeeded('committee', seats, day)).toBe(needed),
)

test('ELEC-12: as many candidates as seats is refused for the committee, not for its chair', () => {
  const list = [person(), person(), person()]
  expect(blockOf(compositionOf('committee', '委员', 3, list, day))?.code).toBe('elections.few')
  expect(blockOf(compositionOf('committee', '委员', 3, [...list, person()], day))).toBeNull()
  expect(blockOf(compositionOf('chair', '主席', 1, [person()], day))).toBeNull()
})

test('ELEC-14: the audit committee may be elected on an equal list', () =>
  expect(blockOf(compositionOf('audit', '经审委员', 3, [person(), person(), person()], day))).toBeNull())

test('ORG-10, ORG-12: a relative of the head, the personnel manager, a foreigner as an enterprise’s chair are stopped; an unread rule only warns', () => {
  const with_ = (more: Partial<typeof ties>) => person({ ties: { ...ties, ...more } })
  const block = (post: 'committee' | 'chair' | 'audit', who: ReturnType<typeof person>, isEnterprise = true) =>
    blockOf(exclusionsOf(post, who, isEnterprise, day))?.code
  expect(block('committee', with_({ isRelativeOfHead: true }))).toBe('elections.relative')
  expect(block('chair', with_({ isPersonnelHead: true }))).toBe('elections.chair')
  expect(block('committee', with_({ isPersonnelHead: true }))).toBeUndefined()
  expect(block('committee', with_({ isHead: true }))).toBeUndefined()
  expect(exclusionsOf('committee', with_({ isHead: true }), true, day)).toMatchObject([{ code: 'elections.head', level: 'WARN' }])
  expect(block('audit', with_({ handlesMoney: true }))).toBeUndefined()
})

test.for([
  ['member', false, undefined],
  ['retained', false, 'elections.retained'],
  ['worker', false, 'elections.elector'],
  ['worker', true, undefined],
  ['left', true, 'elections.elector'],
] as const)('ELEC-02: %s, electing deputies %s: %s', ([status, deputies, code]) =>
  expect(mayVote(status, deputies)?.code).toBe(code),
)

test('ELEC-09: five working days for the committee, seven days where an enterprise’s chair stands, neither counting the first', () => {
  const calendar = nationalCalendar()
  const until = (hasChair: boolean, isEnterprise: boolean, on = '2026-03-02') =>
    noticeUntil(on, { hasChair, isEnterprise }, calendar)
  expect([until(false, true), until(true, true), until(true, false)]).toEqual(['2026-03-09', '2026-03-09', '2026-03-09'])
  expect([until(false, true, '2026-03-06'), until(true, true, '2026-03-04')]).toEqual(['2026-03-13', '2026-03-11'])
  expect(until(false, true, '2026-09-29') > '2026-10-08').toBe(true)
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

test('ELEC-37: managers among the candidates for delegates: exactly a fifth, and one over', () => {
  const ok = (managers: number) =>
    compositionOf(
      'delegate',
      '代表',
      8,
      Array.from({ length: 10 }, (_, n) => person({ isManager: n < managers })),
      day,
    ).find(({ code }) => code === 'elections.managers')!.ok
  expect([ok(2), ok(3)]).toEqual([true, false])
})

test('names stand in order of strokes', () =>
  expect(['张三', '王五', '丁一', '李四', '欧阳明'].sort(strokeOrder)).toEqual(['丁一', '王五', '张三', '李四', '欧阳明']))

const begun: Happened = {
  ...{
    kind: 'term',
    hasPlan: true,
    planAnswer: 'agreed',
    isRollFrozen: true,
    candidates: 4,
    isComplete: true,
    reviewAnswer: 'agreed',
  },
  ...{
    isNoticeOver: true,
    hasPrimary: false,
    isPrimaryDone: false,
    isStarted: false,
    areOfficersAdopted: false,
    areAssemblyRoundsSettled: false,
  },
  ...{ isAnnounced: false, hasLaterRounds: true, areLaterRoundsSettled: false, resultAnswer: 'none', skipped: [] },
}

test('nothing of the day begins before roll and notice are done', () => {
  const without = (change: Partial<Happened>) => mayWork('meeting', chainOf({ ...begun, ...change }))?.code
  expect(without({})).toBeUndefined()
  expect(without({ isRollFrozen: false })).toBe('elections.order')
  expect(without({ isNoticeOver: false })).toBe('elections.order')
  expect(without({ planAnswer: 'waiting' })).toBe('elections.order')
  expect(without({ isNoticeOver: false, skipped: ['notice'] })).toBeUndefined()
})

test('a primary that the plan has cannot be forgotten', () => {
  expect(mayWork('meeting', chainOf({ ...begun, hasPrimary: true }))?.code).toBe('elections.order')
  expect(mayWork('meeting', chainOf({ ...begun, hasPrimary: true, isPrimaryDone: true }))).toBeNull()
})

test('the law’s own steps cannot be left out, and a norm only with a reason', () => {
  const at = (change: Partial<Happened>) => chainOf({ ...begun, ...change })
  expect(maySkip('roll', at({ isRollFrozen: false }), '来不及公布')?.code).toBe('elections.cannotSkip')
  expect(maySkip('ballot', at({ isStarted: true, areOfficersAdopted: true }), '鼓掌通过')?.code).toBe('elections.cannotSkip')
  expect(maySkip('notice', at({ isNoticeOver: false }), '急')?.code).toBe('elections.reason')
  expect(maySkip('notice', at({ isNoticeOver: false }), '上级同意缩短公示')).toBeNull()
})

test('the step of an election is the first that is not behind', () => {
  expect(stepAt(chainOf(begun))).toBe('meeting')
  expect(stepAt(chainOf({ ...begun, planAnswer: 'returned' }))).toBe('planReport')
  expect(stepAt(chainOf({ ...begun, resultAnswer: 'redo' }))).not.toBe('report')
})

test('a recall needs no candidates', () =>
  expect(chainOf({ ...begun, kind: 'recall', candidates: 0, hasLaterRounds: false })).toMatchObject({
    nomination: 'notNeeded',
    notice: 'notNeeded',
  }))

const role = (role: 'chiefScrutineer' | 'teller', name: string, isCandidate = false) => ({ role, name, isCandidate })
const officers = [role('chiefScrutineer', '赵海'), role('teller', '孙洁'), role('teller', '吴芳')]
test.for([
  [officers, 50, 100, 'elections.adopt'],
  [officers, 51, 100, undefined],
  [officers, 101, 100, 'elections.vote'],
  [officers.slice(0, 2), 100, 100, 'elections.officers'],
  [officers.slice(1), 100, 100, 'elections.officers'],
  [[...officers, role('teller', '李明', true)], 100, 100, 'elections.officerCandidate'],
] as const)('ELEC-22: officers adopted, case %#', ([list, yes, present, code]) =>
  expect(mayAdopt(list, { present, yes }, day)?.code).toBe(code),
)

test.for([
  [{ publishedOn: null, until: null }, 'elections.rollUnpublished'],
  [{ until: '2026-03-02' }, 'elections.rollOpen'],
  [{ until: '2026-03-01' }, undefined],
  [{ until: '2026-03-01', unanswered: 1 }, 'elections.rollChallenges'],
  [{ until: '2026-03-01', count: 0 }, 'elections.rollEmpty'],
] as const)('the roll is frozen only after it was open to challenge: %o', ([change, code]) =>
  expect(
    mayFreeze({
      publishedOn: '2026-02-20' as string | null,
      until: '2026-03-01' as string | null,
      today: day,
      unanswered: 0,
      count: 40,
      ...(change as object),
    })?.code,
  ).toBe(code),
)

const present = { isPresent: true, hasPaper: false, hasOnline: false, isOpen: true }
test.for([
  [{}, undefined],
  [{ isPresent: false }, 'elections.absent'],
  [{ hasPaper: true }, 'elections.issued'],
  [{ hasOnline: true }, 'elections.issuedOnline'],
  [{ isOpen: false }, 'elections.roundClosed'],
] as const)('ELEC-15: one voter, one ballot, in person: %o', ([change, code]) =>
  expect(mayIssue({ ...present, ...change })?.code).toBe(code),
)

test('the superior answers and nobody else; a top federation notes its own superior’s paper', () => {
  const may = (actsFromAbove: boolean, isRoot: boolean) => mayAnswer({ actsFromAbove, isRoot, isAnswered: false })?.code
  expect([may(true, false), may(false, true), may(false, false)]).toEqual([undefined, undefined, 'elections.superior'])
  expect(mayAnswerWith('plan', 'redo', { number: '', reason: '程序有误' })?.code).toBe('elections.redo')
  expect(mayAnswerWith('result', 'agreed', { number: '', reason: '' })?.code).toBe('elections.number')
})

test.for([
  [{ elected: 4, least: 3, yes: 51, expected: 100 }, undefined],
  [{ elected: 4, least: 3, yes: 50, expected: 100 }, 'elections.reduce'],
  [{ elected: 2, least: 3, yes: 100, expected: 100 }, 'elections.tooFew'],
] as const)('ELEC-21: fewer seats: %o', ([given, code]) => expect(mayReduce(given, day)?.code).toBe(code))

test('the same teller does not count twice', () => {
  expect(mayEnter({ seats: ['a'], teller: 'a' })?.code).toBe('elections.sameTeller')
  expect(mayEnter({ seats: ['a'], teller: 'b' })).toBeNull()
  expect(mayEnter({ seats: ['a', 'b'], teller: 'c' })?.code).toBe('elections.twice')
})

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
