import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { carryOver } from '#platform/backup'
import { migrate } from '#platform/migrations'
import { startEmbedded } from '#platform/postgres'
import { accountFor } from '../postgres/account.ts'
import { olderBinaries } from '../postgres/binaries.ts'
import { createCluster, freePort, startCluster } from '../postgres/cluster.ts'
import { ensureDatabase, superuserUrl } from '../postgres/database.ts'
import { fill } from './testing.ts'

// Clusters are made, killed and copied here: seconds on an idle machine, more on a busy one.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const home = mkdtempSync(join(tmpdir(), 'gongqiao-upgrade-'))
chmodSync(home, 0o711)
afterAll(() => rmSync(home, { recursive: true }))

const older = [17, 16, 15].map((major) => olderBinaries(home, major)).find((binaries) => binaries !== undefined)

test.skipIf(!older)(
  'a data folder of an older PostgreSQL is carried over at the next start, and kept beside the new one',
  async () => {
    const { major } = older!
    const [dataDir, password] = [join(home, 'data'), 'made-by-the-older-one']
    mkdirSync(dataDir, { mode: 0o711 })
    writeFileSync(join(dataDir, 'superuser-password'), password, { mode: 0o600 })
    const cluster = join(dataDir, String(major))
    createCluster(older!, accountFor(cluster), cluster, password, true)
    const old = await startCluster(older!, accountFor(cluster), cluster, await freePort(), {})
    const from = superuserUrl(password, old.port)
    await ensureDatabase(from)
    await migrate(from)
    const before = await rows(from, fill)
    await old.stop()
    await expect(startEmbedded({ dataDir })).rejects.toThrow(`PostgreSQL ${major} data`)
    const { url, stop } = await startEmbedded({ dataDir, carryOver, isThrowAway: true })
    const after = await rows(url, `select ''`)
    await stop()
    expect(after).toEqual({ ...before, version: '18' })
    expect(after.names).toEqual(['某区总工会', '第一分会'])
    expect(existsSync(join(dataDir, `${major}.before-upgrade`))).toBe(true)
    expect(existsSync(join(dataDir, 'carried-over.tar'))).toBe(false)
  },
)

async function rows(url: string, first: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(first)
    const names = await client.query<{ name: string }>('select name from region_main.unions order by path')
    const version = await client.query<{ server_version: string }>('show server_version')
    return { names: names.rows.map(({ name }) => name), version: version.rows[0]!.server_version.split('.')[0] }
  } finally {
    await client.end()
  }
}
