import { bigint, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { CourseKind } from './rules/names.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }
const moment = () => timestamp({ withTimezone: true })

export const courses = pgTable('cadre_courses', {
  ...ofUnion,
  kind: text().$type<CourseKind>().notNull(),
  title: text().notNull(),
  subjects: text().array().notNull(),
  content: text().notNull().default(''),
  teacher: text(),
  place: text(),
  startsOn: date().notNull(),
  endsOn: date().notNull(),
  enrolUntil: date().notNull(),
  hours: integer().notNull(),
  capacity: integer().notNull(),
  leastDays: integer().notNull(),
  passMark: integer(),
  publishedAt: moment(),
  cancelledAt: moment(),
  cancelledWhy: text(),
  closedAt: moment(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull(),
})

export const trainings = pgTable('cadre_trainings', {
  ...ofUnion,
  memberId: uuid().notNull(),
  personName: text().notNull(),
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  courseId: uuid(),
  kind: text().$type<CourseKind>().notNull(),
  title: text().notNull(),
  subjects: text().array().notNull(),
  hours: integer().notNull(),
  organiser: text(),
  startsOn: date().notNull(),
  enrolledAt: moment().notNull(),
  withdrawnAt: moment(),
  mark: integer(),
  completedOn: date(),
  missedWhy: text(),
  certificateNumber: text(),
})

/** Which place a training has in its course's queue: ids and places only, also beyond one's scope. */
export const places = pgTable('cadre_course_places', {
  trainingId: uuid().notNull(),
  courseId: uuid().notNull(),
  place: integer().notNull(),
})

export const attendances = pgTable('cadre_attendances', {
  ...ofUnion,
  trainingId: uuid().notNull(),
  memberId: uuid().notNull(),
  onDay: date().notNull(),
  way: text().$type<'code' | 'hand'>().notNull(),
  at: moment().notNull(),
})

export const dictionary = personal(trainings, {
  personName: {
    title: '参训干部姓名',
    purpose: '登记报名、到课、成绩和结业证书',
    basis: 'duty',
    retention: '随干部档案长期保存',
  },
})
