import type {
  Audience,
  Body,
  Capacity,
  Ground,
  Heading,
  ItemState,
  Kind,
  Outcome,
  Periodicity,
  QuestionKind,
  Role,
  Side,
  StepKind,
  VersionState,
} from '../contract/shapes.ts'

export const kindNames: Record<Kind, string> = {
  works: '厂务公开',
  school: '校务公开',
  institution: '院务公开',
  office: '政务公开',
  union: '会务公开',
}
export const headingNames: Record<Heading, string> = { difficult: '难点', concern: '热点', other: '其他' }
export const periodNames: Record<Periodicity, string> = {
  monthly: '每月',
  quarterly: '每季度',
  halfYearly: '每半年',
  yearly: '每年',
  onEvent: '随时',
}
export const sideNames: Record<Side, string> = { employer: '单位行政', union: '工会' }
export const audienceNames: Record<Audience, string> = { workers: '本单位职工', public: '社会公众' }
export const bodyNames: Record<Body, string> = { leading: '公开领导小组', supervision: '公开监督小组' }
export const roleNames: Record<Role, string> = { head: '组长', deputy: '副组长', member: '成员' }
export const capacityNames: Record<Capacity, string> = {
  partySecretary: '党组织书记',
  unionChair: '工会主席',
  administration: '行政负责人',
  unionCommittee: '工会委员',
  worker: '职工代表',
}
export const stateNames: Record<ItemState, string> = {
  waiting: '待起草',
  underWay: '办理中',
  published: '已公开',
  overdue: '逾期未公开',
  void: '提前撤下，视为没有公开',
  dropped: '不再公开',
}
export const versionNames: Record<VersionState, string> = {
  draft: '草稿',
  handed: '等领导小组批准',
  approved: '等监督小组核查',
  returned: '退回修改',
  published: '已公开',
}
export const stepNames: Record<StepKind, string> = {
  handed: '送审',
  approved: '领导小组批准',
  returned: '领导小组退回',
  passed: '监督小组核查通过，原文公开',
  faulted: '监督小组核查不通过，退回修改',
  takenDown: '撤下公开栏',
}
export const questionNames: Record<QuestionKind, string> = { question: '提问', fairness: '公平异议', doubt: '存疑' }
export const outcomeNames: Record<Outcome, string> = { explained: '已说明', upheld: '异议成立，予以纠正', rejected: '异议不成立' }
export const groundNames: Record<Ground, string> = {
  notSetUp: '没有建立公开制度',
  notPublished: '应当公开没有公开',
  false: '公开的内容不真实',
  notMended: '不按期整改',
  notAnswered: '不答复职工意见',
  revenge: '打击报复',
}
/** What is to be minded at each step (操作规程). */
export const guide: Record<VersionState | 'none', string> = {
  none: '责任人按目录写明的内容起草。涉及评选、分配、晋升的，同时列出所依据的规定和结果名单。',
  draft: '写好后送领导小组批准。国家秘密、商业秘密和个人隐私不写入。',
  handed: '领导小组看内容是否齐、是否含秘密，批准或者退回。起草人不批准自己的稿件。',
  approved: '监督小组逐项核查真实性、全面性、合法性。通过就按原文公开，不通过退回修改。批准人不核查同一稿件。',
  returned: '按退回的意见修改后重新送审，原来的意见留在记录里。',
  published: '原文不再改动。要更正的另出新版，写明原因，旧版仍可查看。',
}
