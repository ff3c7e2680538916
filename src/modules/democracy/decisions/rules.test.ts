import { expect, test } from 'vitest'
import {
  FLOOR,
  grouped,
  hasFullPart,
  isLayoffSoon,
  type MatterFacts,
  mayAct,
  mayAgree,
  mayAsk,
  mayClose,
  mayDecide,
  mayFeedBack,
  mayFinishTask,
  mayMeet,
  mayPosition,
  maySay,
  maySkip,
  skipWarning,
  stageStates,
} from './rules.ts'

const fresh: MatterFacts = {
  ...{ kind: 'rules', opinionsUntil: '2026-03-10', positionOn: null, metOn: null, unionVote: null, decidedOn: null },
  ...{ outcome: null, feedbackOn: null, tasks: 0, openTasks: 0, skipped: [], closedOn: null },
}
const code = (verdict: { code: string } | null) => verdict?.code

test.for([
  ['2026-03-09', undefined],
  ['2026-03-10', undefined],
  ['2026-03-11', 'decisions.over'],
] as const)('a worker speaks on %s: %s', ([day, refused]) => expect(code(maySay(fresh, day))).toBe(refused))

test('nobody speaks on what was not asked, or after the position', () => {
  expect(code(maySay({ ...fresh, opinionsUntil: null }, '2026-03-02'))).toBe('decisions.notAsked')
  expect(code(maySay({ ...fresh, positionOn: '2026-03-05' }, '2026-03-06'))).toBe('decisions.over')
})

test.for([
  ['union', '2026-03-10', 'decisions.asking'],
  ['union', '2026-03-11', undefined],
  ['employer', '2026-03-11', 'decisions.unionOnly'],
] as const)('the position by the %s on %s: %s', ([side, day, refused]) =>
  expect(code(mayPosition(fresh, side, day))).toBe(refused),
)

test('the matter does not move on without the position or a stated reason', () => {
  expect(code(mayMeet(fresh, '2026-03-12', '2026-03-12'))).toBe('decisions.consult')
  expect(mayMeet({ ...fresh, positionOn: '2026-03-11' }, '2026-03-12', '2026-03-12')).toBe(null)
  expect(mayMeet({ ...fresh, skipped: ['consult'] }, '2026-03-12', '2026-03-12')).toBe(null)
  expect(code(mayMeet({ ...fresh, positionOn: '2026-03-11' }, '2026-03-13', '2026-03-12'))).toBe('decisions.future')
  expect(code(mayDecide({ ...fresh, positionOn: '2026-03-11' }, { answer: null, isDiffering: false }))).toBe(
    'decisions.deliberate',
  )
})

test('a union that voted against is answered with the decision', () => {
  const met = { ...fresh, positionOn: '2026-03-11', metOn: '2026-03-12', unionVote: 'against' as const }
  expect(code(mayDecide(met, { answer: null, isDiffering: true }))).toBe('decisions.answer')
  expect(mayDecide(met, { answer: '已采纳第二条', isDiffering: true })).toBe(null)
  expect(mayDecide(met, { answer: null, isDiffering: false })).toBe(null)
})

test('stages stand as the facts say, and a stage is passed over only when it is its turn', () => {
  expect(stageStates(fresh)).toEqual({ consult: 'now', deliberate: 'later', feedback: 'later', share: 'later' })
  const skipped = { ...fresh, skipped: ['consult'] as const }
  expect(stageStates(skipped)).toEqual({ consult: 'skipped', deliberate: 'now', feedback: 'later', share: 'later' })
  expect(code(maySkip(fresh, 'deliberate'))).toBe('decisions.order')
  expect(maySkip(fresh, 'consult')).toBe(null)
  expect(code(maySkip(skipped, 'consult'))).toBe('decisions.passed')
  expect(code(maySkip({ ...skipped, metOn: '2026-03-12' }, 'feedback'))).toBe('decisions.undecided')
  expect(skipWarning('rules', 'consult', '2026-03-02')).toContain('《劳动合同法》第四条')
  expect(skipWarning('other', 'consult', '2026-03-02')).toBe(null)
})

test('full part is all four stages done, none passed over', () => {
  const whole = {
    ...fresh,
    positionOn: '2026-03-11',
    metOn: '2026-03-12',
    decidedOn: '2026-03-12',
    feedbackOn: '2026-03-13',
    tasks: 1,
  }
  expect(hasFullPart(whole)).toBe(true)
  expect(hasFullPart({ ...whole, metOn: null, skipped: ['deliberate'] })).toBe(false)
})

test('a matter is closed with nothing open', () => {
  const fed = { ...fresh, positionOn: '2026-03-11', metOn: '2026-03-12', decidedOn: '2026-03-12', feedbackOn: '2026-03-13' }
  expect(code(mayFeedBack(fresh))).toBe('decisions.undecided')
  expect(code(mayClose(fed))).toBe('decisions.stage')
  expect(mayClose({ ...fed, outcome: 'dropped' })).toBe(null)
  expect(code(mayClose({ ...fed, tasks: 2, openTasks: 1 }))).toBe('decisions.openTasks')
  expect(mayClose({ ...fed, tasks: 2 })).toBe(null)
  expect(code(mayClose({ ...fed, tasks: 2, closedOn: '2026-04-01' }))).toBe('decisions.closed')
})

test('each side acts for its own unit and ends its own tasks', () => {
  expect(code(mayAct(null, true))).toBe('decisions.side')
  expect(code(mayAct('union', false))).toBe('decisions.own')
  expect(mayAct('employer', true)).toBe(null)
  expect(code(mayFinishTask({ side: 'union', doneOn: null }, 'employer'))).toBe('decisions.otherSide')
  expect(mayFinishTask({ side: 'union', doneOn: null }, 'union')).toBe(null)
})

test.for([
  ['2026-03-31', { days: 29, lawDays: 30 }],
  ['2026-04-01', null],
  ['2026-04-02', null],
] as const)('a layoff told on 2026-03-02 for %s', ([plannedOn, expected]) =>
  expect(isLayoffSoon({ kind: 'layoff', registeredOn: '2026-03-02', plannedOn }, 30)).toEqual(expected),
)

test('the last day of asking lies neither behind nor after the day of effect', () => {
  expect(code(mayAsk('2026-03-01', null, '2026-03-02'))).toBe('decisions.until')
  expect(mayAsk('2026-03-02', null, '2026-03-02')).toBe(null)
  expect(code(mayAsk('2026-03-10', '2026-03-10', '2026-03-02'))).toBe('decisions.planned')
})

test.for([
  [[], []],
  [[4], []],
  [[5], [5]],
  [[6, 4], [10]],
  [
    [9, 6, 2],
    [9, 8],
  ],
  [
    [9, 3, 2],
    [9, 5],
  ],
  [[3, 2], [5]],
] as const)('answers by group %o stand as %o', ([counts, expected]) => {
  const shown = grouped(counts.map((count, at) => ({ name: `${at}`, count })))
  expect(shown.map(({ count }) => count)).toEqual(expected)
  expect(shown.every(({ count }) => count >= FLOOR)).toBe(true)
})

test('an item is in the plan when both have said so', () => {
  expect(code(mayAgree({ answer: null, agreedOn: null }))).toBe('decisions.unanswered')
  expect(code(mayAgree({ answer: 'refused', agreedOn: null }))).toBe('decisions.refused')
  expect(mayAgree({ answer: 'changed', agreedOn: null })).toBe(null)
})
