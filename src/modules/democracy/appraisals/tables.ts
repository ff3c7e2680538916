import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Electorate, Kind } from './rules.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }

export const appraisals = pgTable('appraisals', {
  ...ofUnion,
  kind: text().$type<Kind>().notNull(),
  electorate: text().$type<Electorate>().notNull(),
  title: text().notNull(),
  subjects: text().array().notNull(),
  items: text().array().notNull(),
  madeOn: date().notNull(),
  ballotId: uuid(),
  openedOn: date(),
  closesOn: date(),
  countedOn: date(),
  isWithheld: boolean().notNull().default(false),
  reportedOn: date(),
  reportedAtMeeting: text(),
  publishedOn: date(),
  version: integer().notNull().default(1),
})
export type Appraisal = typeof appraisals.$inferSelect

export const improvements = pgTable('appraisal_improvements', {
  ...ofUnion,
  appraisalId: uuid().notNull(),
  subject: text().notNull(),
  title: text().notNull(),
  owner: text().notNull(),
  dueOn: date().notNull(),
  doneOn: date(),
  evidence: text(),
})

const FILED = { basis: 'duty', retention: '随评议档案保存' } as const
export const dictionary = [
  personal(appraisals, { subjects: { ...FILED, title: '评议对象', purpose: '民主评议' } }),
  personal(improvements, {
    subject: { ...FILED, title: '改进对象', purpose: '落实评议结果' },
    owner: { ...FILED, title: '改进责任人', purpose: '落实评议结果' },
  }),
]
