import { eq } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'

/** One open transaction, in its frame: the only way to the data. */
export type Db = NodePgDatabase & { $client: pg.ClientBase }

const INT8 = 20
pg.types.setTypeParser(INT8, Number)

/** Opens connections to `url`; rows counted or summed come as numbers. */
export const openPool = (url: string, max = 16) => steady(new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 60_000 }))

/** A connection that breaks fails the call that uses it, and never the process. */
export function steady(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * The frame of a transaction: which region's data, as which role, seeing which interval of union paths `[lo, hi)`,
 * and who is acting (`me` a person, `account` a sign-in). Row-level security reads nothing else.
 */
export type Frame = {
  region: string
  role: 'post' | 'self' | 'public' | 'jobs'
  lo: string
  hi: string
  me?: string | undefined
  account?: string | undefined
  readOnly?: boolean
  /** Sensitive personal data may be seen: the post holds the power for it. */
  sensitive?: boolean
  /** The day of the act, for what the database itself dates. */
  today?: string
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const safe = (text: string) => {
  if (!/^[0-9a-z_~-]*$/.test(text)) throw new Error(`not a frame value: ${text}`)
  return text
}

/** `begin` and the whole frame in one round trip; `set local` and not `set_config()`, which a cluster does not carry to its workers. */
const beginning = ({ region, role, lo, hi, me, account, readOnly, sensitive, today }: Frame) =>
  `begin${readOnly ? ' read only' : ''};set local role gongqiao_${safe(role)};set local search_path=${safe(region)},shared;` +
  `set local app.lo='${safe(lo)}';set local app.hi='${safe(hi)}';` +
  `set local app.me='${safe(me ?? NOBODY)}';set local app.account='${safe(account ?? NOBODY)}'${sensitive ? ";set local app.sensitive='on'" : ''}` +
  (today ? `;set local app.today='${safe(today)}'` : '')

/** Runs `work` in one transaction within `frame`; commits when it returns, rolls back when it throws. */
export async function within<T>(pool: pg.Pool, frame: Frame, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(beginning(frame))
    const result = await work(dbOn(client))
    const ended = client.query('commit')
    // Nothing depends on how a reading ends, so nobody waits for it; the connection goes back when it has.
    if (frame.readOnly)
      void ended.then(
        () => client.release(),
        (failure: Error) => client.release(failure),
      )
    else {
      await ended
      client.release()
    }
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    throw error
  }
}

/** Drizzle on one connection. */
export const dbOn = (client: pg.ClientBase): Db =>
  drizzle({ client: client as pg.PoolClient, casing: 'snake_case' }) as unknown as Db

/** Holds a row until the act ends, so that what the rules read next stays true. */
export const hold = (db: Db, table: PgTable & { id: PgColumn }, id: string) =>
  db
    .select({ id: table.id })
    .from(table as PgTable)
    .where(eq(table.id, id))
    .for('update')

/** The interval of paths that a union and all below it make: a text is in it exactly when it starts with `path`. */
export const subtree = (path: string) => ({ lo: path, hi: `${path}~` })

/** The interval that holds every union. */
export const everywhere = { lo: '', hi: '~' }
