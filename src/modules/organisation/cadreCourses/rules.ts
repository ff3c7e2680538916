import { addDays, type Day } from '#kit/dates'
import { refuse, type Verdict } from '#law/verdict'
import type { CourseState, TrainingState } from './rules/names.ts'

export * from './rules/names.ts'

export type CourseFacts = {
  startsOn: Day
  endsOn: Day
  enrolUntil: Day
  capacity: number
  leastDays: number
  passMark: number | null
  publishedAt: Date | null
  cancelledAt: Date | null
  closedAt: Date | null
}

/** Where a course stands on a day; `taken` enrolments, those who wait among them. */
export function stateOf(course: CourseFacts, taken: number, today: Day): CourseState {
  if (course.cancelledAt) return 'cancelled'
  if (course.closedAt) return 'closed'
  if (!course.publishedAt) return 'draft'
  if (today > course.endsOn) return 'ended'
  if (today >= course.startsOn) return 'running'
  if (today > course.enrolUntil) return 'shut'
  return taken >= course.capacity ? 'full' : 'open'
}

export type TrainingFacts = {
  courseId: string | null
  withdrawnAt: Date | null
  completedOn: Day | null
  missedWhy: string | null
}
/** Seats go to the first `capacity` places of the queue; whoever is behind moves up when somebody withdraws. */
export function trainingStateOf(training: TrainingFacts, place: number | null, capacity: number | null): TrainingState {
  if (training.courseId === null) return 'elsewhere'
  if (training.completedOn) return 'completed'
  if (training.missedWhy) return 'missed'
  if (training.withdrawnAt || place === null) return 'withdrawn'
  return place <= (capacity ?? 0) ? 'seated' : 'waiting'
}

export const queueOf = (state: TrainingState, place: number | null, capacity: number | null) =>
  state === 'waiting' && place !== null ? place - (capacity ?? 0) : null

/** Days from the first to the last of a course. */
export function daysOf({ startsOn, endsOn }: Pick<CourseFacts, 'startsOn' | 'endsOn'>): Day[] {
  const days: Day[] = []
  for (let day = startsOn; day <= endsOn && days.length < 400; day = addDays(day, 1)) days.push(day)
  return days
}

export function mayPlan(course: Pick<CourseFacts, 'startsOn' | 'endsOn' | 'enrolUntil' | 'leastDays'>): Verdict {
  if (course.endsOn < course.startsOn) return refuse('cadreCourses.days', '结束日期不能早于开始日期')
  if (course.enrolUntil > course.endsOn) return refuse('cadreCourses.days', '报名截止不能晚于课程结束')
  return course.leastDays > daysOf(course).length ? refuse('cadreCourses.leastDays', '最少到课天数不能多于课程天数') : null
}

/** A published course may still be put right, but not below those who already have a seat, and not after it is closed. */
export function mayChangeCourse(course: CourseFacts, capacity: number, seated: number): Verdict {
  if (course.cancelledAt || course.closedAt) return refuse('cadreCourses.over', '课程已经结业或取消，不能再改')
  return course.publishedAt && capacity < seated
    ? refuse('cadreCourses.capacity', `已有 ${seated} 人有名额，名额不能少于这个数`)
    : null
}

export function mayPublish(course: CourseFacts, today: Day): Verdict {
  if (course.publishedAt) return refuse('cadreCourses.published', '已经发布')
  if (course.cancelledAt) return refuse('cadreCourses.over', '课程已经取消')
  return course.enrolUntil < today ? refuse('cadreCourses.days', '报名截止日期已过，请先改日期') : null
}

export const mayCancel = (course: CourseFacts): Verdict =>
  course.cancelledAt || course.closedAt ? refuse('cadreCourses.over', '课程已经结业或取消') : null

export type Enrolling = { isCadre: boolean; isBelow: boolean; isEnrolled: boolean; byOrganiser: boolean }
/** Enrolment is for cadres of the unions below the one that holds the course, until the day it shuts; the organiser may add later. */
export function mayEnrol(course: CourseFacts, today: Day, { isCadre, isBelow, isEnrolled, byOrganiser }: Enrolling): Verdict {
  if (!isCadre) return refuse('cadreCourses.cadre', '这门课面向在任的工会干部')
  if (!isBelow) return refuse('cadreCourses.below', '这门课只面向举办工会所属的各级工会')
  if (isEnrolled) return refuse('cadreCourses.twice', '已经报过名')
  if (!course.publishedAt || course.cancelledAt || course.closedAt) return refuse('cadreCourses.shut', '课程没有开放报名')
  if (today > course.endsOn || (today > course.enrolUntil && !byOrganiser))
    return refuse('cadreCourses.shut', '报名已经截止，可以请举办单位补报')
  return null
}

/** One leaves by oneself until the course begins. */
export function mayLeave(course: Pick<CourseFacts, 'startsOn'>, state: TrainingState, today: Day, byOrganiser: boolean): Verdict {
  if (state !== 'seated' && state !== 'waiting') return refuse('cadreCourses.left', '没有可以退出的报名')
  return today >= course.startsOn && !byOrganiser ? refuse('cadreCourses.begun', '课程已经开始，请联系举办单位') : null
}

/** Whoever has a seat signs in on a day of the course. */
export function mayAttend(course: CourseFacts, state: TrainingState, onDay: Day, today: Day): Verdict {
  if (course.cancelledAt || course.closedAt || !course.publishedAt) return refuse('cadreCourses.over', '课程没有在进行')
  if (onDay < course.startsOn || onDay > course.endsOn) return refuse('cadreCourses.day', '这一天没有课')
  if (onDay > today) return refuse('cadreCourses.early', '还没有到上课的日子')
  return state === 'seated'
    ? null
    : refuse('cadreCourses.seat', state === 'waiting' ? '您还在候补，请联系举办单位' : '没有这门课的名额')
}

/** Why a training is not completed: not there enough, or the test not passed; `null` when it is. */
export function shortfall({ leastDays, passMark }: CourseFacts, days: number, mark: number | null): string | null {
  if (days < leastDays) return `到课 ${days} 天，少于 ${leastDays} 天`
  if (passMark === null) return null
  if (mark === null) return '没有测试成绩'
  return mark < passMark ? `测试 ${mark} 分，未达 ${passMark} 分` : null
}

export function mayClose(course: CourseFacts, today: Day): Verdict {
  if (!course.publishedAt || course.cancelledAt || course.closedAt)
    return refuse('cadreCourses.over', '课程没有发布，或已结业、取消')
  return today < course.endsOn ? refuse('cadreCourses.running', `课程到 ${course.endsOn} 结束，之后办理结业`) : null
}

export const mayRecord = (startsOn: Day, completedOn: Day, today: Day): Verdict =>
  completedOn < startsOn || completedOn > today ? refuse('cadreCourses.days', '结业日期应在开始日期与今天之间') : null
