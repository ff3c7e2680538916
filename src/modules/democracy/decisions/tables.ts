import { bigint, boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type * as names from './rules/names.ts'

const moment = () => timestamp({ withTimezone: true })
const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }

export const matters = pgTable('decision_matters', {
  ...ofUnion,
  kind: text().$type<names.Kind>().notNull(),
  title: text().notNull(),
  draft: text().notNull(),
  registeredSide: text().$type<names.Side>().notNull(),
  registeredOn: date().notNull(),
  registeredAt: moment().notNull(),
  opinionsUntil: date(),
  plannedOn: date(),
  position: text(),
  takenUp: text(),
  notTaken: text(),
  positionOn: date(),
  metOn: date(),
  meeting: text(),
  representedBy: text(),
  unionOpinion: text(),
  unionVote: text().$type<names.Vote>(),
  decidedOn: date(),
  outcome: text().$type<names.Outcome>(),
  decision: text(),
  reasons: text(),
  answer: text(),
  feedbackOn: date(),
  closedOn: date(),
  version: integer().notNull().default(1),
})
export type Matter = typeof matters.$inferSelect

const ofMatter = { ...ofUnion, matterId: uuid().notNull() }
export const opinions = pgTable('decision_opinions', {
  ...ofMatter,
  memberId: uuid().notNull(),
  choice: text().$type<names.Choice>().notNull(),
  body: text(),
  at: moment().notNull(),
})
export const reactions = pgTable('decision_reactions', {
  ...ofMatter,
  memberId: uuid().notNull(),
  mark: text().$type<names.Mark>().notNull(),
  body: text(),
  at: moment().notNull(),
})
export const skips = pgTable('decision_skips', {
  ...ofMatter,
  stage: text().$type<names.Stage>().notNull(),
  side: text().$type<names.Side>().notNull(),
  reason: text().notNull(),
  skippedOn: date().notNull(),
  explanation: text(),
  explainedOn: date(),
})
export const tasks = pgTable('decision_tasks', {
  ...ofMatter,
  side: text().$type<names.Side>().notNull(),
  title: text().notNull(),
  owner: text().notNull(),
  dueOn: date().notNull(),
  doneOn: date(),
  outcome: text(),
})
export const progress = pgTable('decision_progress', {
  ...ofUnion,
  taskId: uuid().notNull(),
  side: text().$type<names.Side>().notNull(),
  body: text().notNull(),
  at: moment().notNull(),
})
export const instruments = pgTable('decision_instruments', {
  ...ofUnion,
  power: text().$type<names.InstrumentPower>().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  addressee: text().notNull(),
  issuedOn: date().notNull(),
  replyBy: date().notNull(),
  reply: text().$type<names.Reply>(),
  replyText: text(),
  repliedOn: date(),
})
export const items = pgTable('decision_items', {
  ...ofUnion,
  year: integer().notNull(),
  title: text().notNull(),
  coreTask: text().$type<names.CoreTask>(),
  coreWords: text(),
  askedPeople: text(),
  askedFen: bigint({ mode: 'number' }).notNull(),
  askedThings: text(),
  submittedOn: date().notNull(),
  answer: text().$type<names.Answer>(),
  answerText: text(),
  grantedPeople: text(),
  grantedFen: bigint({ mode: 'number' }),
  grantedThings: text(),
  answeredOn: date(),
  agreedOn: date(),
  doneOn: date(),
  effect: text(),
})
export const rights = pgTable('decision_rights', {
  ...ofUnion,
  number: integer().notNull(),
  kind: text().$type<'right' | 'duty'>().notNull(),
  title: text().notNull(),
  isKey: boolean().notNull(),
  loadedOn: date().notNull(),
  endedOn: date(),
})
export const checks = pgTable('decision_right_checks', {
  ...ofUnion,
  rightId: uuid().notNull(),
  year: integer().notNull(),
  owner: text().notNull(),
  wasUsed: boolean().notNull(),
  evidence: text(),
  checkedOn: date().notNull(),
})

const FILED = { basis: 'duty', retention: '随事项档案保存' } as const
export const dictionary = [
  personal(matters, { representedBy: { ...FILED, title: '出席会议的工会代表', purpose: '记录工会参加了决策' } }),
  personal(opinions, { body: { ...FILED, title: '对草案的意见', purpose: '供工会形成书面意见，不显示姓名' } }),
  personal(reactions, { body: { ...FILED, title: '对决定的评价', purpose: '了解职工对决定是否满意，不显示姓名' } }),
  personal(tasks, { owner: { ...FILED, title: '任务负责人', purpose: '落实决定' } }),
  personal(instruments, { addressee: { ...FILED, title: '文书送达对象', purpose: '向行政方提出建议' } }),
  personal(checks, { owner: { ...FILED, title: '权利义务责任人', purpose: '落实工会的权利义务' } }),
]
