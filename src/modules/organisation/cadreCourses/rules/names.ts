export const courseKinds = ['qualification', 'subject'] as const
export type CourseKind = (typeof courseKinds)[number]
export const courseKindNames: Record<CourseKind, string> = { qualification: '上岗资格培训', subject: '专题培训' }

export const courseStates = ['draft', 'open', 'full', 'shut', 'running', 'ended', 'closed', 'cancelled'] as const
export type CourseState = (typeof courseStates)[number]
export const courseStateNames: Record<CourseState, string> = {
  draft: '未发布',
  open: '可以报名',
  full: '名额已满，可候补',
  shut: '报名截止',
  running: '正在上课',
  ended: '待结业',
  closed: '已结业',
  cancelled: '已取消',
}

export const trainingStates = ['seated', 'waiting', 'withdrawn', 'completed', 'missed', 'elsewhere'] as const
export type TrainingState = (typeof trainingStates)[number]
export const trainingStateNames: Record<TrainingState, string> = {
  seated: '已报名',
  waiting: '候补',
  withdrawn: '已退出',
  completed: '已结业',
  missed: '未结业',
  elsewhere: '外出培训',
}
