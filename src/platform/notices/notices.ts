import { httpAdapter } from './http.ts'
import { smtpAdapter } from './smtp.ts'

export const channels = ['email', 'sms', 'wecom', 'dingtalk'] as const
/** A way out of the platform. WeCom (企业微信) and DingTalk (钉钉) go over the same HTTP interface as SMS. */
export type Channel = (typeof channels)[number]
/**
 * One message to one person: `to` is a mobile number, an address or a name in the work chat; `subject` is for e-mail and chat.
 * The same `id` twice is the same message twice, and known as such outside.
 */
export type Notice = { channel: Channel; to: string; text: string; subject?: string; link?: string; id?: string }
/** Hands a message over to what carries it; resolves when that has taken it, throws (`NotTaken`) when it has not. */
export type Adapter = ((notice: Notice) => Promise<void>) & { close?: () => void }
export type Adapters = Partial<Record<Channel, Adapter>>
export type Notices = {
  send(notice: Notice): Promise<void>
  /** Whether messages on this channel can leave at all. */
  can(channel: Channel): boolean
  /** Lets connections go that are kept for many messages. */
  close?(): void
}

const names: Record<Channel, [title: string, settings: string]> = {
  email: ['邮件', 'GONGQIAO_SMTP_URL、GONGQIAO_MAIL_FROM'],
  sms: ['短信', 'GONGQIAO_SMS_URL、GONGQIAO_SMS_SECRET'],
  wecom: ['企业微信', 'GONGQIAO_WECOM_URL、GONGQIAO_WECOM_SECRET'],
  dingtalk: ['钉钉', 'GONGQIAO_DINGTALK_URL、GONGQIAO_DINGTALK_SECRET'],
}

/** No way to send on this channel has been configured. */
export class NoAdapter extends Error {
  override name = 'NoAdapter'
  constructor(channel: Channel) {
    const [title, settings] = names[channel]
    super(`未配置${title}接口，消息没有发出（${settings}）/ the channel ${channel} is not configured`)
  }
}

/** Sending through the given adapters; a channel without one is refused, or printed by `print` in a demonstration. */
export function makeNotices(adapters: Adapters, print?: (line: string) => void): Notices {
  return {
    can: (channel) => Boolean(adapters[channel] ?? print),
    async send(notice) {
      const { channel, to, subject, text } = notice
      const adapter = adapters[channel]
      if (adapter) return adapter(notice)
      if (!print) throw new NoAdapter(channel)
      print(`[${names[channel][0]} → ${to}] ${subject ? `${subject}: ` : ''}${text}`)
    },
    close() {
      for (const adapter of Object.values(adapters)) adapter.close?.()
    },
  }
}

/** How a channel is reached: e-mail by `url` and `from`, the others by `url` and `secret`. */
export type ChannelSettings = { url: string; from?: string; secret?: string }

/** The adapter for settings; `connections` as in `smtpAdapter`. */
export const adapterFor = (channel: Channel, { url, from = '', secret = '' }: ChannelSettings, connections = 0): Adapter =>
  channel === 'email' ? smtpAdapter(url, from, connections) : httpAdapter(url, secret)

/** The channels that the environment names: `GONGQIAO_SMTP_URL` with `GONGQIAO_MAIL_FROM`, and `GONGQIAO_{SMS,WECOM,DINGTALK}_{URL,SECRET}`. */
export function settingsFromEnvironment(env: NodeJS.ProcessEnv): Partial<Record<Channel, ChannelSettings>> {
  const pairs = channels.map((channel) => {
    const [url, second] =
      channel === 'email'
        ? (['GONGQIAO_SMTP_URL', 'GONGQIAO_MAIL_FROM'] as const)
        : [`GONGQIAO_${channel.toUpperCase()}_URL`, `GONGQIAO_${channel.toUpperCase()}_SECRET`]
    if (Boolean(env[url]) !== Boolean(env[second])) throw new Error(`${url} and ${second} are set together or not at all`)
    return [channel, { url: env[url], [channel === 'email' ? 'from' : 'secret']: env[second] }] as const
  })
  return Object.fromEntries(pairs.filter(([, { url }]) => url)) as Partial<Record<Channel, ChannelSettings>>
}

/** The adapters that the environment names. */
export function noticesFromEnvironment(env: NodeJS.ProcessEnv, print?: (line: string) => void): Notices {
  const settings = Object.entries(settingsFromEnvironment(env)) as [Channel, ChannelSettings][]
  return makeNotices(Object.fromEntries(settings.map(([channel, one]) => [channel, adapterFor(channel, one)])), print)
}
