import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { makeNotices, NoAdapter, noticesFromEnvironment } from './notices.ts'
import { httpAdapter } from './http.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function smtp(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString())
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => server.close(() => {}))
  return { port: (server.server.address() as AddressInfo).port, received }
}

async function gateway(status: number) {
  const taken: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    taken.push({ headers: request.headers, body })
    response.writeHead(status).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`, taken }
}

test('an e-mail reaches the SMTP server, signed in, with its Chinese subject and text', async () => {
  const users: string[] = []
  const { port, received } = await smtp({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      users.push(`${username}:${password}`)
      done(null, { user: username })
    },
  })
  const url = `smtp://gonghui:p%40ss@127.0.0.1:${port}?tls=off`
  const notices = noticesFromEnvironment({ GONGQIAO_SMTP_URL: url, GONGQIAO_MAIL_FROM: '区总工会 <noreply@example.org.cn>' })
  await notices.send({ channel: 'email', to: 'li@example.org.cn', subject: '登录验证码', text: '验证码 123456' })
  expect(users).toEqual(['gonghui:p@ss'])
  expect(received[0]).toContain('To: li@example.org.cn')
  expect(received[0]).toContain(Buffer.from('验证码 123456').toString('base64'))
})

test('nothing is sent over a connection that cannot be trusted, unless the operator said so', async () => {
  const { port, received } = await smtp()
  const notices = noticesFromEnvironment({ GONGQIAO_SMTP_URL: `smtp://127.0.0.1:${port}`, GONGQIAO_MAIL_FROM: 'a@example.org' })
  await expect(notices.send({ channel: 'email', to: 'li@example.org', text: '一' })).rejects.toThrow(/certificate/)
  expect(received).toEqual([])
})

test('an SMS goes to the gateway with a signature that the gateway can check', async () => {
  const { url, taken } = await gateway(202)
  await httpAdapter(url, 'shared')({ channel: 'sms', to: '13900000001', text: '验证码 123456' })
  const { headers, body } = taken[0] as (typeof taken)[number]
  expect(JSON.parse(body)).toMatchObject({ to: '13900000001', text: '验证码 123456' })
  const signed = createHmac('sha256', 'shared').update(`${headers['x-gongqiao-time']}.${body}`).digest('hex')
  expect(headers['x-gongqiao-signature']).toBe(signed)
})

test('a gateway that refuses is a failure, and its address is not followed elsewhere', async () => {
  const [down, moved] = [await gateway(503), await gateway(302)]
  const notice = { channel: 'sms', to: '13900000001', text: '一' } as const
  await expect(httpAdapter(down.url, 's')(notice)).rejects.toThrow('接口回答 503')
  await expect(httpAdapter(moved.url, 's')(notice)).rejects.toThrow()
})

test('with nothing configured production refuses, a demonstration prints', async () => {
  const notice = { channel: 'sms', to: '13900000001', text: '验证码 123456' } as const
  const production = makeNotices({})
  expect(production.can('sms')).toBe(false)
  await expect(production.send(notice)).rejects.toThrow(NoAdapter)
  const printed: string[] = []
  const demo = makeNotices({}, (line) => printed.push(line))
  await demo.send(notice)
  expect([demo.can('sms'), printed]).toEqual([true, ['[短信 → 13900000001] 验证码 123456']])
})

test('half a configuration stops the start', () => {
  expect(() => noticesFromEnvironment({ GONGQIAO_SMS_URL: 'http://x' })).toThrow(/GONGQIAO_SMS_SECRET/)
  expect(() => noticesFromEnvironment({ GONGQIAO_SMTP_URL: 'smtp://x' })).toThrow(/GONGQIAO_MAIL_FROM/)
})
