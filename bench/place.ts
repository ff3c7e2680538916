import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openPool } from '#platform/db'
import { migrate, migrationsOf, serverRole } from '#platform/migrations'
import { startEmbedded } from '#platform/postgres'
import { dayOf } from '#platform/session'
import { installRing, keyRing } from '#platform/secrets'
import { foldTallies } from '#platform/tallies'
import { fillFederation, reference } from './federation.ts'
import { timed } from './measure.ts'

export const root = join(import.meta.dirname, '..')
export const region = 'region_main'
/** Only the bench's own invented people are sealed with it. */
export const benchKey = 'YmVuY2ggdXNlcyB0aGlzIGtleSBhbmQgbm90aGluZyBlbHM'
const role = 'gongqiao_bench'

export type Union = { id: string; path: string; name: string; kind: string }

/**
 * The reference federation with so many members, kept between runs: in the cluster of BENCH_DATABASE_URL (an owner's), or in an embedded
 * one under data/bench. Made anew when a migration or the generator changed.
 */
export async function openPlace(members: number) {
  installRing(keyRing({ current: benchKey, readable: [] }))
  const cluster = await clusterUrl()
  const name = `gongqiao_bench_${members}_${stamp()}`
  const ownerUrl = withName(cluster, name)
  await asOwner(cluster, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `gongqiao_bench_${members}_%`,
    ])
    for (const { datname } of rows) if (datname !== name) await admin.query(`drop database "${datname}" with (force)`)
    if (rows.some(({ datname }) => datname === name)) return
    await fill(admin, cluster, name, members)
  })
  const serverUrl = await serverRole(ownerUrl, 'bench', role)
  const pool = openPool(serverUrl)
  const close = async () => pool.end()
  return { pool, ownerUrl, serverUrl, members, unions: await unionsIn(ownerUrl), close }
}
/** One cluster for all the sizes of a run. */
let embedded: Promise<{ url: string; stop: () => Promise<unknown> }> | undefined
/** An owner's URL of the cluster that the bench runs in. */
export async function clusterUrl() {
  if (process.env.BENCH_DATABASE_URL) return process.env.BENCH_DATABASE_URL
  embedded ??= startEmbedded({ dataDir: join(root, 'data/bench/postgres') })
  return (await embedded).url
}
/** Stops the embedded cluster, when one was started. */
export const closeCluster = async () => void (await (await embedded)?.stop())
export type Place = Awaited<ReturnType<typeof openPlace>>

async function fill(admin: pg.Client, cluster: string, name: string, members: number) {
  const draft = `${name}_draft`
  await admin.query(`drop database if exists "${draft}" with (force)`)
  await admin.query(`create database "${draft}"`)
  const url = withName(cluster, draft)
  console.error(`filling ${members} members; kept for the next run`)
  await migrate(url)
  const { ms } = await timed(() => fillFederation(url, { ...reference, members }))
  const pool = openPool(await serverRole(url, 'bench', role), 2)
  const folded = await timed(() => foldTallies({ pool, region, today: dayOf(new Date()) }))
  await pool.end()
  await asOwner(url, (client) => client.query('vacuum analyze'))
  console.error(`filled in ${Math.round(ms / 1000)} s, figures folded in ${Math.round(folded.ms / 1000)} s`)
  await admin.query(`alter database "${draft}" rename to "${name}"`)
}

const stamp = () =>
  createHash('sha256')
    .update([...migrationsOf('shared'), ...migrationsOf('region')].map(({ hash }) => hash).join(''))
    .update(readFileSync(join(root, 'bench/federation.ts')))
    .digest('hex')
    .slice(0, 10)

function withName(url: string, name: string) {
  const named = new URL(url)
  named.pathname = `/${name}`
  return named.href
}

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The district, its first town, and the basic union of middle size among those of that town. */
const unionsIn = (url: string) =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<Union & { members: number }>(
      `select u.id, u.path, u.name, u.kind, (select count(*)::int from ${region}.members m where m.union_path = u.path) as members
       from ${region}.unions u where u.path like '00010001%' or u.path = '0001' order by 5`,
    )
    const basics = rows.filter(({ path }) => path.length === 12)
    const at = (path: string) => rows.find((row) => row.path === path)!
    return { district: at('0001'), town: at('00010001'), basic: basics[Math.floor(basics.length / 2)]! }
  })
