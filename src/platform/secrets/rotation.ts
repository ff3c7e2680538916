import { getTableColumns } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type PgColumn } from 'drizzle-orm/pg-core'
import type { ClientBase } from 'pg'
import type { Dictionary, DictionaryEntry } from './dictionary.ts'
import { blindIndex, needsReseal, open, seal } from './fields.ts'
import { type Ring, ring } from './ring.ts'

type SealedColumn = { column: string; index?: string | undefined; normalise?: ((plain: string) => string) | undefined }

/** A table with sealed columns, as `rotate` walks it: `key` is its primary key of the SQL type `keyType`. */
export type SealedTable = { table: string; key: string; keyType: string; columns: readonly SealedColumn[] }
export type RotationProgress = { table: string; resealed: number }

/** The sealed tables that the dictionaries declare. Throws when a sealed column stands in a table without a one-column key. */
export function sealedTables(dictionaries: readonly Dictionary[]): SealedTable[] {
  const sealed = dictionaries.flatMap(({ personal }) => personal).filter((entry) => entry.sealed)
  const tables = Map.groupBy(sealed, (entry) => entry.table)
  return [...tables].map(([table, entries]) => ({
    table,
    ...keyOf(entries[0] as DictionaryEntry),
    columns: entries.map(asColumn),
  }))
}

const named = (column: PgColumn) => (column.keyAsName ? toSnakeCase(column.name) : column.name)

function keyOf({ source, table }: DictionaryEntry) {
  const key = getTableConfig(source).columns.find((column) => column.primary)
  if (!key) throw new Error(`${table}: a table with sealed columns needs a primary key of one column`)
  return { key: named(key), keyType: key.getSQLType() }
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
    for (let after: string | null = null; ; ) {
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

async function resealBatch(client: ClientBase, table: SealedTable, keys: Ring, from: { after: string | null; batch: number }) {
  const key = quoted(table.key)
  const stale = table.columns.map(({ column }) => `${quoted(column)} not like $1`).join(' or ')
  const found = await client.query<Record<string, string | null>>(
    `select ${key}::text as key, ${table.columns.map(({ column }) => quoted(column)).join(', ')} from ${quoted(table.table)}
     where (${stale}) and ($2::text is null or ${key} > $2::${table.keyType}) order by ${key} limit $3 for update`,
    // `_` stands for any character in a pattern, and base64url has it: escaped, or another key could pass for the current one.
    [`v1.${keys.current.id.replaceAll('_', '\\_')}.%`, from.after, from.batch],
  )
  if (found.rows.length) await writeBatch(client, table, found.rows, keys)
  const last = found.rows.length < from.batch ? null : (found.rows.at(-1)?.key ?? null)
  return { rows: found.rows.length, last }
}

async function writeBatch(client: ClientBase, table: SealedTable, rows: Record<string, string | null>[], keys: Ring) {
  const written = table.columns.flatMap((column) => resealed(table.table, column, rows, keys))
  const sets = written.map(({ column }, at) => `${quoted(column)} = fresh.c${at}`).join(', ')
  const lists = written.map((_, at) => `$${at + 2}::text[]`).join(', ')
  await client.query(
    `update ${quoted(table.table)} as stored set ${sets}
     from unnest($1::${table.keyType}[], ${lists}) as fresh(key, ${written.map((_, at) => `c${at}`).join(', ')})
     where stored.${quoted(table.key)} = fresh.key`,
    [rows.map((row) => row.key), ...written.map(({ values }) => values)],
  )
}

function resealed(table: string, { column, index, normalise }: SealedColumn, rows: Record<string, string | null>[], keys: Ring) {
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
