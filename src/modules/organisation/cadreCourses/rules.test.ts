import { expect, test } from 'vitest'
import {
  type CourseFacts,
  daysOf,
  mayAttend,
  mayChangeCourse,
  mayClose,
  mayEnrol,
  mayLeave,
  mayPlan,
  mayPublish,
  mayRecord,
  queueOf,
  shortfall,
  stateOf,
  trainingStateOf,
} from './rules.ts'

const at = new Date('2026-02-01T02:00:00Z')
const course: CourseFacts = {
  ...{ startsOn: '2026-03-10', endsOn: '2026-03-12', enrolUntil: '2026-03-05', capacity: 2, leastDays: 2, passMark: 60 },
  ...{ publishedAt: at, cancelledAt: null, closedAt: null },
}

test.for([
  ['2026-03-05', 1, {}, 'open'],
  ['2026-03-05', 2, {}, 'full'],
  ['2026-03-06', 1, {}, 'shut'],
  ['2026-03-10', 2, {}, 'running'],
  ['2026-03-12', 2, {}, 'running'],
  ['2026-03-13', 2, {}, 'ended'],
  ['2026-03-13', 2, { closedAt: at }, 'closed'],
  ['2026-03-01', 0, { publishedAt: null }, 'draft'],
  ['2026-03-01', 0, { cancelledAt: at }, 'cancelled'],
] as const)('on %s with %i enrolled and %o: %s', ([day, taken, more, state]) =>
  expect(stateOf({ ...course, ...more }, taken, day)).toBe(state),
)

const row = { courseId: 'c', withdrawnAt: null, completedOn: null, missedWhy: null }
test('the second of two places has a seat, the third waits first', () => {
  expect(trainingStateOf(row, 2, 2)).toBe('seated')
  expect(trainingStateOf(row, 3, 2)).toBe('waiting')
  expect(queueOf('waiting', 3, 2)).toBe(1)
  expect(trainingStateOf({ ...row, withdrawnAt: at }, null, 2)).toBe('withdrawn')
  expect(trainingStateOf({ ...row, completedOn: '2026-03-12' }, 1, 2)).toBe('completed')
  expect(trainingStateOf({ ...row, courseId: null }, null, null)).toBe('elsewhere')
})

const cadre = { isCadre: true, isBelow: true, isEnrolled: false, byOrganiser: false }
test.for([
  ['2026-03-05', {}, undefined],
  ['2026-03-06', {}, 'cadreCourses.shut'],
  ['2026-03-06', { byOrganiser: true }, undefined],
  ['2026-03-13', { byOrganiser: true }, 'cadreCourses.shut'],
  ['2026-03-05', { isCadre: false }, 'cadreCourses.cadre'],
  ['2026-03-05', { isBelow: false }, 'cadreCourses.below'],
  ['2026-03-05', { isEnrolled: true }, 'cadreCourses.twice'],
] as const)('enrolling on %s as %o: %s', ([day, more, code]) =>
  expect(mayEnrol(course, day, { ...cadre, ...more })?.code).toBe(code),
)

test.for([
  ['seated', '2026-03-09', false, undefined],
  ['waiting', '2026-03-09', false, undefined],
  ['seated', '2026-03-10', false, 'cadreCourses.begun'],
  ['seated', '2026-03-10', true, undefined],
  ['withdrawn', '2026-03-01', false, 'cadreCourses.left'],
] as const)('leaving as %s on %s, by the organiser %s: %s', ([state, day, by, code]) =>
  expect(mayLeave(course, state, day, by)?.code).toBe(code),
)

test.for([
  ['seated', '2026-03-10', '2026-03-10', undefined],
  ['seated', '2026-03-12', '2026-03-20', undefined],
  ['seated', '2026-03-13', '2026-03-20', 'cadreCourses.day'],
  ['seated', '2026-03-11', '2026-03-10', 'cadreCourses.early'],
  ['waiting', '2026-03-10', '2026-03-10', 'cadreCourses.seat'],
] as const)('attending as %s on %s, told on %s: %s', ([state, day, today, code]) =>
  expect(mayAttend(course, state, day, today)?.code).toBe(code),
)

test.for([
  [2, 60, null],
  [1, 100, '到课 1 天，少于 2 天'],
  [2, 59, '测试 59 分，未达 60 分'],
  [3, null, '没有测试成绩'],
] as const)('%i days and %s points: %s', ([days, mark, why]) => expect(shortfall(course, days, mark)).toBe(why))

test('without a test it is enough to have been there', () => expect(shortfall({ ...course, passMark: null }, 2, null)).toBeNull())

test('planning, publishing, changing, closing', () => {
  expect(daysOf(course)).toEqual(['2026-03-10', '2026-03-11', '2026-03-12'])
  expect(mayPlan(course)).toBeNull()
  expect(mayPlan({ ...course, leastDays: 4 })?.code).toBe('cadreCourses.leastDays')
  expect(mayPlan({ ...course, endsOn: '2026-03-09' })?.code).toBe('cadreCourses.days')
  expect(mayPlan({ ...course, enrolUntil: '2026-03-13' })?.code).toBe('cadreCourses.days')
  expect(mayPublish({ ...course, publishedAt: null }, '2026-03-05')).toBeNull()
  expect(mayPublish({ ...course, publishedAt: null }, '2026-03-06')?.code).toBe('cadreCourses.days')
  expect(mayChangeCourse(course, 2, 2)).toBeNull()
  expect(mayChangeCourse(course, 1, 2)?.code).toBe('cadreCourses.capacity')
  expect(mayClose(course, '2026-03-11')?.code).toBe('cadreCourses.running')
  expect(mayClose(course, '2026-03-12')).toBeNull()
  expect(mayRecord('2026-03-01', '2026-03-02', '2026-03-02')).toBeNull()
  expect(mayRecord('2026-03-01', '2026-03-03', '2026-03-02')?.code).toBe('cadreCourses.days')
})
