import { expect, test } from 'vitest'
import { chainOf, type Happened, maySkip, mayWork, stepAt } from '../rules.ts'

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
