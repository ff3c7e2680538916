import { bigint, date, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Point, Rules } from './contract/words.ts'

export const memberRules = pgTable('member_rules', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  point: text().$type<Point>().notNull(),
  value: jsonb().$type<Rules[Point]>(),
  fromOn: date().notNull(),
  reason: text().notNull(),
  setAt: timestamp({ withTimezone: true }).notNull(),
  byPost: text(),
  number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
})
