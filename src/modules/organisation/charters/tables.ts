import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { meetings } from './contract.ts'

export const charters = pgTable('charters', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  meeting: text().$type<(typeof meetings)[number]>(),
  adoptedOn: date(),
  expected: integer(),
  present: integer(),
  inFavour: integer(),
  publishedAt: timestamp({ withTimezone: true }),
  inForceOn: date(),
  version: integer().notNull().default(1),
  createdAt: timestamp({ withTimezone: true }).notNull(),
})
