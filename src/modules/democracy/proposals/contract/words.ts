/** What a proposal is about (PROP-02); `side` is what C-36 asks over time: how many are about the work and how many about one's own comfort. */
export const categories = {
  production: { title: '生产技术', side: 'work' },
  management: { title: '经营管理', side: 'work' },
  safety: { title: '安全生产', side: 'work' },
  training: { title: '培训与技能', side: 'work' },
  pay: { title: '工资福利', side: 'living' },
  living: { title: '生活服务', side: 'living' },
  other: { title: '其他', side: 'other' },
} as const
export type Category = keyof typeof categories
export const sides = { work: '生产经营', living: '生活待遇', other: '其他' } as const

export const states = [
  'collected',
  'returned',
  'advice',
  'merged',
  'filed',
  'assigned',
  'answered',
  'carriedOut',
  'closed',
  'withdrawn',
] as const
export type State = (typeof states)[number]
export const stateNames: Record<State, string> = {
  collected: '待审查',
  returned: '退回补充',
  advice: '转为意见建议',
  merged: '已并案',
  filed: '已立案',
  assigned: '办理中',
  answered: '已答复',
  carriedOut: '已落实',
  closed: '已办结',
  withdrawn: '已撤回',
}

export const findings = { filed: '立案', advice: '不立案，转为意见建议', returned: '退回补充' } as const
export type Finding = keyof typeof findings
export const outcomes = { adopted: '采纳', partly: '部分采纳', declined: '未采纳' } as const
export type Outcome = keyof typeof outcomes
export const solutions = { solved: 'A 已解决', planned: 'B 列入计划', reference: 'C 条件不具备，留作参考' } as const
export type Solution = keyof typeof solutions
export const grades = { satisfied: '满意', mostly: '基本满意', dissatisfied: '不满意' } as const
export type Grade = keyof typeof grades
export const audiences = { deputies: '职工代表', workers: '全体职工' } as const
export type Audience = keyof typeof audiences

export const stepNames = {
  submitted: '交了提案',
  revised: '补充后再交',
  seconded: '附议',
  withdrawn: '撤回',
  filed: '立案',
  advice: '转为意见建议',
  returned: '退回补充',
  merged: '并案',
  unmerged: '拆开并案',
  assigned: '交办',
  answered: '答复',
  worked: '落实进展',
  carriedOut: '落实完成',
  effect: '报经济效益',
  confirmed: '财务确认效益',
  rejected: '财务未确认效益',
  rated: '提案人评价',
  reopened: '再次办理',
} as const
export type StepKind = keyof typeof stepNames
export const fileKinds = { voice: '录音', photo: '照片', evidence: '落实的佐证' } as const

/** How many characters each part may have. */
export const longest = { title: 60, wrong: 2000, proposed: 2000, benefit: 1000 } as const
