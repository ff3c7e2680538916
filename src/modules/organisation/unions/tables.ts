import { sql } from 'drizzle-orm'
import { boolean, date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { impersonal } from '#platform/secrets'
import type { chairModes, UnionKind, UnionState, UnitType } from './contract.ts'
import type { Words } from './rules.ts'

export const unions = pgTable('unions', {
  id: uuid().primaryKey().defaultRandom(),
  path: text().notNull(),
  parentId: uuid(),
  kind: text().$type<UnionKind>().notNull(),
  unitType: text().$type<UnitType>().notNull(),
  state: text().$type<UnionState>().notNull(),
  name: text().notNull(),
  shortName: text(),
  pinyin: text().notNull().default(''),
  initials: text().notNull().default(''),
  code: text(),
  creditCode: text(),
  place: text(),
  sector: text(),
  foundedOn: date(),
  dissolvedOn: date(),
  effectiveOn: date().notNull(),
  lastLabel: integer().notNull().default(0),
  version: integer().notNull().default(1),
  unitName: text(),
  unitCreditCode: text(),
  ownership: text(),
  address: text(),
  staffCount: integer(),
  hasSeal: boolean(),
  hasPlate: boolean(),
  hasAccount: boolean(),
  hasCertificate: boolean(),
  certificateUntil: date(),
  chairMode: text().$type<(typeof chairModes)[number]>(),
  hasOwnOffice: boolean(),
  isMergedWithParty: boolean(),
  fullTimePosts: integer(),
  partTimePosts: integer(),
})

export const unionVersions = pgTable('union_versions', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
  parentId: uuid(),
  kind: text().$type<UnionKind>().notNull(),
  unitType: text().$type<UnitType>().notNull(),
  state: text().$type<UnionState>().notNull(),
  name: text().notNull(),
})

/** What each union was on a day: readable by every post, a view without scope. */
export const unionHistory = pgTable('union_history', {
  id: uuid().primaryKey(),
  unionId: uuid().notNull(),
  validFrom: date().notNull(),
  validTo: date(),
  parentId: uuid(),
  kind: text().$type<UnionKind>().notNull(),
  unitType: text().$type<UnitType>().notNull(),
  state: text().$type<UnionState>().notNull(),
  name: text().notNull(),
})

/** The public directory of names: readable by everyone, a view without scope. */
export const unionDirectory = pgTable('union_directory', {
  id: uuid().primaryKey(),
  parentId: uuid(),
  kind: text().$type<UnionKind>().notNull(),
  unitType: text().$type<UnitType>().notNull(),
  state: text().$type<UnionState>().notNull(),
  name: text().notNull(),
  shortName: text(),
  pinyin: text().notNull(),
  initials: text().notNull(),
  place: text(),
})

export const unionTemplates = pgTable('union_templates', {
  unitType: text().$type<UnitType>().primaryKey(),
  words: jsonb().$type<Words>().notNull(),
  unused: text().array().notNull(),
  version: integer().notNull().default(1),
})

const ofUnion = '工会组织的公开信息，不是个人信息'
export const dictionary = [
  impersonal(unions, { pinyin: ofUnion, initials: ofUnion, address: '工会所在单位的办公地址', isMergedWithParty: ofUnion }),
  impersonal(unionDirectory, { pinyin: ofUnion, initials: ofUnion }),
]

// Written out in full: in a select from one table Drizzle drops the table's name from columns, and a subquery would take them for its own.
export const childCount = sql<number>`(select count(*)::int from unions child where child.parent_id = unions.id and child.state <> 'dissolved')`

/** Who is in membership here and in all below: the sums kept ready for each union, so that a district costs rows of unions, not of people. */
export const memberCount = sql<number>`(select coalesce(sum(c.member_count), 0)::int from member_counts c
  where c.union_path >= unions.path and c.union_path < unions.path || '~')`

/** Everybody registered here and below who would be left behind if the union ended. */
export const peopleCount = sql<number>`(select coalesce(sum(c.worker_count + c.member_count + c.retained_count), 0)::int from member_counts c
  where c.union_path >= unions.path and c.union_path < unions.path || '~')`
