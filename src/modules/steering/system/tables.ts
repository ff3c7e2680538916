import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = () => timestamp({ withTimezone: true })

export const jobs = pgTable('jobs', {
  name: text().primaryKey(),
  title: text().notNull(),
  schedule: text().notNull(),
  nextAt: moment().notNull(),
  takenBy: uuid(),
  takenUntil: moment(),
  beganAt: moment(),
  endedAt: moment(),
  outcome: jsonb().$type<Record<string, number>>(),
  failedAt: moment(),
  failure: text(),
  failures: integer().notNull(),
})

export const servers = pgTable('servers', {
  id: uuid().primaryKey(),
  host: text().notNull(),
  version: text().notNull(),
  runtime: text().notNull(),
  channels: text().array().notNull(),
  keys: text().array().notNull(),
  startedAt: moment().notNull(),
  seenAt: moment().notNull(),
})

export const backups = pgTable('backups', {
  id: bigint({ mode: 'number' }).primaryKey(),
  at: moment().notNull(),
  file: text().notNull(),
  rowCount: bigint({ mode: 'number' }).notNull(),
})
