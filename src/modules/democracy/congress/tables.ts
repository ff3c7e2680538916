import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { ItemResult, PresidiumMember } from './contract.ts'
import type { Answer, ItemKind, Mark, Matter, SessionKind, Side, Step, Way } from './rules/names.ts'

const moment = () => timestamp({ withTimezone: true })
const ofUnion = { unionId: uuid().notNull(), unionPath: text().notNull() }
const ofSession = { id: uuid().primaryKey().defaultRandom(), sessionId: uuid().notNull(), ...ofUnion }

export const sessions = pgTable('congress_sessions', {
  id: uuid().primaryKey().defaultRandom(),
  ...ofUnion,
  termId: uuid().notNull(),
  kind: text().$type<SessionKind>().notNull(),
  title: text().notNull(),
  opensOn: date().notNull(),
  place: text(),
  reason: text(),
  expected: integer(),
  present: integer(),
  doorSecret: text().notNull(),
  presidium: jsonb().$type<PresidiumMember[]>().notNull().default([]),
  openedAt: moment(),
  closedAt: moment(),
  publishedAt: moment(),
  reportedOn: date(),
  reportedHow: text(),
  instructorName: text(),
  instructorFrom: text(),
  cancelledOn: date(),
  cancelledWhy: text(),
  madeOn: date().notNull(),
  version: integer().notNull().default(1),
})

export const marked = pgTable('congress_steps', {
  ...ofSession,
  step: text().$type<Step>().notNull(),
  doneOn: date().notNull(),
  skippedWhy: text(),
  note: text(),
})

export const roll = pgTable('congress_roll', {
  ...ofSession,
  memberId: uuid().notNull(),
  name: text().notNull(),
  unitName: text().notNull(),
  isObserver: boolean().notNull().default(false),
  presentHow: text().$type<'qr' | 'hand'>(),
})

export const items = pgTable('congress_items', {
  ...ofSession,
  position: integer().notNull(),
  kind: text().$type<ItemKind>().notNull(),
  matter: text().$type<Matter>().notNull(),
  title: text().notNull(),
  body: text().notNull().default(''),
  reporter: text(),
  way: text().$type<Way>().notNull(),
  wayWhy: text(),
  seats: integer().notNull().default(1),
  choices: jsonb().$type<{ key: string; name: string }[]>().notNull().default([]),
  ballotId: uuid(),
  openedAt: moment(),
  closedAt: moment(),
  expected: integer(),
  present: integer(),
  result: jsonb().$type<ItemResult>(),
  resolution: text(),
})

export const votes = pgTable('congress_votes', {
  id: uuid().notNull().defaultRandom(),
  itemId: uuid().notNull(),
  memberId: uuid().notNull(),
  ...ofUnion,
  mark: text().$type<Mark>().notNull(),
})

export const opinions = pgTable('congress_opinions', {
  ...ofSession,
  itemId: uuid(),
  memberId: uuid(),
  who: text().notNull(),
  body: text().notNull(),
  onDay: date().notNull(),
  answer: text().$type<Answer>(),
  reply: text(),
  answeredOn: date(),
})

export const speakers = pgTable('congress_speakers', {
  ...ofSession,
  memberId: uuid().notNull(),
  name: text().notNull(),
  unitName: text().notNull(),
  askedAt: moment().notNull(),
  calledAt: moment(),
  endedAt: moment(),
})

export const tasks = pgTable('congress_tasks', {
  ...ofSession,
  itemId: uuid().notNull(),
  title: text().notNull(),
  side: text().$type<Side>().notNull(),
  owner: text().notNull(),
  dueOn: date().notNull(),
  doneOn: date(),
  evidence: text(),
})

export const taskViews = pgTable('congress_task_views', {
  id: uuid().notNull().defaultRandom(),
  taskId: uuid().notNull(),
  memberId: uuid().notNull(),
  ...ofUnion,
  confirms: boolean().notNull(),
  note: text(),
  onDay: date().notNull(),
})

export const firms = pgTable('congress_firms', {
  ...ofSession,
  unitId: uuid().notNull(),
  name: text().notNull(),
  staff: integer().notNull(),
  title: text().notNull(),
  resolution: text().notNull(),
  answer: text().$type<'confirmed' | 'refused'>(),
  answeredOn: date(),
  answeredBy: text(),
  note: text(),
})

export const notes = pgTable('congress_notes', {
  ...ofSession,
  about: text().notNull(),
  body: text().notNull(),
  who: text().notNull(),
  onDay: date().notNull(),
  mendedOn: date(),
  mendedNote: text(),
})

const duty = (title: string, purpose: string) => ({ title, purpose, basis: 'duty', retention: '随职代会档案保存' }) as const
export const dictionary = [
  personal(roll, { name: duty('出席代表姓名', '核对到会和表决资格'), unitName: duty('代表所在选举单位', '核对到会和表决资格') }),
  personal(opinions, { who: duty('提意见人', '答复代表和职工的意见'), body: duty('意见内容', '答复代表和职工的意见') }),
  personal(speakers, { name: duty('发言人姓名', '安排大会发言'), unitName: duty('发言人所在选举单位', '安排大会发言') }),
  personal(sessions, {
    presidium: duty('主席团成员', '预备会议通过主席团名单'),
    instructorName: duty('指导员姓名', '上级工会指导召开会议'),
  }),
  personal(tasks, { owner: duty('责任人', '落实决议、限期办结') }),
  personal(firms, { answeredBy: duty('确认人', '企业确认区域、行业职代会决议') }),
  personal(notes, { who: duty('指导员', '指导会议筹备') }),
]
