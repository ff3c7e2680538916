import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Side } from './contract.ts'

export const parties = pgTable('union_parties', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  side: text().$type<Side>().notNull(),
  personId: uuid(),
  personName: text().notNull(),
  title: text().notNull(),
  organisation: text(),
  fromOn: date().notNull(),
  untilOn: date(),
})

export const decisions = pgTable('leadership_decisions', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  decidedOn: date().notNull(),
  meeting: text().notNull(),
  decision: text().notNull(),
  executorId: uuid().notNull(),
  executorPerson: uuid(),
  dueOn: date().notNull(),
  doneOn: date(),
  outcome: text(),
  version: integer().notNull().default(1),
  createdAt: timestamp({ withTimezone: true }).notNull(),
})

export const dictionary = personal(parties, {
  personName: {
    title: '四方责任人姓名',
    purpose: '谁对本工会工作负责、决定由谁执行',
    basis: 'duty',
    retention: '卸任后随工作档案保存',
  },
})
