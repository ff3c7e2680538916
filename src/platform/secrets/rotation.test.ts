import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type ClientBase, Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertRingFits } from './canary.ts'
import { blindIndex, blindIndexes, open, seal } from './fields.ts'
import { keyRing } from './ring.ts'
import { rotate, type SealedTable } from './rotation.ts'

const schema = `shared_test_${randomBytes(6).toString('hex')}`
const pool = new Pool({ connectionString: process.env.TEST_DATABASE_URL, options: `-c search_path=${schema}` })
const secret = () => randomBytes(32).toString('base64url')
const [first, second] = [secret(), secret()]
const old = keyRing({ current: first, readable: [] })
const rotated = keyRing({ current: second, readable: [first] })
const mobiles: SealedTable = {
  table: 'roster',
  key: [{ column: 'id', type: 'uuid' }],
  columns: [{ column: 'mobile', index: 'mobile_index', normalise: (plain) => plain.replaceAll(' ', '') }, { column: 'note' }],
}

beforeAll(async () => {
  await pool.query(`create schema ${schema}`)
  await pool.query(readFileSync('db/migrations/shared/0020_signin.sql', 'utf8'))
  await pool.query('create table roster (id uuid primary key, mobile text, mobile_index text, note text)')
})
afterAll(async () => {
  await pool.query(`drop schema ${schema} cascade`)
  await pool.end()
})

async function transaction<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function roster(rows: number) {
  await pool.query('truncate roster')
  for (let row = 0; row < rows; row++) {
    const mobile = `139 0000 ${String(row).padStart(4, '0')}`
    const values = [
      randomUUID(),
      seal('roster.mobile', mobile, old),
      blindIndex('roster.mobile', mobile.replaceAll(' ', ''), old),
    ]
    await pool.query('insert into roster values ($1, $2, $3, $4)', [...values, row % 2 ? null : seal('roster.note', '困难', old)])
  }
}

const holders = (keys: typeof old, mobile: string) =>
  pool.query('select id, mobile from roster where mobile_index = any($1)', [blindIndexes('roster.mobile', mobile, keys)])

test('rotation stopped half-way is taken up again; everybody is found before, between and after; then the old key can go', async () => {
  await roster(250)
  const stop = new AbortController()
  const halfway = rotate({
    tables: [mobiles],
    transaction,
    keys: rotated,
    batch: 40,
    signal: stop.signal,
    onProgress: ({ resealed }) => resealed >= 120 && stop.abort(),
  })
  await expect(halfway).rejects.toThrow(/abort/i)
  for (const row of [0, 120, 249]) expect((await holders(rotated, `1390000${String(row).padStart(4, '0')}`)).rowCount).toBe(1)

  expect(await rotate({ tables: [mobiles], transaction, keys: rotated, batch: 40 })).toBe(250 - 120)
  const without = keyRing({ current: second, readable: [] })
  const { rows } = await holders(without, '13900000007')
  expect(open('roster.mobile', rows[0].mobile, without)).toBe('139 0000 0007')
  expect(await rotate({ tables: [mobiles], transaction, keys: without })).toBe(0)
})

test('a table whose key has two columns is walked whole, a few rows at a time', async () => {
  await pool.query('create table history (person uuid, version integer, before text, primary key (person, version))')
  const people = [randomUUID(), randomUUID(), randomUUID()]
  for (const person of people)
    for (let version = 1; version <= 12; version++)
      await pool.query('insert into history values ($1, $2, $3)', [person, version, seal('history.before', `${version}`, old)])
  const key = [
    { column: 'person', type: 'uuid' },
    { column: 'version', type: 'integer' },
  ]
  const history: SealedTable = { table: 'history', key, columns: [{ column: 'before' }] }
  expect(await rotate({ tables: [history], transaction, keys: rotated, batch: 5 })).toBe(36)
  const { rows } = await pool.query<{ version: number; before: string }>('select version, before from history')
  const without = keyRing({ current: second, readable: [] })
  for (const row of rows) expect(open('history.before', row.before, without)).toBe(`${row.version}`)
})

test('a value that does not open stops the rotation and leaves its batch as it was', async () => {
  await roster(5)
  await pool.query("update roster set mobile = 'v1.AAAAAAAA.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA' where mobile_index = $1", [
    blindIndex('roster.mobile', '13900000003', old),
  ])
  await expect(rotate({ tables: [mobiles], transaction, keys: rotated })).rejects.toThrow(
    /roster.mobile: sealed under key AAAAAAAA/,
  )
  expect((await pool.query('select 1 from roster where mobile like $1', [`v1.${old.current.id}.%`])).rowCount).toBe(4)
})

test('a key ring that is not the database’s own is refused at start; a rotated one is accepted and takes over', async () => {
  await assertRingFits(pool, old)
  await assertRingFits(pool, old)
  await expect(assertRingFits(pool, keyRing({ current: second, readable: [] }))).rejects.toThrow(/密钥与数据库不符/)
  await assertRingFits(pool, rotated)
  await assertRingFits(pool, keyRing({ current: second, readable: [] }))
})
