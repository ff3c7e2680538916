import { expect, test } from 'vitest'
import { nationalCalendar } from '#law/nationalcalendar'
import { mayAdopt, mayAnswer, mayAnswerWith, mayEnter, mayFreeze, mayIssue, mayReduce, mayVote, noticeUntil } from './rules.ts'

const day = '2026-03-02'

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
