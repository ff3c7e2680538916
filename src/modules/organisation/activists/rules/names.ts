export const foundHows = ['nominated', 'participation', 'union'] as const
export type Found = (typeof foundHows)[number]
export const foundNames: Record<Found, string> = { nominated: '职工推荐', participation: '参与中发现', union: '工会发现' }

export const purposes = ['post', 'training', 'award'] as const
export type Purpose = (typeof purposes)[number]
export const purposeNames: Record<Purpose, string> = { post: '推荐任职', training: '推荐培训', award: '推荐表彰' }

export const decisions = ['accepted', 'refused'] as const
export type Decision = (typeof decisions)[number]
export const decisionNames: Record<Decision, string> = { accepted: '采纳', refused: '未采纳' }
