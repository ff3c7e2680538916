import { createHash } from 'node:crypto'
import { copyFile, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import QueryStream from 'pg-query-stream'
import { filesIn, inSnapshot } from './backup.ts'
import { appliedIn, rowsOf, tablesIn, type Table } from './catalogue.ts'
import { readme } from './readme.ts'

/** Opens a sealed value of a column, named `table.column`; throws when it cannot. */
export type Open = (field: string, sealed: string) => string

/** One table of an export: how many rows, how many sealed values stayed sealed, and what each column is. */
export type Exported = {
  schema: string
  name: string
  file: string
  rows: number
  sealed: number
  sha256: string
  columns: { name: string; type: string; comment: string | null }[]
}

/** `index.json` of an export. */
export type ExportIndex = {
  format: 'gongqiao-export'
  version: 1
  madeAt: string
  tables: Exported[]
  files: string[]
  leftOut: string[]
}

const SEALED = /^v1\.[^.]+\.[\w-]{16}\.[\w-]{22,}$/
const BOM = '\ufeff'

/**
 * Writes everything that the database at `url` and the folder `files` hold into the empty or new folder `dir`, in open formats:
 * a CSV (UTF-8) for each table, `index.json`, a README in Chinese, the files as they are. All tables as of one moment, read back
 * and compared before it returns. Sealed values are opened when `open` is given and stay sealed otherwise; `leftOut` names tables
 * (`schema.name`, `*.name` in every schema) that do not leave the house, such as password hashes.
 */
export async function exportEverything(
  url: string,
  dir: string,
  { open: opening, files, leftOut = [] }: { open?: Open; files?: string; leftOut?: string[] } = {},
): Promise<ExportIndex> {
  if ((await filesIn(dir)).length > 0)
    throw new Error(`请导出到空目录，${dir} 里已有文件 / Export into an empty folder; ${dir} is not empty`)
  await mkdir(join(dir, 'tables'), { recursive: true, mode: 0o700 })
  const tables = await inSnapshot(url, (client) => exportTables(client, dir, leftOut, opening))
  const copied = files ? await filesIn(files) : []
  for (const path of copied) {
    await mkdir(dirname(join(dir, 'files', path)), { recursive: true })
    await copyFile(join(files!, path), join(dir, 'files', path))
  }
  const index: ExportIndex = {
    format: 'gongqiao-export',
    version: 1,
    madeAt: new Date().toISOString(),
    tables,
    files: copied,
    leftOut,
  }
  await writeFile(join(dir, 'index.json'), `${JSON.stringify(index, null, 2)}\n`, { mode: 0o600 })
  await writeFile(join(dir, 'README.md'), readme(index), { mode: 0o600 })
  await verifyExport(dir)
  return index
}

/** Reads an export back: every table there, unaltered, with as many rows as its index says. Throws naming the first that is not. */
export async function verifyExport(dir: string): Promise<void> {
  const index = JSON.parse(await readFile(join(dir, 'index.json'), 'utf8')) as ExportIndex
  for (const { file, rows, sha256 } of index.tables) {
    const hash = createHash('sha256')
    let [records, isQuoted] = [0, false]
    for await (const chunk of createReadStream(join(dir, file)) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      for (const byte of chunk) {
        if (byte === 0x22) isQuoted = !isQuoted
        else if (byte === 0x0a && !isQuoted) records += 1
      }
    }
    if (records !== rows + 1 || hash.digest('hex') !== sha256)
      throw new Error(`导出文件与目录不符：${file} / ${file} is not what the index says`)
  }
}

async function exportTables(client: pg.Client, dir: string, leftOut: string[], opening: Open | undefined): Promise<Exported[]> {
  const schemas = new Set(['shared', ...(await appliedIn(client)).map(({ schema }) => schema)])
  const exported: Exported[] = []
  for (const table of await tablesIn(client, [...schemas])) {
    if (leftOut.includes(`${table.schema}.${table.name}`) || leftOut.includes(`*.${table.name}`)) continue
    const file = `tables/${table.schema}.${table.name}.csv`
    const written = await exportTable(client, table, join(dir, file), opening)
    exported.push({ schema: table.schema, name: table.name, file, ...written, columns: await describe(client, table) })
  }
  return exported
}

async function exportTable(client: pg.Client, table: Table, path: string, opening: Open | undefined) {
  const fields = table.columns.map((column) => `${table.name}.${column}`)
  const hash = createHash('sha256')
  const out = await open(path, 'wx', 0o600)
  let [rows, sealed, text] = [0, 0, `${BOM}${table.columns.map(quoted).join(',')}\r\n`]
  const flush = async () => {
    hash.update(text)
    await out.write(text)
    text = ''
  }
  const plain = (value: string | null, at: number) => {
    if (value === null || !SEALED.test(value)) return value
    const opened = opening && attempt(opening, fields[at]!, value)
    if (opened === undefined) sealed += 1
    return opened ?? value
  }
  try {
    const stream = client.query(new QueryStream(rowsOf(table, '::text'), [], { rowMode: 'array', batchSize: 2000 }))
    for await (const row of stream as AsyncIterable<(string | null)[]>) {
      text += `${row.map((value, at) => quoted(plain(value, at))).join(',')}\r\n`
      rows += 1
      if (text.length > 1 << 19) await flush()
    }
    await flush()
  } finally {
    await out.close()
  }
  return { rows, sealed, sha256: hash.digest('hex') }
}

/** One value that does not open must not keep everything else from leaving; it is counted instead. */
function attempt(opening: Open, field: string, value: string): string | undefined {
  try {
    return opening(field, value)
  } catch {
    return undefined
  }
}

/** RFC 4180; nothing for null, and `""` for an empty text. */
function quoted(value: string | null): string {
  if (value === null) return ''
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

async function describe(client: pg.Client, table: Table): Promise<Exported['columns']> {
  const { rows } = await client.query<Exported['columns'][number]>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, col_description(a.attrelid, a.attnum) as comment
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relname = $2 and a.attname = any ($3) order by a.attnum`,
    [table.schema, table.name, table.columns],
  )
  return rows
}
