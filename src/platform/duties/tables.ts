import { bigint, boolean, date, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Applied, Ending } from './shape.ts'

/** How a duty's day was worked out, as it was then. */
export type Basis = { title: string; law: readonly Applied[]; lastDay: string; reading?: string; page?: string | null }

/** What is owed. No state is kept: it follows from the days and today. */
export const duties = pgTable('duties', {
  id: uuid().primaryKey(),
  clock: text().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  subject: uuid().notNull(),
  about: text(),
  owedBy: text().array().notNull(),
  since: date().notNull(),
  warnOn: date().array().notNull(),
  dueOn: date().notNull(),
  escalateOn: date().array().notNull(),
  closedOn: date(),
  closedAs: text().$type<Ending>(),
  isEstimate: boolean().notNull(),
  basis: jsonb().$type<Basis>().notNull(),
  digest: text().notNull(),
  lookOn: date(),
  nextOn: date(),
  excusedOn: date(),
  excuse: text(),
  excusedBy: uuid(),
  excusedPost: text(),
})

export const dutyEventKinds = ['opened', 'warned', 'overdue', 'escalated', 'fulfilled', 'excused', 'void'] as const

/** Each thing that happened to a duty, once, on the day it was due to happen. */
export const dutyEvents = pgTable('duty_events', {
  id: bigint({ mode: 'number' }).primaryKey(),
  dutyId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<(typeof dutyEventKinds)[number]>().notNull(),
  onDay: date().notNull(),
  level: smallint().notNull(),
  recordedAt: timestamp({ withTimezone: true }).notNull(),
})

export const dutyTouches = pgTable('duty_touches', {
  id: bigint({ mode: 'number' }).primaryKey(),
  unionId: uuid().notNull(),
  source: text().notNull(),
})

export const dutyRuns = pgTable('duty_runs', {
  one: boolean().primaryKey(),
  stamp: text().notNull(),
  fullOn: date().notNull(),
  ranOn: date().notNull(),
  told: bigint({ mode: 'number' }).notNull(),
})
