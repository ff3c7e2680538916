import { sql } from 'drizzle-orm'
import { date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { UnionKind, UnionState, UnitType } from './contract.ts'

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

export const childCount = sql<number>`(select count(*)::int from ${unions} child where child.parent_id = ${unions.id} and child.state <> 'dissolved')`
