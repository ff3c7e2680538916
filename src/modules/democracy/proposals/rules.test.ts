import { expect, test } from 'vitest'
import {
  gramsOf,
  mayAnswer,
  mayExamine,
  mayMerge,
  mayRate,
  maySecond,
  maySettle,
  mayStateEffect,
  maySubmit,
  mayUnmerge,
  mayWork,
  isWhole,
  opensAgain,
  ratedAfter,
} from './rules.ts'

const open = { opensOn: '2026-03-01', closesOn: '2026-03-20', audience: 'workers' as const }
test.for([
  ['2026-02-28', 'workers', false, 'proposals.closed'],
  ['2026-03-01', 'workers', false, undefined],
  ['2026-03-20', 'workers', false, undefined],
  ['2026-03-21', 'workers', false, 'proposals.closed'],
  ['2026-03-10', 'deputies', false, 'proposals.deputies'],
  ['2026-03-10', 'deputies', true, undefined],
] as const)('handed in on %s, open to %s, a deputy %s: %s', ([day, audience, isDeputy, code]) =>
  expect(maySubmit({ ...open, audience }, isDeputy, day)?.code).toBe(code),
)

test.for([
  ['四个字的', '有五个字了', false, 'proposals.wrong'],
  ['有五个字了', '四个字的', false, 'proposals.proposed'],
  ['有五个字了', '有五个字了', false, undefined],
  ['', '', true, undefined],
] as const)('wrong “%s”, proposed “%s”, a voice note %s: %s', ([wrong, proposed, hasVoice, code]) =>
  expect(isWhole({ title: '夜班热饭', wrong, proposed }, hasVoice)?.code).toBe(code),
)

test.for([
  [60, 2000, undefined],
  [61, 2000, 'proposals.long'],
  [60, 2001, 'proposals.long'],
] as const)('a title of %s, a text of %s characters: %s', ([title, text, code]) =>
  expect(isWhole({ title: '字'.repeat(title), wrong: '字'.repeat(text), proposed: '每班延长热饭' }, false)?.code).toBe(code),
)

test.for([
  [true, false, 'collected', 'proposals.own'],
  [false, true, 'collected', 'proposals.twice'],
  [false, false, 'filed', 'proposals.examined'],
  [false, false, 'collected', undefined],
] as const)('own %s, seconded %s, %s: %s', ([isOwn, isSeconded, state, code]) =>
  expect(maySecond({ isOwn, isSeconded, state }, open, false)?.code).toBe(code),
)

test.for([
  ['filed', 1, null, 'proposals.seconders'],
  ['filed', 1, '事关安全，先立案', undefined],
  ['filed', 2, null, undefined],
  ['returned', 2, null, 'proposals.reason'],
  ['returned', 2, '请写清哪条线', undefined],
  ['advice', 2, '三个字', 'proposals.reason'],
] as const)('found %s with %s of 2 seconders because %s: %s', ([finding, seconders, reason, code]) =>
  expect(mayExamine({ state: 'collected', seconders, secondersNeeded: 2, hasWords: true }, finding, reason)?.code).toBe(code),
)
test('a voice note without words is not filed, a proposal is not examined twice', () => {
  const facts = { state: 'collected' as const, seconders: 2, secondersNeeded: 2, hasWords: false }
  expect(mayExamine(facts, 'filed', null)?.code).toBe('proposals.words')
  expect(mayExamine({ ...facts, hasWords: true, state: 'filed' }, 'filed', null)?.code).toBe('proposals.state')
})

const side = { id: 'a', unionId: 'u', state: 'collected' as const, mergedCount: 0, effects: 0 }
test.for([
  [{}, {}, undefined],
  [{}, { id: 'a' }, 'proposals.merge'],
  [{}, { unionId: 'v' }, 'proposals.merge'],
  [{ state: 'assigned' as const }, {}, 'proposals.merge'],
  [{}, { state: 'answered' as const }, 'proposals.merge'],
  [{ mergedCount: 1 }, {}, 'proposals.merge'],
  [{ effects: 1 }, {}, 'proposals.merge'],
] as const)('merging %o into %o: %s', ([from, into, code]) =>
  expect(mayMerge({ ...side, ...from }, { ...side, id: 'b', ...into })?.code).toBe(code),
)
test('taken apart until the answer', () => {
  expect(mayUnmerge('merged', null)).toBeNull()
  expect(mayUnmerge('merged', '2026-03-02')?.code).toBe('proposals.answered')
})

