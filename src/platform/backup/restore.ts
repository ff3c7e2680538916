import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyTable, filesIn, type Manifest } from './backup.ts'
import { connected, schemasWithTables, sqlName, tablesIn, type Table } from './catalogue.ts'
import { assertKnown, migrateTo } from './migrated.ts'
import { quieten } from './quiet.ts'
import { indexTar, readMember, type Member, type Written } from './tar.ts'

/**
 * Brings back everything from a backup `file` into the empty database at `url` (an owner's that may create roles) and the empty
 * folder `files`. One transaction: it is all there, each table read back and compared with the backup, or nothing is.
 * Throws, with the reason, when the place is not empty, the file is damaged, or it comes from a newer version.
 */
export async function restore(file: string, url: string, { files }: { files?: string } = {}): Promise<Manifest> {
  const members = await indexTar(file)
  const manifest = await manifestOf(file, members)
  assertKnown(manifest.migrations)
  if (files) await assertEmptyFolder(files)
  else if (manifest.files.length > 0)
    throw new Error(
      `备份中有 ${manifest.files.length} 个文件，请指明放在哪个目录 / The backup holds files: say which folder they go to`,
    )
  await connected(url, async (client) => {
    await assertEmptyDatabase(client)
    await client.query('begin')
    await migrateTo(client, manifest.migrations)
    await load(client, file, members, manifest)
    if (files) await placeFiles(file, members, manifest, files)
    await client.query('commit')
    await client.query('analyze')
  })
  return manifest
}

async function manifestOf(file: string, members: Map<string, Member>): Promise<Manifest> {
  const member = members.get('manifest.json')
  const manifest = member && (JSON.parse(await text(readMember(file, member))) as Manifest)
  if (manifest?.format !== 'gongqiao-backup' || manifest.version !== 1) {
    throw new Error(`${file} 不是工桥的备份文件 / is not a backup of Gongqiao`)
  }
  return manifest
}

async function load(client: pg.Client, file: string, members: Map<string, Member>, manifest: Manifest): Promise<void> {
  const schemas = [...new Set(['shared', ...manifest.migrations.map(({ schema }) => schema)])]
  const here = new Map((await tablesIn(client, schemas)).map((table) => [sqlName(table), table]))
  const wanted = manifest.tables.map((entry) => {
    const table = here.get(sqlName(entry))
    if (!table || String(table.columns.toSorted()) !== String(entry.columns.toSorted()))
      throw new Error(`${sqlName(entry)} is not the table of the backup`)
    return { entry, table: { ...table, columns: entry.columns } }
  })
  if (here.size !== wanted.length) throw new Error('the backup lacks tables that its migrations make')
  const loud = await quieten(client, [...here.values()])
  await client.query(`truncate ${[...here.keys()].join(', ')}`)
  for (const { entry, table } of wanted) {
    await copyIn(client, file, memberOf(members, entry, file), table, entry)
    const back = await copyTable(client, table, measure)
    if (back.sha256 !== entry.sha256 || back.rows !== entry.rows)
      throw new Error(`${sqlName(entry)} does not read back as it was backed up`)
  }
  for (const sequence of manifest.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [sqlName(sequence), sequence.last, sequence.isCalled])
  }
  await loud()
}

async function copyIn(
  client: pg.Client,
  file: string,
  member: Member,
  table: Table,
  entry: Written & { rows: number },
): Promise<void> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const freeze = table.isPartitioned ? '' : ' with (freeze)'
  const stream = client.query(copyFrom(`copy ${sqlName(table)} (${columns}) from stdin${freeze}`))
  const hash = createHash('sha256')
  await pipeline(readMember(file, member), hashing(hash), stream)
  if (hash.digest('hex') !== entry.sha256) throw new Error(damaged(file, sqlName(table)))
  if (stream.rowCount !== entry.rows) throw new Error(`${sqlName(table)}: ${stream.rowCount} rows instead of ${entry.rows}`)
}

async function placeFiles(file: string, members: Map<string, Member>, manifest: Manifest, folder: string): Promise<void> {
  for (const entry of manifest.files) {
    const path = resolve(folder, entry.path)
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${entry.path} would lie outside ${folder}`)
    await mkdir(dirname(path), { recursive: true })
    const hash = createHash('sha256')
    await pipeline(
      readMember(file, memberOf(members, entry, file)),
      hashing(hash),
      createWriteStream(path, { flags: 'wx', flush: true }),
    )
    if (hash.digest('hex') !== entry.sha256) throw new Error(damaged(file, entry.path))
  }
}

function memberOf(members: Map<string, Member>, { member, size }: { member: string; size: number }, file: string): Member {
  const found = members.get(member)
  if (found?.size !== size) throw new Error(damaged(file, member))
  return found
}

const damaged = (file: string, what: string) => `备份文件已损坏：${file} 中的 ${what} / The backup is damaged: ${what} in ${file}`

const hashing = (hash: ReturnType<typeof createHash>) =>
  async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      yield chunk
    }
  }

async function measure(content: AsyncIterable<Buffer>): Promise<Written> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of content) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

async function assertEmptyDatabase(client: pg.Client): Promise<void> {
  const schemas = await schemasWithTables(client)
  if (schemas.length === 0) return
  throw new Error(
    `只能恢复到空的数据库，这里已有数据（${schemas.join('、')}），未作改动。请新建一个空的数据库或数据目录。` +
      ` / A backup is restored into an empty database only; this one holds ${schemas.join(', ')} and was left as it is.`,
  )
}

async function assertEmptyFolder(folder: string): Promise<void> {
  const [first] = await filesIn(folder)
  if (first === undefined) return
  throw new Error(
    `只能恢复到空的文件目录，${join(folder, first)} 已存在，未作改动。 / Files are restored into an empty folder only; ${join(folder, first)} exists and was left as it is.`,
  )
}
