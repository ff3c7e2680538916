import { expect, test } from 'vitest'
import {
  type InformationState,
  mayAddress,
  mayAskBy,
  mayCorrect,
  mayDecide,
  mayEdit,
  mayReply,
  maySet,
  mayWithdraw,
} from './rules.ts'

test.for([
  ['down', 3, false, '', undefined],
  ['down', 0, false, '', 'information.nobody'],
  ['up', 0, false, '', 'information.nobody'],
  ['up', 1, false, '', undefined],
  ['up', 1, true, '急事', 'information.passing'],
  ['up', 1, true, '上级空缺', undefined],
  ['peers', 0, false, '', 'information.nobody'],
] as const)('%s to %s, past a superior %s because of “%s”: %s', ([way, to, isPassing, reason, code]) =>
  expect(mayAddress({ way, to, isPassing, reason })?.code).toBe(code),
)

test.for([
  ['draft', undefined, 'information.unreleased', undefined, 'information.closed'],
  ['waiting', 'information.sent', 'information.unreleased', undefined, 'information.closed'],
  ['refused', undefined, 'information.unreleased', undefined, 'information.closed'],
  ['released', 'information.sent', undefined, undefined, undefined],
  ['withdrawn', 'information.sent', 'information.unreleased', 'information.withdrawn', 'information.closed'],
] as [InformationState, string | undefined, string | undefined, string | undefined, string | undefined][])(
  'what is %s: edit %s, correct %s, withdraw %s, answer %s',
  ([state, edit, correct, withdraw, reply]) => {
    expect(mayEdit(state)?.code).toBe(edit)
    expect(mayCorrect(state, false)?.code).toBe(correct)
    expect(mayWithdraw(state)?.code).toBe(withdraw)
    expect(mayReply(state, true)?.code).toBe(reply)
  },
)

test.for([
  [true, 'li', 'wang', undefined],
  [true, 'li', 'li', 'information.self'],
  [false, 'li', 'wang', 'information.decided'],
  [true, null, 'wang', undefined],
] as const)('waiting %s, written by %s, agreed by %s: %s', ([hasWaiting, author, approver, code]) =>
  expect(mayDecide({ hasWaiting, author, approver })?.code).toBe(code),
)

test.for([
  [null, undefined],
  ['2026-03-01', 'information.past'],
  ['2026-03-02', undefined],
] as const)('to be answered by %s: %s', ([day, code]) => expect(mayAskBy(day, '2026-03-02')?.code).toBe(code))

test('one correction at a time; an outsider says nothing; a setting is one’s own', () => {
  expect(mayCorrect('released', true)?.code).toBe('information.correcting')
  expect(mayReply('released', false)?.code).toBe('information.outsider')
  expect([maySet('a', 'a'), maySet('a', 'b')?.code]).toEqual([null, 'information.foreign'])
})