test.for([
  ['declined', 'solved', 1, 'proposals.solved'],
  ['declined', 'reference', 1, undefined],
  ['adopted', 'reference', 1, 'proposals.solved'],
  ['adopted', 'planned', 1, undefined],
  ['adopted', 'planned', 2, 'proposals.round'],
] as const)('answered %s, %s, in round %s: %s', ([outcome, solved, round, code]) =>
  expect(mayAnswer({ answeredOn: null, round: 1, isLead: true }, { state: 'assigned', round }, outcome, solved)?.code).toBe(code),
)

test.for([
  ['answered', 'adopted', 0, false, undefined],
  ['answered', 'adopted', 0, true, 'proposals.evidence'],
  ['answered', 'adopted', 1, true, undefined],
  ['answered', 'declined', 1, false, 'proposals.state'],
  ['carriedOut', 'adopted', 1, true, 'proposals.state'],
] as const)('%s, %s, %s pieces of evidence, done %s: %s', ([state, outcome, evidence, isDone, code]) =>
  expect(mayWork({ state, outcome, answeredOn: '2026-03-01', evidence }, '2026-03-02', isDone, '2026-03-02')?.code).toBe(code),
)

test.for([
  [null, null, null, null],
  ['2026-03-02', null, null, 'answer'],
  ['2026-03-02', null, 'answer', null],
  ['2026-03-02', '2026-04-01', 'answer', 'work'],
  ['2026-03-02', '2026-04-01', 'work', null],
] as const)('answered %s, carried out %s, rated after %s: may rate after %s', ([answeredOn, carriedOn, gradedAfter, after]) =>
  expect(ratedAfter({ answeredOn, carriedOn, gradedAfter })).toBe(after),
)
test('dissatisfied says why, and opens one more round but no third', () => {
  expect(mayRate(true, 'answer', 'dissatisfied', null)?.code).toBe('proposals.reason')
  expect(mayRate(true, 'answer', 'dissatisfied', '没有答到点子上')).toBeNull()
  expect(mayRate(false, 'answer', 'satisfied', null)?.code).toBe('proposals.author')
  expect([opensAgain('dissatisfied', 1), opensAgain('dissatisfied', 2), opensAgain('mostly', 1)]).toEqual([true, false, false])
})

const done = { state: 'carriedOut' as const, outcome: 'adopted' as const, carriedOn: '2026-01-01', answeredOn: '2025-12-01' }
const before = [{ fromOn: '2026-01-01', untilOn: '2026-01-31', isRejected: false }]
test.for([
  ['2026-01-31', '2026-02-28', false, 'proposals.double'],
  ['2026-02-01', '2026-02-28', false, undefined],
  ['2026-01-31', '2026-02-28', true, undefined],
  ['2026-02-01', '2026-03-03', false, 'proposals.span'],
  ['2026-02-02', '2026-02-01', false, 'proposals.span'],
] as const)('an effect from %s to %s, the one before rejected %s: %s', ([fromOn, untilOn, isRejected, code]) =>
  expect(
    mayStateEffect(
      done,
      { fromOn, untilOn },
      before.map((each) => ({ ...each, isRejected })),
      '2026-03-02',
    )?.code,
  ).toBe(code),
)

const stated = { statedFen: 100, statedBy: 'a', confirmedOn: null, isRejected: false }
test.for([
  ['a', 100, false, 'proposals.same'],
  ['b', 101, false, 'proposals.more'],
  ['b', 100, true, 'proposals.double'],
  ['b', 100, false, undefined],
] as const)('confirmed by %s, %s fen, voucher used %s: %s', ([by, fen, used, code]) =>
  expect(maySettle(stated, by, fen, used)?.code).toBe(code),
)

test('pairs see Chinese and leave out what stands everywhere', () => {
  expect(gramsOf('建议')).toEqual([])
  expect(gramsOf('热饭')).toHaveLength(1)
  expect(gramsOf('夜班热饭')).toEqual(gramsOf('夜班热饭，夜班热饭'))
  expect(gramsOf('ＡＢ')).toEqual(gramsOf('ab'))
})
