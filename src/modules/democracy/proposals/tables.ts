import { sql } from 'drizzle-orm'
import { bigint, boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { impersonal, personal, type PersonalField } from '#platform/secrets'
import type { Audience, Category, fileKinds, Finding, Grade, Outcome, Solution, State, StepKind } from './contract/words.ts'

const at = () => timestamp({ withTimezone: true })
const fen = () => bigint({ mode: 'number' })
const place = { unionId: uuid().notNull(), unionPath: text().notNull() }
const own = () => ({ id: uuid().primaryKey().defaultRandom(), proposalId: uuid().notNull(), ...place })

export const windows = pgTable('proposal_windows', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  title: text().notNull(),
  opensOn: date().notNull(),
  closesOn: date().notNull(),
  audience: text().$type<Audience>().notNull(),
  secondersNeeded: integer().notNull(),
  note: text(),
  sessionId: uuid(),
  sessionTitle: text(),
  reportedOn: date(),
  madeBy: uuid(),
  madeAt: at().notNull(),
})
export type WindowEntry = typeof windows.$inferSelect

export const proposals = pgTable('proposals', {
  id: uuid().primaryKey(),
  ...place,
  windowId: uuid().notNull(),
  title: text().notNull(),
  wrong: text().notNull(),
  proposed: text().notNull(),
  benefit: text(),
  category: text().$type<Category>().notNull(),
  delegation: text(),
  isConfidential: boolean().notNull().default(false),
  submittedOn: date().notNull(),
  submittedAt: at().notNull(),
  withdrawnOn: date(),
  finding: text().$type<Finding>(),
  findingWhy: text(),
  examinedOn: date(),
  year: integer(),
  number: integer(),
  mergedInto: uuid(),
  mergedOn: date(),
  round: integer().notNull().default(1),
  assignedOn: date(),
  dueOn: date(),
  answeredOn: date(),
  outcome: text().$type<Outcome>(),
  carriedOn: date(),
  grade: text().$type<Grade>(),
  gradedAfter: text().$type<'answer' | 'work'>(),
  state: text().$type<State>().notNull().generatedAlwaysAs(sql`state`),
})
export type ProposalEntry = typeof proposals.$inferSelect

export const authors = pgTable('proposal_authors', {
  ...own(),
  memberId: uuid().notNull(),
  authorName: text().notNull(),
  isDeputy: boolean().notNull(),
  isOpen: boolean().notNull(),
})

export const grams = pgTable('proposal_grams', { gram: integer().notNull(), proposalId: uuid().notNull(), ...place })

export const seconds = pgTable('proposal_seconds', {
  ...own(),
  memberId: uuid().notNull(),
  seconderName: text().notNull(),
  isDeputy: boolean().notNull(),
  at: at().notNull(),
})

export const assignments = pgTable('proposal_assignments', {
  ...own(),
  round: integer().notNull(),
  handler: text().notNull(),
  isLead: boolean().notNull(),
  isComplex: boolean().notNull(),
  assignedOn: date().notNull(),
  dueOn: date().notNull(),
  answeredOn: date(),
  outcome: text().$type<Outcome>(),
  solved: text().$type<Solution>(),
  answer: text(),
  signedBy: text(),
  answeredBy: uuid(),
})

export const effects = pgTable('proposal_effects', {
  ...own(),
  fromOn: date().notNull(),
  untilOn: date().notNull(),
  statedFen: fen().notNull(),
  basis: text().notNull(),
  statedOn: date().notNull(),
  statedBy: uuid().notNull(),
  confirmedFen: fen(),
  confirmedOn: date(),
  confirmedBy: uuid(),
  financeName: text(),
  voucher: text(),
  rejectedOn: date(),
  rejectedWhy: text(),
})

export const ratings = pgTable('proposal_ratings', {
  ...own(),
  round: integer().notNull(),
  ratedAfter: text().$type<'answer' | 'work'>().notNull(),
  grade: text().$type<Grade>().notNull(),
  reason: text(),
  memberId: uuid().notNull(),
  at: at().notNull(),
})

export const steps = pgTable('proposal_steps', {
  ...own(),
  seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  kind: text().$type<StepKind>().notNull(),
  onDay: date().notNull(),
  note: text(),
  byTitle: text().notNull(),
  at: at().notNull(),
})

export const files = pgTable('proposal_files', {
  ...own(),
  id: uuid().primaryKey(),
  kind: text().$type<keyof typeof fileKinds>().notNull(),
  type: text().notNull(),
  size: integer().notNull(),
  seconds: integer(),
  bodySealed: text().notNull(),
  at: at().notNull(),
})

const field = (title: string, purpose: string, more: Partial<PersonalField> = {}): PersonalField => ({
  title,
  purpose,
  basis: 'duty',
  retention: '随职代会档案',
  ...more,
})

export const dictionary = [
  personal(authors, { authorName: field('提案人姓名', '提案要有提案人，答复要送到他；本人要求保密的不公开') }),
  personal(seconds, { seconderName: field('附议人姓名', '附议人数是立案的条件，名单随提案表') }),
  personal(assignments, { signedBy: field('签发人', '答复由承办部门负责人签发') }),
  personal(effects, { financeName: field('财务负责人', '经济效益由谁确认要能查到') }),
  personal(files, { bodySealed: field('录音、照片', '不方便打字的职工用录音提出，照片作佐证', { sealed: true }) }),
  impersonal(assignments, { answeredBy: '账号编号' }),
  impersonal(effects, { statedBy: '账号编号', confirmedBy: '账号编号' }),
]
