import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everywhere, openPool, within } from '#platform/db'
import { migrate, serverRole } from '#platform/migrations'
import { admin, asAdmin, password } from '#platform/testing.template'
import { dayOf } from '#platform/session'
import { aUnion, postAt } from '#testing/organisation/unions'
import { router } from '../router.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const name = `test_regions_${randomUUID().slice(0, 8)}`
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href
let pool: pg.Pool

beforeAll(async () => {
  await asAdmin((client) => client.query(`create database ${name}`))
  await migrate(url, [
    { name: 'region_east', title: '东县' },
    { name: 'region_west', title: '西县' },
  ])
  pool = openPool(await serverRole(url, password))
})
afterAll(async () => {
  await pool?.end()
  await asAdmin((client) => client.query(`drop database if exists ${name} with (force)`))
})

async function owner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const plantIn = (region: string, title: string) =>
  within(pool, { region, role: 'post', ...everywhere }, (db) =>
    aUnion({ db, region, place: 'national', user: { powers: [] }, now, today: dayOf(now), line: {} }, { name: title }),
  )

const callerIn = (region: string, union: Parameters<typeof postAt>[0]) =>
  createRouterClient(router, {
    context: {
      pool,
      region,
      place: 'national',
      now,
      user: { account: randomUUID(), post: postAt(union), powers: ['unions.view'] },
    },
  })

test('two regions stand side by side: the same paths, different unions, and neither sees the other', async () => {
  const [east, west] = [await plantIn('region_east', '东县总工会'), await plantIn('region_west', '西县总工会')]
  expect(east.path).toBe(west.path)
  expect(await callerIn('region_east', east).unions.top()).toMatchObject({ name: '东县总工会' })
  expect(await callerIn('region_west', west).unions.top()).toMatchObject({ name: '西县总工会' })
  await expect(callerIn('region_west', west).unions.get({ id: east.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('no foreign key, view or function of one region names another', async () => {
  const { rows } = await owner((client) =>
    client.query<{ what: string }>(`
      select conname as what from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
        where c.contype = 'f' and a.relnamespace <> b.relnamespace and a.relnamespace::regnamespace::text ~ '^region_' and b.relnamespace::regnamespace::text ~ '^region_'
      union all select proname from pg_proc where pronamespace = 'region_east'::regnamespace and (prosrc ~ 'region_[a-z]+[.]' or array_to_string(proconfig, ',') like '%region_west%')`),
  )
  expect(rows).toEqual([])
})

test('migrating again changes nothing and adds only the region that is asked for', async () => {
  await migrate(url)
  const { rows } = await owner((client) => client.query('select name from shared.regions order by name'))
  expect(rows.map((row) => row.name)).toEqual(['region_east', 'region_main', 'region_west'])
})
