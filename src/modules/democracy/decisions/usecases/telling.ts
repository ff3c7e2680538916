import { type News, noticeKind } from '#platform/notices'

noticeKind('decisions.registered', { title: '重大事项登记', mayMute: true })
noticeKind('decisions.positioned', { title: '工会书面意见', mayMute: true })
noticeKind('decisions.decided', { title: '重大事项决定', mayMute: true })
noticeKind('decisions.skipped', { title: '略过了决策步骤', mayMute: false })
noticeKind('decisions.answered', { title: '我提过意见的事项', mayMute: true })
noticeKind('decisions.issued', { title: '工会文书送达', mayMute: true })
noticeKind('decisions.replied', { title: '工会文书答复', mayMute: true })
noticeKind('decisions.item', { title: '列入行政计划的工会项目', mayMute: true })

/** Who answers for the employer. */
export const EMPLOYER = ['administrationHead', 'administrationClerk'] as const

type Whom = { posts: readonly string[]; more?: string; link?: string }

/** News about a record to the posts of its union. */
export const told = (id: string, unionId: string, word: string, title: string, { posts, more = '', link }: Whom): News => ({
  key: `decisions.${word}:${id}${more && `:${more}`}`,
  kind: `decisions.${word}`,
  to: { unionId, posts },
  subject: id,
  title: title.slice(0, 120),
  link: link ?? `/decisions/${id}`,
})
