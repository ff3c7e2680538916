import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { impersonal, personal } from '#platform/secrets'
import type {
  Audience,
  Body,
  Capacity,
  Earlier,
  Ground,
  Heading,
  Kind,
  Outcome,
  Periodicity,
  QuestionKind,
  Role,
  Settled,
  Sheet,
  Side,
  StepKind,
  VersionState,
} from './contract/shapes.ts'

const moment = () => timestamp({ withTimezone: true })
const row = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }

export const plans = pgTable('disclosure_plans', {
  ...row,
  kind: text().$type<Kind>().notNull(),
  title: text().notNull(),
  basis: text().notNull(),
  madeAt: moment().notNull(),
  adoptedOn: date(),
  meeting: text(),
  replacedOn: date(),
})

export const entries = pgTable('disclosure_entries', {
  ...row,
  planId: uuid().notNull(),
  heading: text().$type<Heading>().notNull(),
  title: text().notNull(),
  content: text().notNull(),
  procedure: text().notNull(),
  period: text().$type<Periodicity>().notNull(),
  dueDays: integer().notNull(),
  side: text().$type<Side>().notNull(),
  responsible: text().notNull(),
  audience: text().$type<Audience>().notNull(),
  article: text().notNull(),
  position: integer().notNull(),
  endedOn: date(),
})

export const changes = pgTable('disclosure_changes', {
  ...row,
  entryId: uuid().notNull(),
  before: jsonb(),
  after: jsonb(),
  reason: text().notNull(),
  byPost: text().notNull(),
  at: moment().notNull(),
})

export const seats = pgTable('disclosure_seats', {
  ...row,
  body: text().$type<Body>().notNull(),
  role: text().$type<Role>().notNull(),
  capacity: text().$type<Capacity>().notNull(),
  memberId: uuid(),
  personName: text().notNull(),
  title: text().notNull(),
  fromOn: date().notNull(),
  untilOn: date(),
})

export const items = pgTable('disclosure_items', {
  ...row,
  entryId: uuid().notNull(),
  kind: text().$type<Kind>().notNull(),
  side: text().$type<Side>().notNull(),
  audience: text().$type<Audience>().notNull(),
  label: text().notNull(),
  periodFrom: date().notNull(),
  dueOn: date().notNull(),
  publishedOn: date(),
  shownUntil: date(),
  takenDownOn: date(),
  takenDownWhy: text(),
  isVoid: boolean().notNull().default(false),
  droppedOn: date(),
})

export const versions = pgTable('disclosure_versions', {
  ...row,
  itemId: uuid().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  tables: jsonb().$type<Sheet[]>().notNull().default([]),
  reason: text(),
  state: text().$type<VersionState>().notNull(),
  byPerson: uuid(),
  byPost: text().notNull(),
  approvedBy: uuid(),
  publishedAt: moment(),
  hash: text(),
})

export const steps = pgTable('disclosure_steps', {
  ...row,
  itemId: uuid().notNull(),
  number: integer().notNull(),
  step: text().$type<StepKind>().notNull(),
  isTrue: boolean(),
  isComplete: boolean(),
  isLawful: boolean(),
  note: text().notNull(),
  paper: text(),
  byTitle: text().notNull(),
  onDay: date().notNull(),
  seq: integer().notNull().generatedAlwaysAsIdentity(),
})

export const reads = pgTable('disclosure_reads', {
  id: uuid().primaryKey().defaultRandom(),
  itemId: uuid().notNull(),
  number: integer().notNull(),
  memberId: uuid().notNull(),
})

export const questions = pgTable('disclosure_questions', {
  ...row,
  itemId: uuid().notNull(),
  side: text().$type<Side>().notNull(),
  number: integer().notNull(),
  kind: text().$type<QuestionKind>().notNull(),
  body: text().notNull(),
  askerName: text(),
  askedOn: date().notNull(),
  answer: text(),
  outcome: text().$type<Outcome>(),
  answeredOn: date(),
  answeredBy: text(),
  reopenedOn: date(),
  reopenedWhy: text(),
  earlier: jsonb().$type<Earlier[]>().notNull().default([]),
  settledAs: text().$type<Settled>(),
})

export const askers = pgTable('disclosure_askers', {
  id: uuid().primaryKey().defaultRandom(),
  questionId: uuid().notNull(),
  memberId: uuid().notNull(),
})

export const reports = pgTable('disclosure_reports', {
  ...row,
  itemId: uuid(),
  ground: text().$type<Ground>().notNull(),
  authority: text().notNull(),
  facts: text().notNull(),
  receivedOn: date().notNull(),
  investigatedOn: date(),
  result: text(),
  byPost: text().notNull(),
})

const kept = { basis: 'duty', retention: '随公开档案保存' } as const
export const dictionary = [
  impersonal(changes, { before: '目录条目改动前的样子', after: '目录条目改动后的样子' }),
  personal(seats, { personName: { title: '公开领导小组、监督小组成员姓名', purpose: '谁批准、谁核查公开事项', ...kept } }),
  personal(questions, { askerName: { title: '提问职工姓名', purpose: '职工自己愿意署名的提问', ...kept } }),
  personal(askers, { memberId: { title: '谁提的问', purpose: '让提问人自己看到答复，别人都看不到', ...kept } }),
  personal(reads, { memberId: { title: '谁确认已读', purpose: '只汇总人数，不列名单', ...kept } }),
]
