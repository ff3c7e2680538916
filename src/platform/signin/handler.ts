import type { Pool } from 'pg'
import { blindIndex, open } from '#platform/secrets'
import { Refused } from '#platform/session'
import { attempt, forgive, limits, takeBack } from './attempts.ts'
import { ADDRESS, BASE_PATH } from './names.ts'
import { type Call, callOf } from './calls.ts'
import { MOBILE, namedAccount, storedIndex } from './identifiers.ts'
import { answer, inOurWords, locked } from './messages.ts'
import { mayUsePassword } from './passwords.ts'
import { endSession, markSecondFactor, type SignedIn } from './sessions.ts'

export type Door = {
  pool: Pool
  library: (request: Request) => Promise<Response>
  /** The signed token of a request or response cookie. */
  token: (cookies: string | null) => string | null
  live: (token: string) => Promise<SignedIn | null>
  can: (channel: 'sms' | 'email') => boolean
  /** The signed challenge of a sign-in that waits for its second factor. */
  challenge: (cookies: string | null) => string | null
  /** Our own calls, by method and path: `POST /activate`. */
  own: Record<string, (body: Body) => Promise<unknown>>
}
type Body = Record<string, unknown>
type Asked = {
  call: Call
  path: string
  body: Body
  address: string
  who: SignedIn | null
  /** Whose attempts these are: an account, or the index of a number or address. */
  subject: string | null
}

const LARGEST_BODY = 16_384

