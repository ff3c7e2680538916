/** Ways that an opening is filled, and ways that anybody came to a post. */
export const openingWays = ['recruitment', 'competition', 'recommendation', 'secondment'] as const
export const ways = [...openingWays, 'election', 'appointment'] as const
export type OpeningWay = (typeof openingWays)[number]
export type Way = (typeof ways)[number]
export const wayNames: Record<Way, string> = {
  recruitment: '公开招聘',
  competition: '竞争上岗',
  recommendation: '组织推荐',
  secondment: '挂职派驻',
  election: '选举',
  appointment: '任命',
}

export const states = ['prepared', 'announced', 'choosing', 'chosen', 'filled', 'calledOff'] as const
export type State = (typeof states)[number]
export const stateNames: Record<State, string> = {
  prepared: '未公告',
  announced: '报名中',
  choosing: '待选定',
  chosen: '公示中',
  filled: '已到岗',
  calledOff: '不再办理',
}

export const cameHows = ['applied', 'recommended', 'looked'] as const
export type Came = (typeof cameHows)[number]
export const cameNames: Record<Came, string> = { applied: '本人报名', recommended: '职工推荐', looked: '组织物色' }

export const criteria = ['politics', 'management', 'profession', 'trust'] as const
export type Criterion = (typeof criteria)[number]
export const criterionNames: Record<Criterion, string> = {
  politics: '政治素质',
  management: '组织管理能力',
  profession: '业务能力',
  trust: '群众信任',
}

/** What a candidate's file still lacks. */
export const lacks = [...criteria, 'workers', 'superior'] as const
export type Lack = (typeof lacks)[number]
export const lackNames: Record<Lack, string> = { ...criterionNames, workers: '群众意见', superior: '上级意见' }
