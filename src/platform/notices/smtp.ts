import type { Transporter } from 'nodemailer'
import type { Adapter } from './notices.ts'

/** E-mail by SMTP: `url` as `smtp://user:password@host:587` or `smtps://…:465`, `from` as `区总工会 <noreply@example.org.cn>`. */
export function smtpAdapter(url: string, from: string): Adapter {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const options = {
    host: hostname,
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    // A password may not leave in clear: an untrusted relay on the same machine is asked for by `?tls=off`.
    ...(searchParams.get('tls') === 'off' ? { ignoreTLS: true } : { requireTLS: protocol === 'smtp:' }),
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    ...timeouts,
  }
  let transport: Transporter | undefined
  return async ({ to, subject, text }) => {
    // Loaded with the first message: a start does not wait for it.
    transport ??= (await import('nodemailer')).createTransport(options)
    await transport.sendMail({ from, to, subject: subject ?? text.slice(0, 40), text })
  }
}
