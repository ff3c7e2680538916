import type { Pool } from 'pg'

/** How many attempts a key has within `seconds`; the last of them locks it for as long, unless it succeeds. */
export type Limit = { most: number; seconds: number }

export const limits = {
  account: { most: 5, seconds: 15 * 60 },
  address: { most: 60, seconds: 15 * 60 },
  code: { most: 5, seconds: 15 * 60 },
  once: { most: 1, seconds: 2 * 60 },
  resend: { most: 1, seconds: 60 },
  /** Acts of the public from one address: a canteen of workers joining together, not a script. */
  stranger: { most: 300, seconds: 60 * 60 },
  daily: { most: 10, seconds: 24 * 60 * 60 },
} as const satisfies Record<string, Limit>

/**
 * Counts one attempt before it is made, so that a hundred sent at once are counted like a hundred sent in turn.
 * Returns until when the key is locked, or null when the attempt may be made.
 */
export async function attempt(pool: Pool, key: string, { most, seconds }: Limit): Promise<Date | null> {
  const fresh = `(attempts.locked_until <= now() or (attempts.locked_until is null and attempts.since <= now() - make_interval(secs => $3)))`
  const { rows } = await pool.query<{ count: number; locked_until: Date | null }>(
    `insert into signin_attempts as attempts (key, count, since, locked_until)
     values ($1, 1, now(), case when $2 = 1 then now() + make_interval(secs => $3) end)
     on conflict (key) do update set
       count = case when ${fresh} then 1 else attempts.count + 1 end,
       since = case when ${fresh} then now() else attempts.since end,
       locked_until = case
         when ${fresh} then case when $2 = 1 then now() + make_interval(secs => $3) end
         when attempts.count + 1 = $2 then now() + make_interval(secs => $3)
         else attempts.locked_until end
     returning count, locked_until`,
    [key, most, seconds],
  )
  const row = rows[0]
  return row && row.count > most ? (row.locked_until ?? new Date(Date.now() + seconds * 1000)) : null
}

/** The attempt succeeded: what was counted against the key is forgotten. */
export const forgive = (pool: Pool, key: string) => pool.query('delete from signin_attempts where key = $1', [key])

/** The attempt was nobody's failure: it is taken off the count, the others stay. */
export const takeBack = (pool: Pool, key: string, { most }: Limit) =>
  pool.query(
    `update signin_attempts set count = greatest(count - 1, 0), locked_until = case when count - 1 >= $2 then locked_until end where key = $1`,
    [key, most],
  )
