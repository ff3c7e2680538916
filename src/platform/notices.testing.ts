import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { blindIndex, seal } from '#platform/secrets'

export type Mail = { id: string; to: string; raw: string }
type Options = ConstructorParameters<typeof SMTPServer>[0]

/** A real SMTP server on a port of its own that keeps what it took. */
export async function aMailServer(options: Options = {}, port = 0) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        mails.push({ raw, id: /^message-id: <([^@]+)@/im.exec(raw)?.[1] ?? '', to: session.envelope.rcptTo[0]!.address })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const taken = (server.server.address() as AddressInfo).port
  return {
    mails,
    port: taken,
    url: `smtp://127.0.0.1:${taken}?tls=off`,
    close: () => new Promise<void>((ready) => server.close(ready)),
  }
}

export type Asked = { headers: IncomingHttpHeaders; raw: string; body: Record<string, string> }

/** A real HTTP bridge on a port of its own; `answer` says how it answers each message. */
export async function aBridge(answer: (asked: Asked, response: ServerResponse) => void) {
  const taken: Asked[] = []
  const server = createServer(async (request, response) => {
    let raw = ''
    for await (const chunk of request) raw += String(chunk)
    const asked = { headers: request.headers, raw, body: JSON.parse(raw) as Record<string, string> }
    taken.push(asked)
    answer(asked, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    taken,
    url: `http://127.0.0.1:${port}/messages`,
    close: () => new Promise<void>((ready) => server.close(() => ready())),
  }
}

/** Gives an account the address or number that messages go to. */
export async function reachable(ownerUrl: string, account: string, { email, mobile }: { email?: string; mobile?: string }) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const pair = (field: string, plain?: string) => (plain ? [seal(field, plain), blindIndex(field, plain)] : [null, null])
  await client
    .query(
      'update shared.accounts set email_sealed = $2, email_index = $3, mobile_sealed = $4, mobile_index = $5 where id = $1',
      [account, ...pair('accounts.email_sealed', email), ...pair('accounts.mobile_sealed', mobile)],
    )
    .finally(() => client.end())
}
