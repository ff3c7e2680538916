export const sessionKinds = ['regular', 'extraordinary', 'joint'] as const
export type SessionKind = (typeof sessionKinds)[number]
export const sessionKindNames: Record<SessionKind, string> = { regular: '例会', extraordinary: '临时会议', joint: '联席会议' }

export const sessionStates = ['preparing', 'open', 'closed', 'cancelled'] as const
export type SessionState = (typeof sessionStates)[number]
export const sessionStateNames: Record<SessionState, string> = {
  preparing: '筹备中',
  open: '会议中',
  closed: '已闭会',
  cancelled: '已取消',
}

export const itemKinds = ['hear', 'adopt', 'decide', 'elect', 'appraise', 'supervise'] as const
export type ItemKind = (typeof itemKinds)[number]
export const itemKindNames: Record<ItemKind, string> = {
  hear: '审议建议',
  adopt: '审议通过',
  decide: '审查决定',
  elect: '民主选举',
  appraise: '民主评议',
  supervise: '审查监督',
}

export const matters = ['report', 'agreement', 'rules', 'welfare', 'placement', 'people', 'other'] as const
export type Matter = (typeof matters)[number]
export const matterNames: Record<Matter, string> = {
  report: '工作报告',
  agreement: '集体合同草案',
  rules: '规章制度',
  welfare: '职工福利事项',
  placement: '职工安置方案',
  people: '人选',
  other: '其他事项',
}

export const ways = ['none', 'secret', 'phones', 'hands'] as const
export type Way = (typeof ways)[number]
export const wayNames: Record<Way, string> = { none: '不表决', secret: '无记名投票', phones: '手机记名表决', hands: '举手表决' }

export const steps = [
  'ask',
  'deputies',
  'topics',
  'agenda',
  'papers',
  'discuss',
  'answers',
  'presidium',
  'open',
  'items',
  'close',
  'publish',
  'report',
  'archive',
] as const
export type Step = (typeof steps)[number]
export const stepNames: Record<Step, string> = {
  ask: '筹备请示',
  deputies: '代表资格审查',
  topics: '征集、商定议题',
  agenda: '公布议题',
  papers: '会议材料送达代表',
  discuss: '代表团（组）讨论',
  answers: '答复代表意见',
  presidium: '产生大会主席团',
  open: '核对到会、开幕',
  items: '逐项审议表决',
  close: '闭幕',
  publish: '公布大会结果',
  report: '报告上一级工会',
  archive: '归档',
}

export const answers = ['adopted', 'partly', 'not'] as const
export type Answer = (typeof answers)[number]
export const answerNames: Record<Answer, string> = { adopted: '采纳', partly: '部分采纳', not: '未采纳' }

export const sides = ['union', 'employer', 'both'] as const
export type Side = (typeof sides)[number]
export const sideNames: Record<Side, string> = { union: '工会', employer: '行政方', both: '行政方和工会' }

export const marks = ['yes', 'no', 'abstain'] as const
export type Mark = (typeof marks)[number]
export const markNames: Record<Mark, string> = { yes: '赞成', no: '反对', abstain: '弃权' }
