import { createHmac, randomUUID } from 'node:crypto'
import type { Adapter } from './notices.ts'

/**
 * SMS over HTTP, for the operator's gateway or a small bridge to it: POST of `{id, to, text}` as JSON with the headers
 * `x-gongqiao-time` (Unix seconds) and `x-gongqiao-signature`, the hex HMAC-SHA-256 of `time.body` under the shared secret.
 * The bridge refuses what is older than five minutes, treats a repeated `id` as done, and answers 2xx when it has taken it.
 */
export function smsAdapter(url: string, secret: string): Adapter {
  return async ({ to, text }) => {
    const body = JSON.stringify({ id: randomUUID(), to, text })
    const time = String(Math.floor(Date.now() / 1000))
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: {
        'content-type': 'application/json',
        'x-gongqiao-time': time,
        'x-gongqiao-signature': createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'),
      },
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
  }
}
