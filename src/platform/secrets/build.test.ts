import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { type Dictionary, unexplained } from './dictionary.ts'
import { sealedTables } from './rotation.ts'

const files = globSync('src/{modules,platform}/**/tables.ts')
const exported = await Promise.all(files.map(async (file) => Object.values((await import(resolve(file))) as object)))
const values: unknown[] = exported.flat(2)
const tables = values.filter((value) => is(value, PgTable))
const dictionaries = values.filter(
  (value): value is Dictionary => typeof value === 'object' && value !== null && 'personal' in value && 'impersonal' in value,
)

test('every personal column of every module has its purpose, basis and retention', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(unexplained(tables, dictionaries)).toEqual([])
})

test('every sealed column can be resealed when the key changes', () => {
  const names = sealedTables(dictionaries).map(({ table }) => table)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(tables.map((table) => getTableConfig(table).name)).toContain(name)
})
