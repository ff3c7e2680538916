import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Asked, ChangeKind, ChangeState, Paper, steps, Was } from './contract.ts'

export const changes = pgTable('union_changes', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<ChangeKind>().notNull(),
  state: text().$type<ChangeState>().notNull(),
  asked: jsonb().$type<Asked>().notNull(),
  was: jsonb().$type<Was>().notNull(),
  grounds: text().notNull(),
  papers: jsonb().$type<Paper[]>().notNull().default([]),
  effectiveOn: date().notNull(),
  filedByUnion: uuid().notNull(),
  waitsFor: uuid(),
  layers: integer().notNull().default(1),
  filedAt: timestamp({ withTimezone: true }),
  decidedAt: timestamp({ withTimezone: true }),
  decidedByUnion: uuid(),
  outsidePaper: text(),
  ended: uuid().array().notNull().default([]),
  registerBy: date(),
  registeredOn: date(),
  version: integer().notNull().default(1),
  createdAt: timestamp({ withTimezone: true }).notNull(),
})

export const changeSteps = pgTable('union_change_steps', {
  id: uuid().primaryKey().defaultRandom(),
  changeId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  step: text().$type<(typeof steps)[number]>().notNull(),
  atUnion: uuid().notNull(),
  layer: integer().notNull().default(0),
  note: text(),
  account: uuid(),
  postTitle: text(),
  at: timestamp({ withTimezone: true }).notNull(),
})

export const chains = pgTable('union_change_chains', {
  kind: text().$type<ChangeKind>().notNull(),
  fromOn: date().notNull(),
  layers: integer().notNull(),
})
