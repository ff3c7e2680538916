import { date, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AlarmKind, StepKind } from './contract.ts'
import type { Figures } from './rules.ts'

export const alarms = pgTable('alarms', {
  id: uuid().primaryKey().defaultRandom(),
  kind: text().$type<AlarmKind>().notNull(),
  subject: text().notNull().default(''),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  since: date().notNull(),
  figures: jsonb().$type<Figures>().notNull(),
  noticedOn: date().notNull(),
  endedOn: date(),
  toldOn: date(),
})

export const alarmSteps = pgTable('alarm_steps', {
  id: uuid().primaryKey().defaultRandom(),
  alarmId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<StepKind>().notNull(),
  body: text().notNull(),
  byUnion: uuid().notNull(),
  byPost: text().notNull(),
  onDay: date().notNull(),
  untilOn: date(),
  at: timestamp({ withTimezone: true }).notNull(),
})
