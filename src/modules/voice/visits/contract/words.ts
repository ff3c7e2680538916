/** The five headings of the front-line work method (五个一线). */
export const headings = {
  situation: '掌握职工队伍状况',
  masses: '开展群众工作',
  rights: '实施维权帮扶',
  relations: '协调劳动关系',
  tasks: '落实工会任务',
} as const
export type Heading = keyof typeof headings

export const visitStates = ['planned', 'overdue', 'drafted', 'submitted', 'dropped'] as const
export type VisitState = (typeof visitStates)[number]
export const visitStateNames: Record<VisitState, string> = {
  planned: '待走访',
  overdue: '已过计划日',
  drafted: '在填',
  submitted: '已交',
  dropped: '不去了',
}

export const problemStates = ['open', 'overdue', 'resolved', 'fedBack', 'confirmed'] as const
export type ProblemState = (typeof problemStates)[number]
export const problemStateNames: Record<ProblemState, string> = {
  open: '在办',
  overdue: '逾期未办',
  resolved: '有结果，待反馈',
  fedBack: '已反馈，待确认',
  confirmed: '已确认解决',
}

/** Whom one met, by role and number, not by name. */
export const roles = {
  worker: '一线职工',
  groupLeader: '班组长、小组长',
  chair: '工会主席、委员',
  newForm: '新就业形态劳动者',
  manager: '行政方',
  other: '其他',
} as const
export type Role = keyof typeof roles

export const grades = { solved: '解决了问题', helpful: '有帮助', formal: '走过场' } as const
export type Grade = keyof typeof grades

export const stepNames = {
  raised: '提出',
  handed: '转交',
  settled: '办出结果',
  fedBack: '反馈',
  confirmed: '确认',
  disputed: '不认可',
} as const

/** What each field of a record is called on screen; also of the parts a conflict names. */
export const fieldNames: Record<string, string> = {
  visitedOn: '走访日期',
  place: '地点',
  met: '见了谁',
  themes: '谈了什么',
  found: '看到听到的',
  helped: '当场办了什么',
  namesMet: '见到的人（姓名）',
  privateNote: '不便公开的话',
  ...Object.fromEntries(Object.entries(roles).map(([role, title]) => [`met.${role}`, `${title}人数`])),
}
