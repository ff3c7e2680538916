import { smsAdapter } from './sms.ts'
import { smtpAdapter } from './smtp.ts'

export type Channel = 'sms' | 'email'
/** One message to one person: `to` is a mobile number or an address, `subject` is for e-mail. */
export type Notice = { channel: Channel; to: string; text: string; subject?: string }
/** Hands a message over to what carries it; resolves when that has taken it, throws when it has not. */
export type Adapter = (notice: Notice) => Promise<void>
export type Notices = {
  send(notice: Notice): Promise<void>
  /** Whether messages on this channel can leave at all. */
  can(channel: Channel): boolean
}

/** No way to send on this channel has been configured. */
export class NoAdapter extends Error {
  override name = 'NoAdapter'
  constructor(channel: Channel) {
    super(
      channel === 'sms'
        ? '未配置短信接口，短信没有发出（GONGQIAO_SMS_URL、GONGQIAO_SMS_SECRET）/ no SMS adapter is configured'
        : '未配置邮件服务器，邮件没有发出（GONGQIAO_SMTP_URL、GONGQIAO_MAIL_FROM）/ no SMTP server is configured',
    )
  }
}

/** Sending through the given adapters; a channel without one is refused, or printed by `print` in a demonstration. */
export function makeNotices(adapters: Partial<Record<Channel, Adapter>>, print?: (line: string) => void): Notices {
  return {
    can: (channel) => Boolean(adapters[channel] ?? print),
    async send(notice) {
      const adapter = adapters[notice.channel]
      if (adapter) return adapter(notice)
      if (!print) throw new NoAdapter(notice.channel)
      print(
        `[${notice.channel === 'sms' ? '短信' : '邮件'} → ${notice.to}] ${notice.subject ? `${notice.subject}: ` : ''}${notice.text}`,
      )
    },
  }
}

/** The adapters that the environment names (`GONGQIAO_SMTP_URL`, `GONGQIAO_MAIL_FROM`, `GONGQIAO_SMS_URL`, `GONGQIAO_SMS_SECRET`). */
export function noticesFromEnvironment(env: NodeJS.ProcessEnv, print?: (line: string) => void): Notices {
  const { GONGQIAO_SMTP_URL: smtp, GONGQIAO_MAIL_FROM: from, GONGQIAO_SMS_URL: sms, GONGQIAO_SMS_SECRET: secret } = env
  if (Boolean(smtp) !== Boolean(from)) throw new Error('GONGQIAO_SMTP_URL and GONGQIAO_MAIL_FROM are set together or not at all')
  if (Boolean(sms) !== Boolean(secret)) throw new Error('GONGQIAO_SMS_URL and GONGQIAO_SMS_SECRET are set together or not at all')
  return makeNotices(
    { ...(smtp && from ? { email: smtpAdapter(smtp, from) } : {}), ...(sms && secret ? { sms: smsAdapter(sms, secret) } : {}) },
    print,
  )
}
