import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type Job, nextAfter, register, runDue, runJobs, type Schedule } from '#platform/jobs'
import { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { jobsOf } from '../../jobs.ts'

const world = testWorld('2026-03-02')
const server = () => ({ id: randomUUID(), host: 'here', version: '1', runtime: '26', channels: ['sms'], keys: ['k1'] })
const at = (text: string) => new Date(`${text}+08:00`)
const failing = (error: unknown) => {
  throw error
}

async function asOwner<T extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const { rows } = await client.query<T>(`set search_path = region_main, shared`).then(() => client.query<T>(text, values))
  await client.end()
  return rows
}

test.for<[Schedule, string, string]>([
  [{ seconds: 3600 }, '2026-03-02T10:20:00', '2026-03-02T11:20:00'],
  [{ daily: '02:30' }, '2026-03-02T02:29:59', '2026-03-02T02:30:00'],
  [{ daily: '02:30' }, '2026-03-02T02:30:00', '2026-03-03T02:30:00'],
  [{ daily: '02:30' }, '2026-02-28T23:00:00', '2026-03-01T02:30:00'],
])('%o is due next after %s at %s', ([schedule, now, next]) =>
  expect(nextAfter(schedule, at(now)).toISOString()).toBe(at(next).toISOString()),
)

test('a job that was due thirty times runs once, and then when it is due again', async () => {
  let runs = 0
  const job: Job = { name: 'once', title: 'x', schedule: { daily: '02:30' }, run: async () => ({ runs: ++runs }) }
  let now = at('2026-03-02T01:00:00')
  const running = { pool: world.pool, jobs: [job], server: server(), onFault: failing, clock: () => now }
  await register(world.pool, [job], now)
  await runDue(running)
  now = at('2026-04-02T09:00:00')
  expect(await runDue(running)).toEqual(['once'])
  expect(await runDue(running)).toEqual([])
  now = at('2026-04-03T02:30:00')
  expect(await runDue(running)).toEqual(['once'])
  expect(runs).toBe(3)
})

test('of eight servers that look at the same moment one runs it', async () => {
  let runs = 0
  const run = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    return { runs: ++runs }
  }
  const job: Job = { name: 'shared', title: 'x', schedule: { seconds: 3600 }, run }
  await register(world.pool, [job], world.now)
  const look = () => runDue({ pool: world.pool, jobs: [job], server: server(), onFault: failing, clock: () => world.now })
  const done = await Promise.all(Array.from({ length: 8 }, look))
  expect(done.flat()).toEqual(['shared'])
  expect(runs).toBe(1)
})

test('a job whose server was killed is taken up by another when its lease is over, and not before', async () => {
  const job: Job = { name: 'killed', title: 'x', schedule: { seconds: 60 }, run: async () => ({}) }
  await register(world.pool, [job], world.now)
  await asOwner(
    `update jobs set taken_by = gen_random_uuid(), taken_until = $1::timestamptz + interval '2 minutes' where name = 'killed'`,
    [world.now],
  )
  let now = world.now
  const running = { pool: world.pool, jobs: [job], server: server(), onFault: failing, clock: () => now }
  expect(await runDue(running)).toEqual([])
  now = new Date(now.getTime() + 121_000)
  expect(await runDue(running)).toEqual(['killed'])
})

test('a failure is kept with its reason and tried again soon; the next success clears it', async () => {
  let isBroken = true
  const run = async () => {
    if (isBroken) throw new Error('磁盘满了')
    return {}
  }
  const job: Job = { name: 'breaks', title: 'x', schedule: { daily: '02:30' }, run }
  let now = world.now
  const running = { pool: world.pool, jobs: [job], server: server(), onFault: () => {}, clock: () => now }
  await register(world.pool, [job], now)
  await runDue(running)
  const state = () => asOwner(`select failure, failures, next_at from jobs where name = 'breaks'`)
  expect(await state()).toEqual([{ failure: '磁盘满了', failures: 1, next_at: new Date(now.getTime() + 600_000) }])
  isBroken = false
  now = new Date(now.getTime() + 600_000)
  await runDue(running)
  expect(await state()).toMatchObject([{ failure: null, failures: 0 }])
})

