import { globSync } from 'node:fs'
import { getTableColumns, is, Table } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'

const world = testWorld('2026-03-02')

type Column = { table: string; name: string; type: string; nullable: boolean; isView?: boolean }
const same: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  bigint: 'int8',
  integer: 'int4',
  smallint: 'int2',
  boolean: 'bool',
  'double precision': 'float8',
}
const plain = (type: string) =>
  same[type] ?? type.replace(/^numeric.*/, 'numeric').replace(/^(.*)\[\]$/, (_, of: string) => `_${same[of] ?? of}`)

/** Tables that the sign-in library reads and writes by itself: `tables.ts` names the columns of the data dictionary alone. */
const partial = ['accounts', 'account_sessions']

async function drizzled(): Promise<Column[]> {
  const files = globSync('src/{modules,platform}/**/*.ts').filter(
    (file) => /\/tables(\.ts|\/)|platform\/(journal|files)\.ts$/.test(file) && !/\.test\./.test(file),
  )
  const loaded = await Promise.all(files.map((file) => import(`../../${file}`) as Promise<Record<string, unknown>>))
  const tables = new Set(
    loaded.flatMap((module) => Object.values(module).filter((value): value is PgTable => is(value, Table) && is(value, PgTable))),
  )
  return [...tables].flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => ({
      table: getTableConfig(table).name,
      name: column.keyAsName ? toSnakeCase(column.name) : column.name,
      type: plain(column.getSQLType()),
      nullable: !column.notNull,
    })),
  )
}

async function real(): Promise<Column[]> {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const { rows } =
    await client.query<Column>(`select table_name as "table", column_name as name, udt_name as type, is_nullable = 'YES' as nullable,
    exists (select 1 from information_schema.views v where v.table_name = c.table_name and v.table_schema = c.table_schema) as "isView"
    from information_schema.columns c where table_schema in ('region_main', 'shared')`)
  await client.end()
  return rows
}

test('tables.ts says what the database has: columns, types, what may be empty', async () => {
  const [said, found] = [await drizzled(), await real()]
  const key = ({ table, name }: Column) => `${table}.${name}`
  const byKey = new Map(found.map((column) => [key(column), column]))
  expect(said.length).toBeGreaterThan(50)
  expect(said.filter((column) => !byKey.has(key(column))).map(key)).toEqual([])
  const differs = said.filter((column) => {
    const other = byKey.get(key(column))!
    return !other.isView && (column.type !== other.type || column.nullable !== other.nullable)
  })
  expect(differs.map((column) => [key(column), column.type, byKey.get(key(column))!.type, column.nullable])).toEqual([])
  const declared = new Set(said.map(({ table }) => table).filter((table) => !partial.includes(table)))
  const missing = found.filter(
    ({ table, name }) => declared.has(table) && !said.some((column) => column.table === table && column.name === name),
  )
  expect(missing.map(key)).toEqual([])
})

test('every table with a union has row-level security with a policy', async () => {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{
    name: string
  }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'region_main'
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('union_id', 'union_path', 'path'))
      and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`)
  const open = await client.query<{
    name: string
  }>(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'region_main' and not c.relrowsecurity
      and has_table_privilege('gongqiao_post', c.oid, 'select')`)
  await client.end()
  expect(rows).toEqual([])
  expect(open.rows).toEqual([])
})
