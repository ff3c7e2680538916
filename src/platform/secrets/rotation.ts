import { getTableColumns } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type PgColumn } from 'drizzle-orm/pg-core'
import type { ClientBase } from 'pg'
import type { Dictionary, DictionaryEntry } from './dictionary.ts'
import { blindIndex, needsReseal, open, seal } from './fields.ts'
import { type Ring, ring } from './ring.ts'

type SealedColumn = { column: string; index?: string | undefined; normalise?: ((plain: string) => string) | undefined }

type KeyColumn = { column: string; type: string }

/** A table with sealed columns, as `rotate` walks it: by its primary key, with the SQL types. */
export type SealedTable = { table: string; key: readonly KeyColumn[]; columns: readonly SealedColumn[] }
export type RotationProgress = { table: string; resealed: number }

/** The sealed tables that the dictionaries declare. Throws when a sealed column stands in a table without a primary key. */
export function sealedTables(dictionaries: readonly Dictionary[]): SealedTable[] {
  const sealed = dictionaries.flatMap(({ personal }) => personal).filter((entry) => entry.sealed)
  const tables = Map.groupBy(sealed, (entry) => entry.table)
  return [...tables].map(([table, entries]) => ({
    table,
    key: keyOf(entries[0] as DictionaryEntry),
    columns: entries.map(asColumn),
  }))
}

const named = (column: PgColumn) => (column.keyAsName ? toSnakeCase(column.name) : column.name)

function keyOf({ source, table }: DictionaryEntry): KeyColumn[] {
  const { columns, primaryKeys } = getTableConfig(source)
  const names = primaryKeys[0]?.columns.map((column) => column.name)
  // A key of several columns holds stand-ins that do not know their own type: the columns are found by name.
  const key = columns.filter((column) => (names ? names.includes(column.name) : column.primary))
  if (!key.length) throw new Error(`${table}: a table with sealed columns needs a primary key`)
  return key.map((column) => ({ column: named(column), type: column.getSQLType() }))
}

function asColumn({ source, column, index, normalise }: DictionaryEntry): SealedColumn {
  return { column, index: index && named(getTableColumns(source)[index] as PgColumn), normalise }
}

/**
 * Brings every sealed value and its blind index under the key that writes now, in batches of one transaction each, so that the
 * house stays open meanwhile. What is done is seen by its key id: stopped at any point, the next call goes on. `transaction`
 * runs a piece of work in a transaction whose role and scope see all rows of the region. Returns the number of rows resealed.
 */
export async function rotate(options: {
  tables: readonly SealedTable[]
  transaction: <T>(work: (client: ClientBase) => Promise<T>) => Promise<T>
  keys?: Ring
  batch?: number
  signal?: AbortSignal
  onProgress?: (progress: RotationProgress) => void
}): Promise<number> {
  const { transaction, keys = ring(), batch = 500 } = options
  let total = 0
  for (const table of options.tables) {
    let resealed = 0
    for (let after: readonly string[] | null = null; ; ) {
      options.signal?.throwIfAborted()
      const done = await transaction((client) => resealBatch(client, table, keys, { after, batch }))
      resealed += done.rows
      options.onProgress?.({ table: table.table, resealed })
      if (done.last === null) break
      after = done.last
    }
    total += resealed
  }
  return total
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

type Row = Record<string, string | null>

/** The key's columns come as text under these names, whatever they are called: a sealed column may be called alike. */
const keyNames = ({ key }: SealedTable) => key.map((_, at) => `key${at}`)

async function resealBatch(
  client: ClientBase,
  table: SealedTable,
  keys: Ring,
  from: { after: readonly string[] | null; batch: number },
) {
  const key = table.key.map(({ column }) => quoted(column)).join(', ')
  const names = keyNames(table)
  const stale = table.columns.map(({ column }) => `${quoted(column)} not like $1`).join(' or ')
  const bound = table.key.map(({ type }, at) => `$${at + 3}::${type}`).join(', ')
  const found = await client.query<Row>(
    `select ${table.key.map(({ column }, at) => `${quoted(column)}::text as ${names[at]}`).join(', ')},
       ${table.columns.map(({ column }) => quoted(column)).join(', ')}
     from ${quoted(table.table)} where (${stale}) ${from.after ? `and (${key}) > (${bound})` : ''} order by ${key} limit $2 for update`,
    // `_` stands for any character in a pattern, and base64url has it: escaped, or another key could pass for the current one.
    [`v1.${keys.current.id.replaceAll('_', '\\_')}.%`, from.batch, ...(from.after ?? [])],
  )
  if (found.rows.length) await writeBatch(client, table, found.rows, keys)
  const last = found.rows.length < from.batch ? undefined : found.rows.at(-1)
  return { rows: found.rows.length, last: last ? names.map((name) => last[name] as string) : null }
}

async function writeBatch(client: ClientBase, table: SealedTable, rows: Row[], keys: Ring) {
  const names = keyNames(table)
  const written = table.columns.flatMap((column) => resealed(table.table, column, rows, keys))
  const sets = written.map(({ column }, at) => `${quoted(column)} = fresh.c${at}`).join(', ')
  const types = [...table.key.map(({ type }) => type), ...written.map(() => 'text')]
  await client.query(
    `update ${quoted(table.table)} as stored set ${sets}
     from unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join(', ')})
       as fresh(${[...names, ...written.map((_, at) => `c${at}`)].join(', ')})
     where ${table.key.map(({ column }, at) => `stored.${quoted(column)} = fresh.${names[at]}`).join(' and ')}`,
    [...names.map((name) => rows.map((row) => row[name])), ...written.map(({ values }) => values)],
  )
}

function resealed(table: string, { column, index, normalise }: SealedColumn, rows: Row[], keys: Ring) {
  const field = `${table}.${column}`
  const plain = rows.map((row) => (row[column] == null ? null : open(field, row[column], keys)))
  const sealed = rows.map((row, at) => {
    const old = row[column]
    return old == null || !needsReseal(old, keys) ? (old ?? null) : seal(field, plain[at] as string, keys)
  })
  const normal = (text: string) => (normalise ? normalise(text) : text)
  const indexes = plain.map((text) => (text === null ? null : blindIndex(field, normal(text), keys)))
  return [{ column, values: sealed }, ...(index ? [{ column: index, values: indexes }] : [])]
}
