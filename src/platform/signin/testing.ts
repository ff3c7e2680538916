import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { makeNotices } from '#platform/notices'
import { installRing, keyRing } from '#platform/secrets'
import { signinPool } from './pool.ts'
import { type SigninOptions, signin } from './signin.ts'

export const BASE = 'http://gongqiao.test'
export const PASSWORD = '江边 三棵 槐树 7'
type Answer = { status: number; body: Record<string, unknown>; headers: Headers }

/** Sign-in in a schema of its own, as its own role, with what it sent, and browsers to use it from. */
export function signinWorld(options: Partial<SigninOptions> = {}) {
  const schema = `shared_test_${randomBytes(6).toString('hex')}`
  const url = process.env.TEST_DATABASE_URL as string
  const admin = new Pool({ connectionString: url, options: `-c search_path=${schema}`, max: 2 })
  const pool = signinPool(url, 8, schema)
  const sent: string[] = []
  const faults: unknown[] = []
  installRing(keyRing({ current: randomBytes(32).toString('base64url'), readable: [] }))
  const settings: SigninOptions = {
    baseUrl: BASE,
    notices: makeNotices({}, (line) => sent.push(line)),
    found: async () => {},
    onFault: (error) => faults.push(error),
    ...options,
  }
  const world = {
    admin,
    pool,
    sent,
    faults,
    auth: signin(pool, settings),
    browser: (address = '10.0.0.1') => browser((request) => world.auth.handler(request, { address }), settings.baseUrl),
    async code(): Promise<string> {
      await world.auth.settled()
      return /验证码是 (\d{6})/.exec(sent.at(-1) ?? '')?.[1] ?? ''
    },
  }
  beforeAll(async () => {
    await admin.query(`create schema ${schema}`)
    await admin.query(readFileSync('db/migrations/shared/0020_signin.sql', 'utf8'))
  })
  afterAll(async () => {
    await world.auth.settled()
    await pool.end()
    await admin.query(`drop schema ${schema} cascade`)
    await admin.end()
  })
  return world
}

/** A browser with its cookies, of the same origin. */
function browser(fetch: (request: Request) => Promise<Response>, origin: string) {
  const cookies = new Map<string, string>()
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(
      new Request(`${origin}/api/auth${path}`, {
        method,
        headers: { cookie: header(), origin, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      if (!value || /max-age=0/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : { list: text } }
  }
  return {
    cookies,
    headers: () => new Headers({ cookie: header() }),
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown = {}) => call('POST', path, body),
  }
}

/** The six digits an authenticator shows for the secret of an `otpauth:` URI (RFC 6238). */
export function authenticator(uri: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Three codes to be used in this order, each valid when its turn comes: the step that is just past, the present one, the next. */
export async function authenticatorCodes(uri: string): Promise<[string, string, string]> {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 4_000) await new Promise((later) => setTimeout(later, left))
  const now = Date.now()
  return [authenticator(uri, now - 30_000), authenticator(uri, now), authenticator(uri, now + 30_000)]
}