test('what is over goes, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongqiao-jobs-'))
  const union = await world.session((session) => aUnion(session, { name: '甲厂' }))
  const path = union.path
  await asOwner(`insert into signin_events (at, call, outcome, address) values (now() - interval '7 months', 'old', 'done', ''),
    (now() - interval '5 months', 'young', 'done', '')`)
  await asOwner(`insert into requests select gen_random_uuid(), gen_random_uuid(), a, '', null, now() - h * interval '1 hour'
    from (values ('old', 49), ('young', 47)) v (a, h)`)
  await asOwner(`insert into downloads (account, name, input, expires_at) values (gen_random_uuid(), 'old', '', now() - interval '1 second'),
    (gen_random_uuid(), 'young', '', now() + interval '1 hour')`)
  await asOwner(`insert into uploads (account, name, size, body, at) select gen_random_uuid(), n, 1, '', now() - d * interval '1 day'
    from (values ('old', 31), ('young', 29), ('open', 40), ('abandoned', 100)) v (n, d)`)
  await asOwner(
    `insert into imports (union_id, union_path, kind, state, upload, file_name, at, found)
     select $1, $2, 'members', case name when 'old' then 'done' else 'checked' end, id, name, at, '[]' from uploads`,
    [union.id, path],
  )
  const jobs = jobsOf({ tidySignin: async () => {}, dataFolder: folder })
  await register(world.pool, jobs, world.now)
  const done = await runDue({ pool: world.pool, jobs, server: server(), onFault: failing, clock: () => world.now })
  expect(done.sort()).toEqual(jobs.map(({ name }) => name).sort())
  const left = async (query: string) => (await asOwner<{ n: string }>(query)).map(({ n }) => n).sort()
  expect(await left('select call as n from signin_events')).toEqual(['young'])
  expect(await left('select act as n from requests')).toEqual(['young'])
  expect(await left('select name as n from downloads')).toEqual(['young'])
  expect(await left('select name as n from uploads')).toEqual(['open', 'young'])
})

test('the heads of the journal stand outside, and of old ones the first of each month stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongqiao-heads-'))
  const jobs = jobsOf({ tidySignin: async () => {}, dataFolder: folder }).filter(({ name }) => name === 'journal.heads')
  await asOwner(`select journal_append(null, 'test', null, null, null, now(), 'x', null)`)
  const context = {
    pool: world.pool,
    regions: ['region_main'],
    now: world.now,
    today: '2026-03-02',
    signal: new AbortController().signal,
  }
  await jobs[0]!.run(context)
  const kept = JSON.parse(readFileSync(join(folder, 'journal-heads/2026-03-02.json'), 'utf8'))
  expect(kept.region_main).toContainEqual({ chain: 'public', seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  for (const day of ['2025-11-03', '2025-11-04', '2025-12-01', '2025-12-30'])
    writeFileSync(join(folder, `journal-heads/${day}.json`), '{}')
  for (let day = 1; day <= 62; day++)
    writeFileSync(
      join(folder, `journal-heads/2026-0${day < 32 ? 1 : 2}-${String(((day - 1) % 31) + 1).padStart(2, '0')}.json`),
      '{}',
    )
  await jobs[0]!.run(context)
  const days = readdirSync(join(folder, 'journal-heads'))
  expect(days.filter((name) => name < '2026')).toEqual(['2025-11-03.json', '2025-12-01.json'])
})

test('a server says that it is there, and stops in the middle of nothing', async () => {
  const me = server()
  const running = runJobs({ pool: world.pool, jobs: [], server: me, onFault: failing, tick: 5 })
  await expect.poll(() => asOwner('select channels from servers where id = $1', [me.id])).toEqual([{ channels: ['sms'] }])
  await running.stop()
  expect(await asOwner('select 1 from servers where id = $1', [me.id])).toEqual([])
})
