import { refuse, type Verdict } from '#law/verdict'

export const channelNames = { email: '电子邮件', sms: '短信', wecom: '企业微信', dingtalk: '钉钉' } as const
export type Channel = keyof typeof channelNames

export const states = ['open', 'unread', 'done', 'all'] as const
export const stateNames: Record<(typeof states)[number], string> = {
  open: '没办的',
  unread: '没看的',
  done: '办好的',
  all: '全部',
}

type Hours = { dailyAt: string; quietFrom: string; quietUntil: string }
type Wanted = Partial<Hours> & { channel: Channel | 'none'; muted: readonly string[]; address?: string | undefined }
const isHour = (text: string | undefined) => text === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
type Known = { reach: Record<Channel, string | null>; kinds: readonly { kind: string; title: string; mayMute: boolean }[] }

/** A channel needs somewhere to go, and what the law binds one to is not muted. */
export function mayPrefer({ channel, muted, address, ...hours }: Wanted, { reach, kinds }: Known): Verdict {
  if (![hours.dailyAt, hours.quietFrom, hours.quietUntil].every(isHour)) return refuse('notices.hour', '时间写成 08:30 这样')
  const bound = kinds.find(({ kind, mayMute }) => !mayMute && muted.includes(kind))
  if (bound) return refuse('notices.bound', `“${bound.title}”是法定职责，不能不收；可以选只在平台内看`)
  if (channel === 'none') return null
  if (channel === 'email' && address && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    return refuse('notices.email', '邮箱写得不对')
  if (channel === 'sms' && address) return refuse('notices.mobile', '短信发到账号的手机号，要换号码请改账号')
  if (!address && !reach[channel])
    return refuse(
      'notices.nowhere',
      channel === 'sms'
        ? '您的账号没有登记手机号，请找管理员登记'
        : `请填写${channel === 'email' ? '邮箱' : `${channelNames[channel]}账号`}`,
    )
  return null
}

type Settings = { url: string; from?: string | undefined; secret?: string | undefined }

/** E-mail goes by SMTP with a sender; the others by HTTPS with a secret that cannot be guessed. */
export function mayConfigure(channel: Channel, settings: Settings | null): Verdict {
  if (!settings) return null
  const { url, from, secret } = settings
  if (channel === 'email') {
    if (!/^smtps?:\/\/\S+$/.test(url)) return refuse('notices.url', '邮件服务器写成 smtp://用户:密码@主机:587 或 smtps://…:465')
    return from && /@[^\s>]+\.[^\s>]+>?$/.test(from)
      ? null
      : refuse('notices.from', '请填写发件人，如 区总工会 <noreply@example.org.cn>')
  }
  // In clear, whoever listens reads who is told what; the machine itself may be spoken to so.
  if (!/^https:\/\/\S+$/.test(url) && !/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/\S*)?$/.test(url))
    return refuse('notices.url', '接口地址要用 https://（本机的可以用 http://）')
  return secret && secret.length >= 16 ? null : refuse('notices.secret', '密钥至少 16 个字符')
}

/** Channels serve the whole region: only its top sets them. A union's path holds four characters a level. */
export const mayOversee = (path: string): Verdict =>
  path.length === 4 ? null : refuse('notices.below', '发送通道由地区总工会的系统管理员设置')
