import pg from 'pg'
import { steady } from '#platform/db'

/**
 * Connections for sign-in alone, as the role `gongqiao_signin` (the server's role must be a member of it) with the shared schema
 * in the search path. Behind pgbouncer in transaction mode use a login whose defaults say the same (`alter role … set …`).
 */
export const signinPool = (url: string, max = 8, schema = 'shared') =>
  steady(
    new pg.Pool({
      connectionString: url,
      max,
      idleTimeoutMillis: 60_000,
      options: `-c role=gongqiao_signin -c search_path=${schema}`,
    }),
  )

/** Runs `work` in one transaction of the sign-in pool. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}