/** One request to `/api/auth/*`: known calls only, lock-outs and limits before the library, second factor and words after it. */
export async function handle(door: Door, request: Request, address: string): Promise<Response> {
  const path = new URL(request.url).pathname.slice(BASE_PATH.length)
  const body = await bodyOf(request)
  if (!body) return answer(400, 'signin.malformed', '提交的内容无法识别')
  const name = `${request.method} ${path}`
  const own = Object.hasOwn(door.own, name) ? door.own[name] : undefined
  if (own) return ownCall(door, own, body, address)
  const call = callOf(path, request.method)
  if (!call) return answer(404, 'signin.unknown', '没有这个地址')
  const token = door.token(request.headers.get('cookie'))
  const who = token ? await door.live(token) : null
  if (token && !who) await endSession(door.pool, token)
  const waiting = call.factor && !who ? door.challenge(request.headers.get('cookie')) : null
  const subject = who?.accountId ?? (waiting && (await challenged(door.pool, waiting)))
  const asked: Asked = { call, path, body, address, who, subject }
  const refused = await before(door, asked)
  const response = refused ?? (await after(door, asked, await door.library(forwarded(request, asked)), token))
  if (call.guessed || call.sends || path === '/sign-out') await note(door.pool, asked, response)
  return response
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** A line in the log of signing in. For a number or an address it names the account when there is one. */
async function note(pool: Pool, { path, subject, address }: Asked, { ok, status }: Response): Promise<void> {
  const outcome = ok ? 'done' : status === 429 ? 'locked' : 'failed'
  await pool.query(
    `insert into signin_events (call, outcome, account_id, address)
     values ($1, $2, (select id from accounts where id = $3 or mobile_index = $4 or email_index = $4 limit 1), $5)`,
    [path.slice(1), outcome, subject && UUID.test(subject) ? subject : null, subject, address],
  )
}

/** The account that a sign-in under way waits for. */
async function challenged(pool: Pool, challenge: string): Promise<string | null> {
  const { rows } = await pool.query<{ value: string }>(
    'select value from signin_codes where identifier = $1 and expires_at > now()',
    [challenge],
  )
  return rows[0]?.value ?? null
}

async function bodyOf(request: Request): Promise<Body | null> {
  if (request.method !== 'POST') return {}
  const text = await request.text()
  if (text.length > LARGEST_BODY) return null
  try {
    const body: unknown = text ? JSON.parse(text) : {}
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : null
  } catch {
    return null
  }
}

async function ownCall({ pool }: Door, own: (body: Body) => Promise<unknown>, body: Body, address: string): Promise<Response> {
  const key = addressKey(address)
  const until = await attempt(pool, key, limits.address)
  if (until) return locked(until)
  try {
    const result = await own(body)
    await takeBack(pool, key, limits.address)
    return Response.json(result, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refused) return answer(422, error.refusal.code, error.refusal.reason)
    throw error
  }
}

/** Names become indexes, passwords are judged, attempts are counted. Returns the refusal, or null when the library may go on. */
async function before(door: Door, asked: Asked): Promise<Response | null> {
  const { call, body, who } = asked
  // Whoever has to set one up yet may still change a password that was found out.
  if (call.strong && who?.needsSecondFactor && (who.hasSecondFactor || asked.path !== '/change-password'))
    return answer(403, 'signin.second-factor', '请先完成动态码验证')
  if (call.sends && !door.can(call.sends))
    return answer(
      503,
      'signin.noAdapter',
      call.sends === 'sms' ? '本系统尚未开通短信，请用密码登录或联系管理员' : '本系统尚未开通邮件，请用密码登录或联系管理员',
    )
  await rename(door.pool, asked)
  if (call.password) {
    const verdict = mayUsePassword(String(body[call.password] ?? ''), await ownNames(door.pool, asked))
    if (verdict) return answer(422, verdict.code, verdict.reason)
  }
  if (asked.path === '/change-password') body.revokeOtherSessions = true
  // A device that is trusted for a month would be a second factor that nobody holds.
  delete body.trustDevice
  return call.sends ? limitSending(door.pool, asked) : call.guessed ? countAttempt(door.pool, asked, call.guessed) : null
}

/** The library knows people by username and blind index only. */
async function rename(pool: Pool, asked: Asked): Promise<void> {
  const { call, body } = asked
  if (!call.names) return
  const typed = String(body[call.names] ?? '')
  if (call.names === 'username') {
    const { id, username } = await namedAccount(pool, typed)
    body.username = username
    asked.subject = id ?? username
  } else {
    const index = await storedIndex(pool, call.names === 'email' ? 'email' : 'mobile', typed)
    body[call.names] = call.names === 'email' ? `${index}@sealed.invalid` : index
    asked.subject = index
  }
}

async function ownNames(pool: Pool, { subject }: Asked): Promise<(string | null)[]> {
  const { rows } = await pool.query<{ name: string; username: string; mobile_sealed: string | null }>(
    'select name, username, mobile_sealed from accounts where id::text = $1 or mobile_index = $1 or email_index = $1',
    [subject],
  )
  return rows.flatMap((row) => [row.name, row.username, row.mobile_sealed && open(MOBILE, row.mobile_sealed)])
}

const addressKey = (address: string) => `address:${blindIndex('signin.address', address).slice(0, 32)}`
const subjectKey = ({ call, subject }: Asked) =>
  subject && `${call.names && call.names !== 'username' ? 'code' : 'account'}:${subject}`

async function countAttempt(pool: Pool, asked: Asked, limit: { most: number; seconds: number }): Promise<Response | null> {
  const key = subjectKey(asked)
  const byAddress = await attempt(pool, addressKey(asked.address), limits.address)
  if (byAddress) return locked(byAddress, '这个网络地址尝试次数过多')
  const bySubject = key ? await attempt(pool, key, limit) : null
  if (bySubject) return locked(bySubject)
  const used = usedKey(asked)
  return used && (await attempt(pool, used, limits.once)) ? answer(401, 'INVALID_CODE', '动态码已经用过，请等下一个') : null
}

/** A dynamic code counts once (RFC 6238 §5.2), also for two who send it at the same moment. */
const usedKey = ({ path, subject, body }: Asked) =>
  path === '/two-factor/verify-totp' && subject ? `used:${subject}:${String(body.code).slice(0, 12)}` : null

async function limitSending(pool: Pool, asked: Asked): Promise<Response | null> {
  const recent = await attempt(pool, `resend:${asked.subject}`, limits.resend)
  if (recent) return locked(recent, '验证码刚刚发送过')
  const today = await attempt(pool, `daily:${asked.subject}`, limits.daily)
  if (today) return locked(today, '今天发送验证码的次数已到上限')
  return countAttempt(pool, { ...asked, subject: null }, limits.address)
}

function forwarded(request: Request, { body, address }: Asked): Request {
  const headers = new Headers(request.headers)
  headers.set(ADDRESS, address)
  headers.delete('content-length')
  return new Request(request.url, {
    method: request.method,
    headers,
    ...(request.method === 'POST' ? { body: JSON.stringify(body) } : {}),
  })
}

async function after(door: Door, asked: Asked, response: Response, token: string | null): Promise<Response> {
  if (!response.ok) {
    const used = usedKey(asked)
    if (used) await forgive(door.pool, used)
    return inOurWords(response)
  }
  if (asked.call.guessed) {
    const key = subjectKey(asked)
    if (key) await forgive(door.pool, key)
    await takeBack(door.pool, addressKey(asked.address), limits.address)
  }
  const begun = tokenSet(door, response)
  const keeps = asked.path === '/change-password' && asked.who?.secondFactor
  const shown = asked.call.factor || keeps ? (begun ?? token) : null
  if (shown) await markSecondFactor(door.pool, shown)
  return asked.path === '/two-factor/enable' ? withNamedSecret(door.pool, asked, response) : response
}

const tokenSet = ({ token }: Door, response: Response): string | null =>
  response.headers
    .getSetCookie()
    .flatMap((cookie) => token(cookie.split(';', 1)[0] ?? '') ?? [])
    .at(0) ?? null

/** The authenticator shows the username beside the secret, not the index that stands in for the address. */
async function withNamedSecret(pool: Pool, { who }: Asked, response: Response): Promise<Response> {
  const body = (await response.json()) as { totpURI?: string }
  const { rows } = await pool.query<{ username: string }>('select username from accounts where id = $1', [who?.accountId])
  const label = encodeURIComponent(`工桥:${rows[0]?.username ?? who?.name ?? ''}`)
  const totpURI = body.totpURI?.replace(/^otpauth:\/\/totp\/[^?]*/, `otpauth://totp/${label}`)
  return Response.json({ ...body, totpURI }, { headers: response.headers })
}
