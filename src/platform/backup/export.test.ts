import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportEverything, verifyExport } from '#platform/backup'
import { migrate } from '#platform/migrations'
import { keyRing, open, seal } from '#platform/secrets'
import { admin, asAdmin } from '#platform/testing.template'
import { fill } from './testing.ts'

const home = mkdtempSync(join(tmpdir(), 'gongqiao-export-'))
const name = `export_${randomUUID().replaceAll('-', '')}`
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href
const keys = keyRing({ current: 'dGVzdHMgdXNlIHRoaXMga2V5IGFuZCBub3RoaW5nIGVsc2U', readable: [] })

beforeAll(async () => {
  await asAdmin((client) => client.query(`create database ${name} template template0`))
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(fill)
  await client.query('insert into shared.secret_canary values (1, $1)', [seal('secret_canary.sealed', '梅花，"三弄"', keys)])
  await client.end()
  mkdirSync(join(home, 'files/a'), { recursive: true })
  writeFileSync(join(home, 'files/a/章程.txt'), '第一条')
})
afterAll(async () => {
  await asAdmin((client) => client.query(`drop database ${name} with (force)`))
  rmSync(home, { recursive: true })
})

test('everything leaves as CSV; sealed values open only with the key', async () => {
  const [sealed, opened] = [join(home, 'sealed'), join(home, 'opened')]
  await exportEverything(url, sealed)
  const index = await exportEverything(url, opened, {
    open: (field, value) => open(field, value, keys),
    files: join(home, 'files'),
    leftOut: ['shared.account_credentials'],
  })
  const canary = (dir: string) => readFileSync(join(dir, 'tables/shared.secret_canary.csv'), 'utf8')
  expect(canary(sealed)).toMatch(/^\ufeffid,sealed\r\n1,v1\./)
  expect(canary(opened)).toBe('\ufeffid,sealed\r\n1,"梅花，""三弄"""\r\n')
  expect(readFileSync(join(sealed, 'README.md'), 'utf8')).toContain('有 1 个加密字段没有解开')
  expect(readFileSync(join(opened, 'README.md'), 'utf8')).toContain('加密字段均已解开')
  expect(readFileSync(join(opened, 'files/a/章程.txt'), 'utf8')).toBe('第一条')
  expect(index.tables.map(({ name }) => name)).not.toContain('account_credentials')
  expect(index.tables.find(({ file }) => file === 'tables/region_main.unions.csv')).toMatchObject({ rows: 2, sealed: 0 })
})

test('an altered export is found out, and a folder that holds something is refused', async () => {
  const dir = join(home, 'altered')
  await exportEverything(url, dir)
  await expect(exportEverything(url, dir)).rejects.toThrow(/空目录/)
  appendFileSync(join(dir, 'tables/region_main.unions.csv'), 'x\r\n')
  await expect(verifyExport(dir)).rejects.toThrow('tables/region_main.unions.csv')
})
