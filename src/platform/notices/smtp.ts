import type { Transporter } from 'nodemailer'
import type { Adapter, Notice } from './notices.ts'
import { NotTaken } from './trouble.ts'

/** What nodemailer throws. */
type Failure = { code?: string; command?: string; responseCode?: number; message?: string }

/**
 * E-mail by SMTP: `url` as `smtp://user:password@host:587` or `smtps://…:465`, `from` as `区总工会 <noreply@example.org.cn>`.
 * `connections`: kept open for many messages. A notice's `id` is its Message-ID, however often it is sent.
 */
export function smtpAdapter(url: string, from: string, connections = 0): Adapter {
  let transport: Transporter | undefined
  const send = async (notice: Notice) => {
    // Loaded with the first message: a start does not wait for it.
    transport ??= (await import('nodemailer')).createTransport(optionsOf(url, connections))
    await transport.sendMail(mailOf(notice, from)).catch((error: Failure) => {
      throw notTaken(error)
    })
  }
  return Object.assign(send, { close: () => transport?.close() })
}

function optionsOf(url: string, connections: number) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  return {
    host: hostname,
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    // A password may not leave in clear: an untrusted relay on the same machine is asked for by `?tls=off`.
    ...(searchParams.get('tls') === 'off' ? { ignoreTLS: true } : { requireTLS: protocol === 'smtp:' }),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
    ...(connections && { pool: true, maxConnections: connections, maxMessages: Number.POSITIVE_INFINITY }),
  }
}

const mailOf = ({ id, to, subject, text }: Notice, from: string) => ({
  from,
  to,
  subject: subject ?? text.slice(0, 40),
  text,
  textEncoding: 'base64' as const,
  ...(id && { messageId: `<${id}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'gongqiao'}>` }),
  // Absence notes of the receiver do not come back to the sender.
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})

function notTaken({ code, command, responseCode = 0, message = '' }: Failure): NotTaken {
  const ofMessage = command?.startsWith('RCPT') || command === 'DATA'
  if (responseCode === 421 || !responseCode || !ofMessage) return new NotTaken('channel', `邮件服务器：${code ?? ''} ${message}`)
  return new NotTaken(responseCode >= 500 ? 'refused' : 'later', `邮件服务器：${message}`)
}
