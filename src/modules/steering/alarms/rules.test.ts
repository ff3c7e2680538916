import { expect, test } from 'vitest'
import { causeOf, isUnlike, mayAnswerFor, mayNoteUntil, mayReply, mayUrge, share, stateOf } from './rules.ts'

const measures = { workforce: 30, percent: 15, ratio: 50 }

test.for([
  ['half the members, nobody of five', { members: 100, group: 50, seats: 5, held: 0 }, true],
  ['half the members, one of five: less than half its share', { members: 100, group: 50, seats: 5, held: 1 }, true],
  ['half the members, one of four: exactly half its share', { members: 100, group: 50, seats: 4, held: 1 }, false],
  ['29 members are too few to compare', { members: 29, group: 20, seats: 5, held: 0 }, false],
  ['30 members', { members: 30, group: 20, seats: 5, held: 0 }, true],
  ['one seat short of its share of one', { members: 100, group: 19, seats: 5, held: 0 }, false],
  ['its share is exactly one seat', { members: 100, group: 20, seats: 5, held: 0 }, true],
  ['14 % of the members is no part of it', { members: 100, group: 14, seats: 9, held: 0 }, false],
  ['15 % is', { members: 100, group: 15, seats: 9, held: 0 }, true],
  ['fewer than five people are never told of', { members: 30, group: 4, seats: 9, held: 0 }, false],
] as const)('a committee unlike its members: %s', ([, counts, is]) => expect(isUnlike(counts, measures)).toBe(is))

test.for([
  [50, 100, 50],
  [52, 100, 50],
  [53, 100, 55],
  [4, 100, null],
  [0, 100, 0],
  [97, 100, null],
  [100, 100, 100],
  [2, 4, null],
] as const)('%d of %d is told as %s percent', ([part, whole, told]) => expect(share(part, whole)).toBe(told))

test('who stands above answers for a union, nobody for his own but the topmost', () => {
  expect(mayAnswerFor('0001', '00010002')).toBeNull()
  expect(mayAnswerFor('00010002', '00010002')?.code).toBe('alarms.own')
  expect(mayAnswerFor('0001', '0001')).toBeNull()
  expect(mayAnswerFor('00010002', '00010003')?.code).toBe('alarms.elsewhere')
  expect(mayUrge('0001', '0001')?.code).toBe('alarms.self')
  expect(mayReply('0001', '0001', false)?.code).toBe('alarms.quiet')
  expect(mayReply('0001', '00010002', true)?.code).toBe('alarms.other')
})

test('a note holds from tomorrow to a year ahead', () => {
  expect(mayNoteUntil('2026-03-02', '2026-03-02')?.code).toBe('alarms.past')
  expect(mayNoteUntil('2026-03-03', '2026-03-02')).toBeNull()
  expect(mayNoteUntil('2027-03-03', '2026-03-02')).toBeNull()
  expect(mayNoteUntil('2027-03-04', '2026-03-02')?.code).toBe('alarms.long')
})

test('on its last day a note still holds, and the end comes before it', () => {
  expect(stateOf(null, '2026-03-02', '2026-03-02')).toBe('noted')
  expect(stateOf(null, '2026-03-01', '2026-03-02')).toBe('open')
  expect(stateOf('2026-03-01', '2026-03-09', '2026-03-02')).toBe('ended')
})

test('the cause says its figures', () => {
  expect(causeOf('lost', '', { months: 3, lost: 12, before: 1100 })).toBe('3 个月里会员净减少 12 人，期初 1,100 人')
  expect(causeOf('unlike', 'women', { percent: 50, seats: 5, held: 0 })).toBe('女职工约占会员 50%，委员会 5 人中有 0 人')
})
