export const changeKinds = ['retain', 'restore', 'leave', 'deemed', 'expel'] as const
export type ChangeKind = (typeof changeKinds)[number]
export const changeKindNames: Record<ChangeKind, string> = {
  retain: '保留会籍',
  restore: '恢复会籍',
  leave: '退会',
  deemed: '视为自动退会',
  expel: '开除会籍',
}
export const changeStates = ['open', 'done', 'dropped'] as const
export type ChangeState = (typeof changeStates)[number]
export const changeStateNames: Record<ChangeState, string> = { open: '办理中', done: '已办结', dropped: '未办' }

/** On what a retained membership rests (章程 第八条, MEM-06). */
export const retainGrounds = {
  retired: '退休',
  unemployed: '失业',
  longLeave: '长期离岗',
  other: '其他',
} as const

/** What is done in a procedure, in its order. */
export const stepNames = {
  opened: '提出',
  educated: '教育',
  discussed: '小组讨论',
  decided: '委员会决定',
  announced: '宣布并收回会员证',
  reported: '报上一级备案',
} as const
