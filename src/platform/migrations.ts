import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, '../../db/migrations')
const LOCK = 7_410_026

/** The migrations of a sequence (`shared` or `region`) in order, each with the hash of its text. */
export const migrationsOf = (sequence: 'shared' | 'region') =>
  readdirSync(join(folder, sequence))
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, sequence, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })

/**
 * Brings the database at `url` (an owner's, not the server's) to the newest migration: the shared schema, then each region.
 * Every file is one transaction and is applied once; a file whose text has changed since is an error. Makes `regions` when new.
 */
export async function migrate(
  url: string,
  regions: { name: string; title: string }[] = [{ name: 'region_main', title: '本地区' }],
) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await client.query('set client_min_messages = warning')
    await client.query('create schema if not exists shared')
    await client.query(
      'create table if not exists shared.migrations (schema text, name text, hash text not null, at timestamptz not null default now(), primary key (schema, name))',
    )
    await bring(client, 'shared', 'shared')
    for (const { name, title } of regions)
      await client.query('insert into shared.regions (name, title) values ($1, $2) on conflict do nothing', [name, title])
    const { rows } = await client.query<{ name: string }>('select name from shared.regions order by name')
    for (const { name } of rows) {
      await client.query(`create schema if not exists ${name}`)
      await client.query(`grant usage on schema ${name} to gongqiao_post, gongqiao_self, gongqiao_public`)
      await bring(client, name, 'region')
    }
  } finally {
    await client.end()
  }
}

async function bring(client: pg.Client, schema: string, sequence: 'shared' | 'region') {
  await client.query(`set search_path = ${schema}${schema === 'shared' ? '' : ', shared'}`)
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from shared.migrations where schema = $1',
    [schema],
  )
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]))
  for (const { name, text, hash } of migrationsOf(sequence)) {
    const before = applied.get(name)
    if (before === hash) continue
    if (before) throw new Error(`migration ${sequence}/${name} was changed after it had been applied to ${schema}`)
    try {
      await client.query('begin')
      await client.query(text)
      await client.query('insert into shared.migrations (schema, name, hash) values ($1, $2, $3)', [schema, name, hash])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`migration ${sequence}/${name} failed in ${schema}: ${(error as Error).message}`, { cause: error })
    }
  }
}

/**
 * Makes (or resets) the role the server signs in as, which owns nothing and cannot bypass row-level security,
 * and gives the URL to connect with. Needs an owner's `url` that may create roles.
 */
export async function serverRole(url: string, password: string, role = 'gongqiao_server'): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const quoted = client.escapeLiteral(password)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nobypassrls noinherit password ${quoted}`)
    await client.query(`grant gongqiao_post, gongqiao_self, gongqiao_public, gongqiao_signin, gongqiao_jobs to ${role}`)
    await client.query(`grant usage on schema shared to ${role}`)
    const as = new URL(url)
    as.username = role
    as.password = password
    return as.href
  } finally {
    await client.end()
  }
}
