import type { Pool } from 'pg'
import { deriveSecret, open, type Ring, ring } from '#platform/secrets'
import type { Notices } from '#platform/notices'
import * as accounts from './accounts.ts'
import { attempt, limits } from './attempts.ts'
import { accountEntries, changeAccount, signinEvents } from './directory.ts'
import { handle } from './handler.ts'
import { EMAIL, MOBILE } from './identifiers.ts'
import { CHALLENGE, type Delivery, type OidcProvider } from './names.ts'
import { PURPOSE, reseal } from './reseal.ts'
import { cookieName, endSessionsOf, liveSession, type SessionTimes, type SignedIn, sessionTimes, tokenOf } from './sessions.ts'

export type SigninOptions = {
  /** Where people reach the house, e.g. `https://gh.example.org.cn`; `https` makes the cookies secure. */
  baseUrl: string
  notices: Notices
  /** Creates the federation, the administrator's person and posts on first start; returns which person the account belongs to. */
  found: (first: {
    accountId: string
    name: string
    federation: string
    division: string | undefined
  }) => Promise<accounts.Links | void>
  /** After the first start is complete: the account is there and linked. */
  onSetUp?: (accountId: string) => Promise<void>
  keys?: Ring
  oidc?: OidcProvider | undefined
  trustedOrigins?: readonly string[]
  times?: Partial<SessionTimes>
  /** Told of what went wrong behind an answer (a code that could not be sent). */
  onFault?: (error: unknown) => void
}

/**
 * Sign-in on a pool made by `signinPool`. `handler` answers `/api/auth/*` (the caller's address comes from the connection or the
 * trusted proxy, never from the client), `identify` says who a request is from in one indexed query.
 */
