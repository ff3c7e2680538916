import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Db } from '#platform/db'

const steps: Record<string, string> = {
  begin: 'savepoint signing',
  commit: 'release savepoint signing',
  rollback: 'rollback to savepoint signing',
}

/**
 * Runs sign-in's own functions within the act: on its connection, as the only role that may touch passwords and sessions, its
 * transaction a step of ours. So the account changes exactly when the journal line stays, and modules never see a hash.
 */
export async function asSignin<T>(db: Db, work: (pool: Pool) => Promise<T>): Promise<T> {
  const { rows } = await db.execute<{ role: string; path: string }>(
    sql`select current_user::text as role, current_setting('search_path') as path`,
  )
  const query = (text: unknown, values?: unknown[]) => db.$client.query((steps[String(text)] ?? text) as string, values as never)
  const pool = { query, connect: async () => ({ query, release: () => {} }) } as unknown as Pool
  await db.execute(sql.raw('set local role gongqiao_signin;set local search_path=shared'))
  const result = await work(pool)
  await db.execute(sql.raw(`set local role ${rows[0]!.role};set local search_path=${rows[0]!.path}`))
  return result
}
