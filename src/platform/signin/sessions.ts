import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'

/**
 * Someone signed in. `needsSecondFactor`: the account holds authority over others, or has set a second factor up, and this session
 * has not shown it yet; until then it may do what anyone may, and set it up or show it.
 */
export type SignedIn = {
  accountId: string
  sessionId: string
  name: string
  /** This session has passed the second factor. */
  secondFactor: boolean
  /** The account has one set up. */
  hasSecondFactor: boolean
  needsSecondFactor: boolean
  /** Which person of which region the account belongs to. */
  persons: { region: string; personId: string }[]
}

/** How long a session lasts unused, and in all: shorter for accounts with authority over others. */
export type SessionTimes = { idleMinutes: number; authorityIdleMinutes: number; authorityHours: number }
export const sessionTimes: SessionTimes = { idleMinutes: 14 * 24 * 60, authorityIdleMinutes: 120, authorityHours: 24 }

export const cookieName = (secure: boolean, of = 'session_token') => `${secure ? '__Secure-' : ''}gongqiao.${of}`

/** The value of a cookie (of a session, its token) whose signature is ours, or null. */
export function tokenOf(cookies: string | null, name: string, secret: string): string | null {
  const pair = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`))
  if (!pair) return null
  let value: string
  try {
    value = decodeURIComponent(pair.slice(name.length + 1))
  } catch {
    return null
  }
  const at = value.lastIndexOf('.')
  if (at < 1) return null
  const [token, given] = [value.slice(0, at), Buffer.from(value.slice(at + 1), 'base64')]
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
}

const LIVE = `
  with live as (
    select session.id, session.account_id, session.second_factor_at is not null as second_factor, session.last_seen_at,
      account.name, account.has_second_factor, account.requires_second_factor
    from account_sessions session join accounts account on account.id = session.account_id
    where session.token = $1 and session.expires_at > now() and account.disabled_at is null
      and session.last_seen_at > now() - make_interval(mins => case when account.requires_second_factor then $2::int else $3::int end)
      and (not account.requires_second_factor or session.created_at > now() - make_interval(hours => $4::int))
  ), seen as (
    update account_sessions set last_seen_at = now() from live
    where account_sessions.id = live.id and live.last_seen_at < now() - interval '1 minute'
  )
  select live.*, (
    select coalesce(json_agg(json_build_object('region', region, 'personId', person_id) order by region), '[]')
    from account_persons where account_persons.account_id = live.account_id
  ) as persons from live`

type LiveRow = {
  id: string
  account_id: string
  name: string
  second_factor: boolean
  has_second_factor: boolean
  requires_second_factor: boolean
  persons: SignedIn['persons']
}

/** The live session of a token: one round trip, which also notes at most once a minute that it is in use. */
export async function liveSession(pool: Pool, token: string, times: SessionTimes): Promise<SignedIn | null> {
  const { rows } = await pool.query<LiveRow>({
    name: 'signin-live-session',
    text: LIVE,
    values: [token, times.authorityIdleMinutes, times.idleMinutes, times.authorityHours],
  })
  const row = rows[0]
  if (!row) return null
  return {
    accountId: row.account_id,
    sessionId: row.id,
    name: row.name,
    secondFactor: row.second_factor,
    hasSecondFactor: row.has_second_factor,
    needsSecondFactor: (row.requires_second_factor || row.has_second_factor) && !row.second_factor,
    persons: row.persons,
  }
}

/** Ends a session that has run out, so that the library does not take it for a live one by its own, longer, measure. */
export const endSession = (pool: Pool, token: string) => pool.query('delete from account_sessions where token = $1', [token])

/** This session has shown the second factor. */
export const markSecondFactor = (pool: Pool, token: string) =>
  pool.query('update account_sessions set second_factor_at = now() where token = $1', [token])

/** Ends all sessions of an account; gives how many there were. */
export async function endSessionsOf(pool: Pool, accountId: string): Promise<number> {
  return (await pool.query('delete from account_sessions where account_id = $1', [accountId])).rowCount ?? 0
}
