import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { impersonal, personal } from '#platform/secrets'
import type { Process, processStates, Stage, UnitKind } from './contract.ts'

const ofUnion = { unionId: uuid().notNull(), unionPath: text().notNull() }

export const employers = pgTable('employers', {
  id: uuid().primaryKey().defaultRandom(),
  ...ofUnion,
  name: text().notNull(),
  pinyin: text().notNull().default(''),
  initials: text().notNull().default(''),
  creditCode: text(),
  unitKind: text().$type<UnitKind>().notNull(),
  ownership: text(),
  sector: text(),
  address: text(),
  headcount: integer(),
  setUpOn: date(),
  source: text(),
  stage: text().$type<Stage>().notNull().default('none'),
  stageOn: date(),
  coveredBy: uuid(),
  organiserId: uuid(),
  organiserName: text(),
  nextStep: text(),
  nextOn: date(),
  version: integer().notNull().default(1),
  createdAt: timestamp({ withTimezone: true }).notNull(),
})

export const employerSteps = pgTable('employer_steps', {
  id: uuid().primaryKey().defaultRandom(),
  employerId: uuid().notNull(),
  ...ofUnion,
  stage: text().$type<Stage>().notNull(),
  onDay: date().notNull(),
  note: text().notNull(),
  account: uuid(),
  postTitle: text(),
  at: timestamp({ withTimezone: true }).notNull(),
})

export const obstructions = pgTable('employer_obstructions', {
  id: uuid().primaryKey().defaultRandom(),
  employerId: uuid().notNull(),
  ...ofUnion,
  facts: text().notNull(),
  openedOn: date().notNull(),
  labourAskedOn: date(),
  labourResult: text(),
  governmentAskedOn: date(),
  governmentResult: text(),
  closedOn: date(),
  outcome: text(),
})

type ProcessState = (typeof processStates)[number]
export const keyEmployers = pgTable('key_employers', {
  id: uuid().primaryKey().defaultRandom(),
  employerId: uuid().notNull(),
  ...ofUnion,
  instructorId: uuid(),
  instructorName: text(),
  founding: text().$type<ProcessState>().notNull().default('open'),
  election: text().$type<ProcessState>().notNull().default('open'),
  congress: text().$type<ProcessState>().notNull().default('open'),
  since: date().notNull(),
  version: integer().notNull().default(1),
})

export const visits = pgTable('key_employer_visits', {
  id: uuid().primaryKey().defaultRandom(),
  keyId: uuid().notNull(),
  ...ofUnion,
  kind: text().$type<'visit' | 'advice'>().notNull(),
  process: text().$type<Process>(),
  onDay: date().notNull(),
  note: text().notNull(),
  account: uuid(),
  at: timestamp({ withTimezone: true }).notNull(),
})

export const employerImports = pgTable('employer_imports', {
  batch: uuid().notNull(),
  employerId: uuid().notNull(),
  ...ofUnion,
  oldValues: jsonb().$type<Partial<typeof employers.$inferInsert>>(),
  version: integer().notNull(),
})

const ofUnit = '用人单位的登记信息，不是个人信息'
const named = { basis: 'duty', retention: '任务结束后随档案保存' } as const
export const dictionary = [
  impersonal(employers, { pinyin: ofUnit, initials: ofUnit, address: '用人单位的办公地址' }),
  personal(employers, { organiserName: { title: '建会组织员姓名', purpose: '由谁联系这个单位建会', ...named } }),
  personal(keyEmployers, { instructorName: { title: '重点企业指导员姓名', purpose: '由谁指导这家重点企业', ...named } }),
]
