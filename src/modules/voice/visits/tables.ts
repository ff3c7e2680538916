import { sql } from 'drizzle-orm'
import { customType, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { impersonal, type PersonalField, personal } from '#platform/secrets'
import type { Theme, VisitRecord } from './contract.ts'
import type { Grade, stepNames } from './contract/words.ts'

const daterange = customType<{ data: string }>({ dataType: () => 'daterange' })
const at = () => timestamp({ withTimezone: true })
const place = { unionId: uuid().notNull(), unionPath: text().notNull() }

export const points = pgTable('contact_points', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  fromUnionId: uuid().notNull(),
  memberId: uuid().notNull(),
  holderName: text().notNull(),
  holderTitle: text().notNull(),
  reach: text(),
  fromOn: date().notNull(),
  untilOn: date(),
  endedOn: date(),
  endedWhy: text(),
  basis: text(),
  madeBy: uuid(),
  madeAt: at().notNull(),
  inForce: daterange().notNull().generatedAlwaysAs(sql`in_force`),
})

export const plans = pgTable('visit_plans', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  title: text().notNull(),
  fromOn: date().notNull(),
  untilOn: date().notNull(),
  visitsEach: integer().notNull(),
  themes: text().array().notNull().default([]),
  note: text(),
  madeBy: uuid(),
  madeAt: at().notNull(),
  endedOn: date(),
})

export const visits = pgTable('visits', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  pointId: uuid().notNull(),
  fromUnionId: uuid().notNull(),
  planId: uuid(),
  leadId: uuid().notNull(),
  leadName: text().notNull(),
  plannedOn: date().notNull(),
  themesAsked: text().array().notNull().default([]),
  record: jsonb().$type<VisitRecord>().notNull().default({}),
  sealed: text(),
  version: integer().notNull().default(0),
  visitedOn: date(),
  themes: text().array().notNull().default([]),
  submittedAt: at(),
  droppedAt: at(),
  droppedWhy: text(),
  madeAt: at().notNull(),
})
export type VisitEntry = typeof visits.$inferSelect

export const companions = pgTable('visit_companions', {
  id: uuid().primaryKey().defaultRandom(),
  visitId: uuid().notNull(),
  leadId: uuid().notNull(),
  ...place,
  memberId: uuid().notNull(),
  holderName: text().notNull(),
})

export const revisions = pgTable('visit_revisions', {
  id: uuid().primaryKey().defaultRandom(),
  visitId: uuid().notNull(),
  ...place,
  version: integer().notNull(),
  byAccount: uuid(),
  byName: text().notNull(),
  at: at().notNull(),
  changesSealed: text().notNull(),
})

export const conflicts = pgTable('visit_conflicts', {
  id: uuid().primaryKey().defaultRandom(),
  visitId: uuid().notNull(),
  ...place,
  field: text().notNull(),
  valuesSealed: text().notNull(),
  stoodName: text().notNull(),
  cameName: text().notNull(),
  cameAccount: uuid(),
  at: at().notNull(),
  chosen: text().$type<'stood' | 'came' | 'other'>(),
  chosenAt: at(),
  chosenName: text(),
})

export const photos = pgTable('visit_photos', {
  id: uuid().primaryKey().defaultRandom(),
  visitId: uuid().notNull(),
  ...place,
  type: text().notNull(),
  size: integer().notNull(),
  bodySealed: text().notNull(),
  caption: text(),
  at: at().notNull(),
  byAccount: uuid(),
  removedAt: at(),
})

export const problems = pgTable('visit_problems', {
  id: uuid().primaryKey().defaultRandom(),
  visitId: uuid().notNull(),
  ...place,
  matter: text().notNull(),
  raisedBy: text().notNull(),
  raisedOn: date().notNull(),
  ownerId: uuid(),
  ownerName: text().notNull(),
  dueOn: date().notNull(),
  result: text(),
  resolvedOn: date(),
  feedback: text(),
  fedBackOn: date(),
  confirmedBy: text().$type<'people' | 'union'>(),
  confirmedOn: date(),
  reopened: integer().notNull().default(0),
  version: integer().notNull().default(1),
})
export type ProblemEntry = typeof problems.$inferSelect

export const problemSteps = pgTable('visit_problem_steps', {
  id: uuid().primaryKey().defaultRandom(),
  problemId: uuid().notNull(),
  ...place,
  kind: text().$type<keyof typeof stepNames>().notNull(),
  onDay: date().notNull(),
  note: text(),
  byAccount: uuid(),
  byName: text().notNull(),
  at: at().notNull(),
})

export const ratings = pgTable('visit_ratings', {
  id: uuid().primaryKey().defaultRandom(),
  visitId: uuid().notNull(),
  ...place,
  grade: text().$type<Grade>().notNull(),
  reason: text().notNull(),
  byAccount: uuid(),
  byName: text().notNull(),
  at: at().notNull(),
})

export const themeLists = pgTable('visit_theme_lists', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  themes: jsonb().$type<Theme[]>().notNull(),
  reason: text().notNull(),
  madeBy: uuid(),
  madeAt: at().notNull(),
})

const field = (title: string, purpose: string, more: Partial<PersonalField> = {}): PersonalField => ({
  title,
  purpose,
  basis: 'duty',
  retention: '随走访档案',
  ...more,
})
const holder = field('联系人姓名', '让基层工会知道谁联系它')
const by = field('经手人', '走访记录谁写的要能查到')

export const dictionary = [
  personal(points, { holderName: holder, reach: field('联系方式', '基层工会凭此找到联系人，只登记工作用的') }),
  personal(visits, {
    leadName: holder,
    sealed: field('见到的人、走访人私下的记录', '看望困难职工等需要，只供走访人和有权限的上级按需查看', {
      sensitive: true,
      sealed: true,
    }),
    record: field('走访记录', '一线工作法：走访所见所办'),
  }),
  personal(companions, { holderName: holder }),
  personal(revisions, {
    byName: by,
    changesSealed: field('修改前后的内容', '两人同时填写时什么都不丢', { sensitive: true, sealed: true }),
  }),
  personal(conflicts, {
    stoodName: by,
    cameName: by,
    chosenName: by,
    valuesSealed: field('两边填的不同内容', '并排给人选定，都留底', { sensitive: true, sealed: true }),
  }),
  personal(photos, { bodySealed: field('走访照片', '走访的佐证；拍到的人', { sealed: true }) }),
  personal(problems, { ownerName: field('承办人', '问题有人负责') }),
  personal(problemSteps, { byName: by }),
  personal(ratings, { byName: by }),
  impersonal(photos, { byAccount: '账号编号' }),
]
