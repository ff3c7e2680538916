import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { assemblyKinds } from './contract.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }
const moment = () => timestamp({ withTimezone: true })

export const urges = pgTable('duty_urges', {
  ...ofUnion,
  dutyId: uuid().notNull(),
  fromUnionId: uuid().notNull(),
  sentOn: date().notNull(),
  replyBy: date().notNull(),
  answeredOn: date(),
  closedOn: date(),
  outcome: text(),
  at: moment().notNull(),
})

export const urgeMessages = pgTable('duty_urge_messages', {
  ...ofUnion,
  urgeId: uuid().notNull(),
  byUnionId: uuid().notNull(),
  byPost: text().notNull(),
  body: text().notNull(),
  at: moment().notNull(),
})

export const assemblies = pgTable('assemblies', {
  ...ofUnion,
  kind: text().$type<(typeof assemblyKinds)[number]>().notNull(),
  heldOn: date().notNull(),
  expected: integer().notNull(),
  present: integer().notNull(),
  document: text().notNull(),
  withdrawnOn: date(),
  withdrawnWhy: text(),
  at: moment().notNull(),
})

export const feeds = pgTable('duty_feeds', {
  account: uuid().primaryKey(),
  tokenHash: text().notNull(),
  since: moment().notNull(),
  readAt: moment(),
})
