import { boolean, date, integer, jsonb, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { UnionKind, UnitType } from '#contracts/organisation/unions'
import { personal } from '#platform/secrets'
import type { Cycle, Item, Level, Scoring } from './rules/shapes.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }
const moment = () => timestamp({ withTimezone: true })

export const standards = pgTable('standards', {
  ...ofUnion,
  title: text().notNull(),
  programme: text().notNull(),
  purpose: text().notNull().default(''),
  forKinds: text().array().$type<UnionKind[]>().notNull(),
  forUnitTypes: text().array().$type<UnitType[]>().notNull().default([]),
  scoring: text().$type<Scoring>().notNull(),
  cycle: text().$type<Cycle>().notNull(),
  levels: jsonb().$type<Level[]>().notNull(),
  validMonths: integer().notNull(),
  items: jsonb().$type<Item[]>().notNull(),
  follows: uuid(),
  publishedAt: moment(),
  withdrawnAt: moment(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull(),
})

export const checks = pgTable('standard_checks', {
  ...ofUnion,
  standardId: uuid().notNull(),
  cycle: text().notNull(),
  openedAt: moment().notNull(),
  handedInAt: moment(),
  returnedAt: moment(),
  returnReason: text(),
  concludedAt: moment(),
  concludedBy: uuid(),
  points: integer(),
  level: text(),
  validUntil: date(),
  remark: text(),
  revokedAt: moment(),
  revokeReason: text(),
  version: integer().notNull().default(1),
})

export const answers = pgTable('standard_answers', {
  ...ofUnion,
  checkId: uuid().notNull(),
  item: text().notNull(),
  isMet: boolean(),
  note: text(),
  factValue: numeric({ precision: 12, scale: 2, mode: 'number' }),
  factSays: text(),
  review: text().$type<'met' | 'notMet'>(),
  reviewReason: text(),
  dueOn: date(),
  mendedOn: date(),
  mendedHow: text(),
})

export const evidence = pgTable('standard_evidence', {
  ...ofUnion,
  checkId: uuid().notNull(),
  item: text().notNull(),
  name: text().notNull(),
  size: integer().notNull(),
  body: text().notNull(),
  at: moment().notNull(),
})

export const dictionary = personal(evidence, {
  body: {
    title: '达标佐证材料',
    purpose: '核验工会规范化建设（材料中可能有人名）',
    basis: 'duty',
    retention: '随检查档案保存',
    sealed: true,
  },
})
