import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { within } from '#platform/db'
import { aMailServer } from '#platform/notices.testing'
import { seal } from '#platform/secrets'
import { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'

const COUNT = 600
const world = testWorld('2026-03-02T10:00:00+08:00')
const began = String(Date.now())
const children: ChildProcess[] = []
afterAll(() => children.forEach((child) => child.kill('SIGKILL')))

/** Many persons with an address each, and one urgent notice each. */
async function crowd() {
  const union = await world.session((session) => aUnion(session))
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  await client.query(`set search_path = ${world.region}, shared`)
  await client.query(
    `insert into members (union_id, union_path, status, name, joined_on) select $1, $2, 'member', '职工' || n, '2020-01-01' from generate_series(1, $3) n`,
    [union.id, union.path, COUNT],
  )
  const { rows } = await client.query<{ id: string }>('select id from members order by id')
  const accounts = rows.map(({ id }, n) => ({
    person: id,
    sealed: seal('accounts.email_sealed', `p${n}@example.org`),
    username: `crowd${n}`,
  }))
  await client.query(
    `with made as (insert into accounts (name, username, email_sealed, email_index)
        select '职工', x.username, x.sealed, x.username from jsonb_to_recordset($1::jsonb) as x(username text, sealed text) returning id, username)
      insert into account_persons (account_id, region, person_id)
      select m.id, $2, x.person from made m join jsonb_to_recordset($1::jsonb) as x(username text, person uuid) on x.username = m.username`,
    [JSON.stringify(accounts), world.region],
  )
  await client.query(`insert into notices (key, kind, person_id, title, body, link, is_urgent, at)
    select 'tests.crowd:' || id, 'tests.crowd', id, '有一件事要办', '', '/notices', true, '2026-03-02 10:00+08' from members`)
  await client.end()
}

const sender = (url: string) => {
  const child = spawn(process.execPath, ['src/platform/notices/testing.sender.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NOTICES_DATABASE: world.pool.options.connectionString!,
      NOTICES_REGION: world.region,
      NOTICES_SMTP: url,
      NOTICES_BEGAN: began,
    },
  })
  children.push(child)
  return child
}

test(`${COUNT} messages are handed over through a kill in the middle: none lost, at most four twice and those under one Message-ID`, {
  timeout: 240_000,
}, async () => {
  await crowd()
  const server = await aMailServer()
  const first = sender(server.url)
  await expect.poll(() => server.mails.length, { timeout: 120_000, interval: 5 }).toBeGreaterThan(COUNT / 3)
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect(server.mails.length).toBeLessThan(COUNT)
  const second = sender(server.url)
  expect((await once(second, 'exit'))[0]).toBe(0)
  const ids = new Set(server.mails.map(({ id }) => id))
  expect([ids.size, new Set(server.mails.map(({ to }) => to)).size]).toEqual([COUNT, COUNT])
  expect(server.mails.length - COUNT).toBeLessThanOrEqual(4)
  const { rows } = await within(world.pool, { region: world.region, role: 'jobs', lo: '', hi: '' }, (db) =>
    db.execute<{ state: string; n: number }>(sql`select state, count(*)::int as n from notice_deliveries group by 1`),
  )
  expect(rows).toEqual([{ state: 'sent', n: COUNT }])
  await server.close()
})
