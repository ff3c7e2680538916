import { createHmac, randomUUID } from 'node:crypto'
import type { Adapter } from './notices.ts'
import { NotTaken } from './trouble.ts'

/** The hex HMAC-SHA-256 of `time.body` under the shared secret: what a bridge checks. */
export const signatureOf = (secret: string, time: string, body: string) =>
  createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')

/**
 * SMS and work chat over HTTP, for the operator's gateway or a small bridge to it (docs/deploy/notices.md): POST of
 * `{id, channel, to, text, title?, link?}` as JSON with `x-gongqiao-time` (Unix seconds) and `x-gongqiao-signature`. The bridge refuses
 * what is older than five minutes, treats a repeated `id` as done, and answers 2xx when it has taken it.
 */
export function httpAdapter(url: string, secret: string): Adapter {
  return async ({ id = randomUUID(), channel, to, text, subject, link }) => {
    const body = JSON.stringify({ id, channel, to, text, ...(subject && { title: subject }), ...(link && { link }) })
    const time = String(Math.floor(Date.now() / 1000))
    const response = await asked(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: {
        'content-type': 'application/json',
        'x-gongqiao-time': time,
        'x-gongqiao-signature': signatureOf(secret, time, body),
      },
    })
    // 409: the bridge has had this id before, so the message went.
    if (response.ok || response.status === 409) return void (await response.body?.cancel())
    throw notTaken(response, (await response.text().catch(() => '')).slice(0, 400))
  }
}

async function asked(url: string, init: RequestInit) {
  try {
    return await fetch(url, init)
  } catch (error) {
    const cause = (error as Error).cause
    // A silence may mean that it was taken: it is asked again under the same id, which the bridge knows.
    if ((error as Error).name === 'TimeoutError') throw new NotTaken('later', '接口 10 秒没有回答')
    throw new NotTaken('channel', `接口连不上：${cause instanceof Error ? cause.message : (error as Error).message}`)
  }
}

function notTaken({ status, headers }: Response, body: string): NotTaken {
  const said = causeIn(body)
  const cause = `接口回答 ${status}${said ? `：${said}` : ''}`
  const after = Number(headers.get('retry-after')) || undefined
  if (status === 401 || status === 403 || status === 429 || status === 503) return new NotTaken('channel', cause, after)
  return status === 400 || status === 404 || status === 410 || status === 422
    ? new NotTaken('refused', cause)
    : new NotTaken('later', cause)
}

function causeIn(body: string): string {
  try {
    const { cause } = JSON.parse(body) as { cause?: unknown }
    return typeof cause === 'string' ? cause : ''
  } catch {
    return ''
  }
}
