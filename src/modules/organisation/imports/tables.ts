import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Counts, Found, ImportKind, ImportState } from './contract.ts'

export const imports = pgTable('imports', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<ImportKind>().notNull(),
  state: text().$type<ImportState>().notNull(),
  upload: uuid().notNull(),
  fileName: text().notNull(),
  account: uuid(),
  at: timestamp({ withTimezone: true }).notNull(),
  found: jsonb().$type<Found[]>().notNull(),
  counts: jsonb().$type<Counts>(),
  mended: text(),
  issues: text(),
  made: uuid().array().notNull().default([]),
  batch: uuid(),
  doneAt: timestamp({ withTimezone: true }),
  undoneAt: timestamp({ withTimezone: true }),
  kept: integer(),
})

export const importUpdates = pgTable(
  'import_updates',
  {
    importId: uuid().notNull(),
    memberId: uuid().notNull(),
    unionId: uuid().notNull(),
    unionPath: text().notNull(),
    version: integer().notNull(),
    before: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.importId, row.memberId] })],
)

export const importProgress = pgTable('import_progress', {
  importId: uuid().primaryKey(),
  account: uuid().notNull(),
  done: integer().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

const roster = { basis: 'duty', retention: '导入后 30 天内可撤销，随导入记录保存', sealed: true } as const
export const dictionary = [
  personal(imports, {
    mended: { ...roster, title: '核对时改正的单元格', purpose: '导入花名册时就地改正' },
    issues: { ...roster, title: '有问题的单元格', purpose: '导入花名册时说明哪一格要改' },
  }),
  personal(importUpdates, { before: { ...roster, title: '导入前的旧值', purpose: '撤销导入时恢复原样' } }),
]
