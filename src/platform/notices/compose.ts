import type { Channel } from './notices.ts'

export type Said = { title: string; link: string; cite: string | null; isUrgent: boolean; until: Date | null }

const dayOf = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' })
const byLaw = ({ isUrgent, cite }: Said) => (isUrgent && cite ? '【法定期限】' : '')
const untilOf = ({ until }: Said) => (until ? `（${dayOf.format(until)}前）` : '')

/** What leaves the platform: the titles and where they are dealt with; what is personal stays behind the sign-in. */
export function compose(
  channel: Channel,
  all: readonly Said[],
  baseUrl: string,
): { subject: string; text: string; link: string } {
  const [first] = all as [Said]
  const inbox = `${baseUrl}/notices`
  const link = all.length === 1 ? `${baseUrl}${first.link}` : inbox
  const line = `${byLaw(first)}${first.title}${untilOf(first)}`
  const subject = all.length === 1 ? line : `${all.length} 件工作提醒：${line}等`
  if (channel === 'sms') return { subject, text: `【工桥】${subject}。请登录办理：${link}`, link }
  const list = all.map((each, at) => {
    const number = all.length > 1 ? `${at + 1}. ` : ''
    return `${number}${byLaw(each)}${each.title}${untilOf(each)}${each.cite ? `\n依据：${each.cite}` : ''}\n${baseUrl}${each.link}`
  })
  const foot = `办好了的事不会再提醒。接收方式、免打扰时间和种类在这里改：${inbox}/preferences`
  return { subject, text: `${list.join('\n\n')}\n\n${foot}\n`, link }
}
