import { expect, test } from 'vitest'
import { nameOfAct, rolledUp, standingOf } from './rules.ts'

const none = { late: 0, soon: 0, alarms: 0, isInactive: false }
test.for([
  ['nothing', none, 'onTime'],
  ['overdue beside all else', { late: 1, soon: 3, alarms: 2, isInactive: true }, 'late'],
  ['due soon', { ...none, soon: 1 }, 'due'],
  ['an alarm', { ...none, alarms: 1 }, 'due'],
  ['silence alone', { ...none, alarms: 1, isInactive: true }, 'quiet'],
  ['silence and a vacancy', { ...none, alarms: 2, isInactive: true }, 'due'],
] as const)('%s', ([, counts, standing]) => expect(standingOf(counts)).toBe(standing))

test('members count at their union and at all above it', () => {
  const rows = [
    { path: '0001', members: 1 },
    { path: '00010001', members: 10 },
    { path: '000100010001', members: 100 },
    { path: '00010002', members: 1000 },
  ]
  expect(Object.fromEntries(rolledUp(rows))).toEqual({ '0001': 1111, '00010001': 110, '000100010001': 100, '00010002': 1000 })
})

test('every act has words', () => {
  expect(nameOfAct('joining.approve')).toBe('批准入会')
  expect(nameOfAct('members.export')).toBe('导出会员档案')
  expect(nameOfAct('visits.plan')).toBe('办理走访')
  expect(nameOfAct('unheard.of')).toBe('办理事项')
})