export function signin(pool: Pool, options: SigninOptions) {
  const { baseUrl, keys = ring(), onFault = () => {} } = options
  const times = { ...sessionTimes, ...options.times }
  const outbox = makeOutbox(pool, options.notices, onFault)
  const settings = { pool, keys, baseUrl, trustedOrigins: options.trustedOrigins ?? [], oidc: options.oidc }
  // A fifth of what a start would load, and no page or call needs it: only signing in does.
  let loading: Promise<{ handler: (request: Request) => Promise<Response> }> | undefined
  const library = () =>
    (loading ??= import('./auth.ts').then(({ makeAuth }) => makeAuth({ ...settings, deliver: outbox.deliver, fault: onFault })))
  const secret = deriveSecret(PURPOSE, keys)
  const signed = (name: string) => (cookies: string | null) => tokenOf(cookies, name, secret)
  const isSecure = baseUrl.startsWith('https:')
  const [token, challenge] = [signed(cookieName(isSecure)), signed(cookieName(isSecure, CHALLENGE))]
  const door = {
    pool,
    library: async (request: Request) => (await library()).handler(request),
    token,
    challenge,
    live: (of: string) => liveSession(pool, of, times),
    can: options.notices.can,
    own: ownCalls(pool, options),
  }
  return {
    /** Answers a request to `/api/auth/*`. */
    handler: (request: Request, from: { address: string }): Promise<Response> => handle(door, request, from.address),
    /** Who sent a request with these headers; null when nobody, or when the session has run out. */
    async identify(headers: Headers): Promise<SignedIn | null> {
      const found = token(headers.get('cookie'))
      return found ? door.live(found) : null
    },
    ...accountCalls(pool, baseUrl),
    /** Brings what sign-in keeps under the newest key: its part of a key rotation. Gives the number of rows resealed. */
    reseal: () => reseal(pool, keys),
    /** Loads what signing in needs, so that the first who does need not wait for it. */
    warmUp: async () => void (await library()),
    /** Waits until every code that was asked for has been handed over (before the server stops). */
    settled: outbox.settled,
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const ownCalls = (pool: Pool, { found, onSetUp, notices, oidc }: SigninOptions) => ({
  /** What the sign-in page can offer. */
  'GET /offers': async () => ({ sms: notices.can('sms'), email: notices.can('email'), oidc: oidc?.title ?? null }),
  'POST /activate': (body: Record<string, unknown>) =>
    accounts.activate(pool, { token: text(body.token), password: text(body.password) }),
  'POST /setup': async (body: Record<string, unknown>) => {
    const made = await accounts.completeSetup(
      pool,
      { token: text(body.token), account: text(body.account), password: text(body.password), name: text(body.name) },
      (first) => found({ ...first, federation: text(body.federation).trim(), division: text(body.division).trim() || undefined }),
    )
    await onSetUp?.(made.accountId)
    return made
  },
})

const accountCalls = (pool: Pool, baseUrl: string) => ({
  /** Makes an account; without a password its activation link is returned, this once. */
  createAccount: (account: accounts.NewAccount) => accounts.createAccount(pool, baseUrl, account),
  /** Ends sessions and password (and second factor, when asked) and returns a new activation link, this once. */
  resetAccount: (accountId: string, also: { secondFactor: boolean }) => accounts.resetAccount(pool, baseUrl, accountId, also),
  activate: (input: { token: string; password: string }) => accounts.activate(pool, input),
  /** Counts an act of somebody not signed in; until when the address must wait, or null. */
  brake: (address: string) => attempt(pool, `stranger:${address}`, limits.stranger),
  /** The link to print at first start; null once there is an account. */
  firstRunLink: () => accounts.firstRunLink(pool, baseUrl),
  linkPerson: (accountId: string, link: { region: string; personId: string }) => accounts.linkPerson(pool, accountId, link),
  accounts: (ids: readonly string[]) => accountEntries(pool, ids),
  changeAccount: (accountId: string, change: { name?: string; mobile?: string | null }) => changeAccount(pool, accountId, change),
  events: (of: { accountId?: string; before?: number; most?: number }) => signinEvents(pool, of),
  /** The account of a person, or null. */
  async accountOf(region: string, personId: string): Promise<string | null> {
    const { rows } = await pool.query<{ account_id: string }>(
      'select account_id from account_persons where region = $1 and person_id = $2',
      [region, personId],
    )
    return rows[0]?.account_id ?? null
  },
  /** Says that the account's posts have authority over others (or no longer): its sessions then need the second factor. */
  async requireSecondFactor(accountId: string, required: boolean): Promise<void> {
    await pool.query('update accounts set requires_second_factor = $2 where id = $1', [accountId, required])
  },
  /** Closes an account to everyone, or opens it again; its sessions end at once. */
  async disableAccount(accountId: string, disabled: boolean): Promise<void> {
    await pool.query('update accounts set disabled_at = case when $2 then now() end where id = $1', [accountId, disabled])
    if (disabled) await endSessionsOf(pool, accountId)
  },
  /** Ends every session of an account; gives how many there were. */
  signOutEverywhere: (accountId: string) => endSessionsOf(pool, accountId),
  /** Ties an identity of the outside provider to an account, for an administrator who has the list. */
  async linkIdentity(accountId: string, subject: string): Promise<void> {
    await pool.query("insert into account_credentials (account_id, provider, subject) values ($1, 'oidc', $2)", [
      accountId,
      subject,
    ])
  },
  /** Clears away what has run out: sessions, codes, links, counts. For a job once an hour. */
  tidy: () => tidy(pool),
})

async function tidy(pool: Pool): Promise<void> {
  await pool.query('delete from account_sessions where expires_at < now()')
  await pool.query('delete from signin_codes where expires_at < now()')
  await pool.query("delete from signin_links where expires_at < now() - interval '30 days'")
  await pool.query("delete from signin_attempts where greatest(since + interval '1 day', locked_until) < now()")
}

/** Codes leave behind the answer, not before it: its time would tell whether there was anyone to send to. */
function makeOutbox(pool: Pool, notices: Notices, fault: (error: unknown) => void) {
  const underWay = new Set<Promise<void>>()
  async function send({ channel, index, code, purpose }: Delivery) {
    const field = channel === 'mobile' ? MOBILE : EMAIL
    const { rows } = await pool.query<{ sealed: string }>(
      `select ${channel}_sealed as sealed from accounts where ${channel}_index = $1 and disabled_at is null`,
      [index],
    )
    if (!rows[0]) return
    const what = purpose === 'reset' ? '重设密码' : '登录'
    await notices.send({
      channel: channel === 'mobile' ? 'sms' : 'email',
      to: open(field, rows[0].sealed),
      subject: `工桥${what}验证码`,
      text: `您的${what}验证码是 ${code}，5 分钟内有效。工作人员不会向您索要验证码。`,
    })
  }
  return {
    deliver(delivery: Delivery) {
      const sending = send(delivery)
        .catch(fault)
        .finally(() => underWay.delete(sending))
      underWay.add(sending)
    },
    async settled() {
      while (underWay.size) await Promise.all(underWay)
    },
  }
}

export type Signin = ReturnType<typeof signin>
