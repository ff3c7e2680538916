import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backup, restore } from '#platform/backup'
import { migrate, migrationsOf } from '#platform/migrations'
import { startEmbedded, type Embedded } from '#platform/postgres'
import { admin, asAdmin } from '#platform/testing.template'
import { connected } from './catalogue.ts'
import { migrateTo } from './migrated.ts'
import { fill, shapeOf } from './testing.ts'

// Clusters are made, killed and copied here: seconds on an idle machine, more on a busy one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const home = mkdtempSync(join(tmpdir(), 'gongqiao-backup-'))
const made: string[] = []
let embedded: Embedded
let source: string

beforeAll(async () => {
  embedded = await startEmbedded({ dataDir: join(home, 'data'), isThrowAway: true })
  source = await emptyDatabase()
  await migrate(source, [
    { name: 'region_main', title: '本区' },
    { name: 'region_east', title: '东区' },
  ])
  await query(source, fill)
  mkdirSync(join(home, 'files/照片'), { recursive: true })
  writeFileSync(join(home, 'files/照片/活动.txt'), '九月九日登高')
  writeFileSync(join(home, 'files/empty'), '')
})
afterAll(async () => {
  await asAdmin(async (client) => {
    for (const name of made) await client.query(`drop database if exists ${name} with (force)`)
  })
  await embedded.stop()
  rmSync(home, { recursive: true })
})

test('everything goes from an external database into an embedded one and back, and nothing is changed', async () => {
  const [first, second, back] = [join(home, '1.tar'), join(home, '2.tar'), await emptyDatabase()]
  const manifest = await backup(source, first, { files: join(home, 'files') })
  await restore(first, embedded.url, { files: join(home, 'files2') })
  const again = await backup(embedded.url, second, { files: join(home, 'files2') })
  await restore(second, back, { files: join(home, 'files3') })
  expect(again).toMatchObject({ tables: expect.any(Array), sequences: manifest.sequences, files: manifest.files })
  expect(byName(again.tables)).toEqual(byName(manifest.tables))
  expect(manifest.tables.find(({ member }) => member === 'data/region_east.unions.copy')).toMatchObject({ rows: 2 })
  expect(readFileSync(join(home, 'files3/照片/活动.txt'), 'utf8')).toBe('九月九日登高')
  expect(readFileSync(join(home, 'files3/empty'), 'utf8')).toBe('')
  expect(await query(back, shapeOf)).toEqual(await query(source, shapeOf))
})

test('a backup is of one moment: what is written meanwhile is whole or absent', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await query(url, fill)
  let isOver = false
  const writing = (async () => {
    for (let n = 0; !isOver; n += 1) {
      await query(
        url,
        `with a as (insert into shared.accounts (name, username) values ('职工${n}', 'worker${n}') returning id)
        insert into shared.account_credentials (account_id, provider, subject) select id, 'credential', id::text from a`,
      )
    }
  })()
  const manifest = await backup(url, join(home, 'moment.tar'))
  isOver = true
  await writing
  const rows = (name: string) => manifest.tables.find((table) => table.name === name)!.rows
  expect(rows('accounts')).toBe(rows('account_credentials') + 1)
  await restore(join(home, 'moment.tar'), await emptyDatabase())
})

test('a place that is not empty is refused and left as it is', async () => {
  const file = join(home, 'refused.tar')
  await backup(source, file)
  await expect(restore(file, source)).rejects.toThrow(/只能恢复到空的数据库/)
  await expect(restore(file, await emptyDatabase(), { files: join(home, 'files') })).rejects.toThrow(/只能恢复到空的文件目录/)
  await expect(backup(source, file)).rejects.toThrow(/未覆盖/)
})

test('a damaged backup, or one of a newer version, is refused and the place stays empty', async () => {
  const [file, url] = [join(home, 'damaged.tar'), await emptyDatabase()]
  await backup(source, file)
  const good = readFileSync(file)
  const broken = Buffer.from(good)
  broken.write('某', good.indexOf('第一分会'))
  writeFileSync(file, broken)
  await expect(restore(file, url)).rejects.toThrow(/已损坏/)
  writeFileSync(file, good.subarray(0, good.length >> 1))
  await expect(restore(file, url)).rejects.toThrow()
  writeFileSync(file, Buffer.from(good.toString('latin1').replaceAll('0010_unions.sql', '0010_banyan.sql'), 'latin1'))
  await expect(restore(file, url)).rejects.toThrow(/更新的版本/)
  writeFileSync(file, good)
  await restore(file, url)
})

test('a backup of an earlier version is restored as it was then, and the next start brings it up to date', async () => {
  const [earlier, file, url] = [await emptyDatabase(), join(home, 'earlier.tar'), await emptyDatabase()]
  const before = (sequence: 'shared' | 'region', schema: string) =>
    migrationsOf(sequence).map(({ name, hash }) => ({ schema, name, hash }))
  const applied = [...before('shared', 'shared'), ...before('region', 'region_main').slice(0, -1)]
  await connected(earlier, async (client) => {
    await client.query('begin')
    await migrateTo(client, applied)
    await client.query(`insert into shared.regions (name, title) values ('region_main', '本区')`)
    for (const row of applied) {
      await client.query('insert into shared.migrations (schema, name, hash) values ($1, $2, $3)', Object.values(row))
    }
    await client.query('commit')
  })
  await query(earlier, fill)
  await backup(earlier, file)
  await restore(file, url)
  expect(await query(url, shapeOf)).toEqual(await query(earlier, shapeOf))
  await migrate(url)
  expect(await query(url, shapeOf)).toEqual((await query(source, shapeOf)).filter((row) => Object(row).schema !== 'region_east'))
})

test('an owner who is no superuser can restore, and the foreign keys are there again', async () => {
  const [file, url, owner] = [join(home, 'owner.tar'), await emptyDatabase(), `owner_${randomUUID().slice(0, 8)}`]
  await backup(source, file)
  const { pathname } = new URL(url)
  await asAdmin(async (client) => {
    await client.query(`create role ${owner} login createrole password 'only-for-tests'`)
    await client.query(`alter database ${pathname.slice(1)} owner to ${owner}`)
  })
  const as = Object.assign(new URL(url), { username: owner, password: 'only-for-tests' })
  try {
    await restore(file, as.href)
    expect(await query(url, shapeOf)).toEqual(await query(source, shapeOf))
  } finally {
    await asAdmin((client) => client.query(`drop database ${pathname.slice(1)} with (force)`))
    await asAdmin((client) => client.query(`drop role ${owner}`))
  }
})

const byName = <T extends { schema: string; name: string }>(tables: T[]) =>
  tables.toSorted((a, b) => `${a.schema}.${a.name}`.localeCompare(`${b.schema}.${b.name}`))

async function emptyDatabase(): Promise<string> {
  const name = `backup_${randomUUID().replaceAll('-', '')}`
  await asAdmin((client) => client.query(`create database ${name} template template0`))
  made.push(name)
  return Object.assign(new URL(admin), { pathname: `/${name}` }).href
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
