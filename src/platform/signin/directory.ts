import type { Pool } from 'pg'
import { refuse } from '#law/verdict'
import { blindIndex, blindIndexes, open, seal } from '#platform/secrets'
import { enforce } from '#platform/session'
import { isMobile, MOBILE, normalMobile } from './identifiers.ts'

/** An account as an administrator's list shows it; the mobile number with its middle hidden. */
export type AccountEntry = {
  id: string
  name: string
  username: string
  mobile: string | null
  isDisabled: boolean
  hasSecondFactor: boolean
  requiresSecondFactor: boolean
  lastSeenAt: Date | null
}
/** A line of the log of signing in. */
export type SigninEvent = {
  id: number
  at: Date
  call: string
  outcome: 'done' | 'failed' | 'locked'
  accountId: string | null
  address: string
}

type Row = Omit<AccountEntry, 'mobile'> & { mobile_sealed: string | null }

/** The accounts with these ids; ids that are none are left out. */
export async function accountEntries(pool: Pool, ids: readonly string[]): Promise<AccountEntry[]> {
  const { rows } = await pool.query<Row>(
    `select id, name, username, mobile_sealed, disabled_at is not null as "isDisabled", has_second_factor as "hasSecondFactor",
       requires_second_factor as "requiresSecondFactor",
       (select max(last_seen_at) from account_sessions where account_id = accounts.id) as "lastSeenAt"
     from accounts where id = any($1) order by username`,
    [ids],
  )
  return rows.map(({ mobile_sealed, ...entry }) => ({ ...entry, mobile: mobile_sealed && masked(open(MOBILE, mobile_sealed)) }))
}

const masked = (mobile: string) => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`

/** Corrects the name or the mobile number (null takes it away) that an account signs in with. */
export async function changeAccount(pool: Pool, id: string, change: { name?: string; mobile?: string | null }): Promise<void> {
  if (change.name !== undefined) await pool.query('update accounts set name = $2 where id = $1', [id, change.name.trim()])
  if (change.mobile === undefined) return
  const mobile = change.mobile && normalMobile(change.mobile)
  if (mobile && !isMobile(mobile)) enforce(refuse('accounts.mobile', '手机号应为 11 位数字'))
  const { rowCount } = await pool.query('select 1 from accounts where mobile_index = any($2) and id <> $1', [
    id,
    mobile ? blindIndexes(MOBILE, mobile) : [],
  ])
  if (rowCount) enforce(refuse('accounts.taken', '这个手机号已有人使用'))
  await pool.query(
    'update accounts set mobile_sealed = $2, mobile_index = $3, mobile_verified = $2::text is not null where id = $1',
    [id, mobile ? seal(MOBILE, mobile) : null, mobile ? blindIndex(MOBILE, mobile) : null],
  )
}

/** The log of signing in, newest first: of one account, or of all (for the auditor), before a line when paging. */
export async function signinEvents(
  pool: Pool,
  of: { accountId?: string; before?: number; most?: number },
): Promise<SigninEvent[]> {
  const { rows } = await pool.query<SigninEvent>(
    `select id, at, call, outcome, account_id as "accountId", address from signin_events
     where ($1::uuid is null or account_id = $1) and ($2::bigint is null or id < $2) order by id desc limit $3`,
    [of.accountId ?? null, of.before ?? null, Math.min(of.most ?? 50, 500)],
  )
  return rows
}
