import { bigint, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { impersonal } from '#platform/secrets'
import type { Figure } from './contract.ts'

/** What a report counted, kept with the act it was made for. */
export type Counted = { unions: number; moved: number; kept: number }

const place = () => ({ unionId: uuid().notNull(), unionPath: text().notNull() })

export const ownStatutes = pgTable('own_statutes', {
  id: uuid().primaryKey().defaultRandom(),
  ...place(),
  statute: text().notNull(),
  value: jsonb().$type<Figure>(),
  unit: text(),
  level: text().$type<'WARN' | 'INFO'>().notNull(),
  fromOn: date().notNull(),
  reason: text().notNull(),
  fingerprint: text().notNull(),
  impact: jsonb().$type<Counted>().notNull(),
  setAt: timestamp({ withTimezone: true }).notNull(),
  setBy: uuid(),
  byPost: text(),
  number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
})

export const withdrawals = pgTable('own_statute_withdrawals', {
  rulingId: uuid().primaryKey(),
  ...place(),
  reason: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  byPost: text(),
})

export const calendarYears = pgTable('calendar_years', {
  id: uuid().primaryKey().defaultRandom(),
  ...place(),
  year: integer().notNull(),
  rest: date().array().notNull(),
  work: date().array().notNull(),
  notice: text().notNull(),
  reason: text().notNull(),
  fingerprint: text().notNull(),
  impact: jsonb().$type<Counted>().notNull(),
  setAt: timestamp({ withTimezone: true }).notNull(),
  setBy: uuid(),
  byPost: text(),
  number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
})

export const documents = pgTable('rule_documents', {
  id: uuid().primaryKey().defaultRandom(),
  ...place(),
  title: text().notNull(),
  documentNumber: text(),
  issuer: text().notNull(),
  issuedOn: date().notNull(),
  fromOn: date().notNull(),
  filedAt: timestamp({ withTimezone: true }).notNull(),
  filedBy: uuid(),
  byPost: text(),
})

export const articles = pgTable('rule_articles', {
  id: uuid().primaryKey().defaultRandom(),
  documentId: uuid().notNull(),
  ...place(),
  place: integer().notNull(),
  label: text().notNull(),
  body: text().notNull(),
  statute: text(),
})

export const endings = pgTable('rule_document_endings', {
  documentId: uuid().primaryKey(),
  ...place(),
  endsOn: date().notNull(),
  reason: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  byPost: text(),
})

export const dictionary = [
  impersonal(ownStatutes, { fingerprint: '影响报告的校验值' }),
  impersonal(calendarYears, { fingerprint: '影响报告的校验值' }),
]
