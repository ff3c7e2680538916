import { sql } from 'drizzle-orm'
import { boolean, customType, date, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Came, Ended } from './contract.ts'
import type { Kind } from './rules/kinds.ts'

const daterange = customType<{ data: string }>({ dataType: () => 'daterange' })

export const appointments = pgTable('appointments', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  memberId: uuid().notNull(),
  personName: text().notNull(),
  kind: text().$type<Kind>().notNull(),
  title: text(),
  portfolio: text(),
  fromOn: date().notNull(),
  untilOn: date(),
  fullTime: boolean().notNull().default(false),
  substituteFor: uuid(),
  came: text().$type<Came>().notNull(),
  basis: text(),
  endedOn: date(),
  endedWhy: text().$type<Ended>(),
  handedOverTo: uuid(),
  extensionBasis: text(),
  proposedBy: uuid(),
  confirmedBy: uuid(),
  waitsForConfirmation: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** The days in office, worked out by the database from the dates above. */
  inOffice: daterange().notNull().generatedAlwaysAs(sql`in_office`),
})

export const postKindChanges = pgTable('post_kind_changes', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<Kind>().notNull(),
  fromOn: date().notNull(),
  duties: text().array().notNull(),
  powers: text().array().notNull(),
  secondFactor: boolean().notNull(),
  reason: text().notNull(),
  madeBy: uuid(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
})

export const handovers = pgTable('handovers', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  fromId: uuid().notNull(),
  toId: uuid().notNull(),
  onDay: date().notNull(),
  moved: jsonb().$type<{ what: string; count: number }[]>().notNull(),
  note: text(),
})

export const dictionary = personal(appointments, {
  personName: {
    title: '任职人姓名',
    purpose: '公布、查询各级工会由谁任职（工会法 第10条，民主选举）',
    basis: 'duty',
    retention: '任职记录长期保存',
  },
})
