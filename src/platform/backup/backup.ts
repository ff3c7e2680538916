import { createReadStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  appliedIn,
  connected,
  rowsOf,
  schemasWithTables,
  sequencesIn,
  tablesIn,
  type Applied,
  type Sequence,
  type Table,
} from './catalogue.ts'
import { createTar, type TarWriter, type Written } from './tar.ts'

/** What a backup says of itself: `manifest.json`, its last member. */
export type Manifest = {
  format: 'gongqiao-backup'
  version: 1
  madeAt: string
  postgres: string
  migrations: Applied[]
  tables: (Omit<Table, 'order'> & Written & { member: string; rows: number })[]
  sequences: Sequence[]
  files: ({ path: string; member: string } & Written)[]
  /** Schemas that no migration made and that are therefore not in the backup. */
  leftOut: string[]
}

/**
 * Writes everything, the database at `url` (an owner's, any PostgreSQL 15–18) and the folder `files`, into one new tar at `file`,
 * while the server runs: all tables as of one moment. Sealed values stay sealed. Throws when `file` exists; leaves nothing half made.
 */
export async function backup(url: string, file: string, { files }: { files?: string } = {}): Promise<Manifest> {
  if (await stat(file).catch(() => undefined))
    throw new Error(`已有同名文件，未覆盖：${file} / The file exists and was left as it is: ${file}`)
  const partial = `${file}.partial`
  await rm(partial, { force: true })
  try {
    const tar = await createTar(partial)
    const manifest = {
      ...(await inSnapshot(url, (client) => copyOut(client, tar))),
      files: files ? await copyFiles(files, tar) : [],
    }
    await tar.add('manifest.json', once(`${JSON.stringify(manifest, null, 2)}\n`))
    await tar.close()
    await rename(partial, file)
    return manifest
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** Runs `work` on a connection that sees the database as it is now, whatever others write meanwhile. */
export const inSnapshot = <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    return await work(client)
  })

/** The content of a table as COPY text, and how many rows it was. */
export async function copyTable(
  client: pg.ClientBase,
  table: Table,
  sink: (content: AsyncIterable<Buffer>) => Promise<Written>,
): Promise<Written & { rows: number }> {
  const stream = client.query(copyTo(`copy (${rowsOf(table)}) to stdout`))
  const written = await sink(stream)
  return { ...written, rows: stream.rowCount }
}

async function copyOut(client: pg.Client, tar: TarWriter): Promise<Omit<Manifest, 'files'>> {
  const migrations = await appliedIn(client)
  const schemas = [...new Set(['shared', ...migrations.map(({ schema }) => schema)])]
  const tables: Manifest['tables'] = []
  for (const { order, ...table } of await tablesIn(client, schemas)) {
    const member = `data/${table.schema}.${table.name}.copy`
    tables.push({ ...table, member, ...(await copyTable(client, { ...table, order }, (content) => tar.add(member, content))) })
  }
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    format: 'gongqiao-backup',
    version: 1,
    madeAt: new Date().toISOString(),
    postgres: rows[0]!.version,
    migrations,
    tables,
    sequences: await sequencesIn(client, schemas),
    leftOut: (await schemasWithTables(client)).filter((schema) => !schemas.includes(schema)),
  }
}

async function copyFiles(folder: string, tar: TarWriter): Promise<Manifest['files']> {
  const copied: Manifest['files'] = []
  for (const path of await filesIn(folder)) {
    const member = `files/${path}`
    copied.push({ path, member, ...(await tar.add(member, createReadStream(join(folder, path), { highWaterMark: 1 << 20 }))) })
  }
  return copied
}

/** The files below a folder, as paths with `/`, in a fixed order; none when there is no folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** One piece of text as content for a member. */
export async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
