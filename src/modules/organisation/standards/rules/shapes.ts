/** How an item is answered: from the records, by a file, or by a word. */
export const answerKinds = ['fact', 'file', 'word'] as const
export type AnswerKind = (typeof answerKinds)[number]
export const answerKindNames: Record<AnswerKind, string> = { fact: '系统自动核对', file: '上传材料', word: '填写说明' }

export const scorings = ['points', 'pass'] as const
export type Scoring = (typeof scorings)[number]
export const scoringNames: Record<Scoring, string> = { points: '按分值', pass: '逐项达标' }

export const cycles = ['year', 'halfYear', 'once'] as const
export type Cycle = (typeof cycles)[number]
export const cycleNames: Record<Cycle, string> = { year: '每年一次', halfYear: '每半年一次', once: '一次性' }

/** One thing asked. `least`: the figure a fact must reach; `isVeto`: without it no level is given. */
export type Item = {
  key: string
  section: string
  asks: string
  cite: string | null
  answer: AnswerKind
  fact: string | null
  least: number | null
  points: number
  isVeto: boolean
}

/** A level of the result: points (or, item by item, per cent of the items met) it takes at least; the lowest first. */
export type Level = { title: string; least: number }

export const checkStates = ['none', 'open', 'returned', 'handedIn', 'accredited', 'below', 'expired', 'revoked'] as const
export type CheckState = (typeof checkStates)[number]
export const checkStateNames: Record<CheckState, string> = {
  none: '没有开始',
  open: '自查中',
  returned: '退回补充',
  handedIn: '待核验',
  accredited: '已认定',
  below: '未达标',
  expired: '已过有效期',
  revoked: '已撤销认定',
}
