import type { assemblyKinds, DutyState, EventKind, urgeStates, Whose } from '../contract.ts'

export const dutyStateNames: Record<DutyState, string> = {
  open: '进行中',
  warned: '快到期',
  overdue: '已逾期',
  escalated: '已上报',
  fulfilled: '已完成',
  excused: '已免除',
  void: '已失效',
}

export const eventNames: Record<EventKind, string> = {
  opened: '起算',
  warned: '提醒',
  overdue: '逾期',
  escalated: '上报上级',
  fulfilled: '完成',
  excused: '免除',
  void: '失效',
}

export const whoseNames: Record<Whose, string> = { mine: '我的', union: '本会', below: '本会及下级' }

export const urgeStateNames: Record<(typeof urgeStates)[number], string> = {
  waiting: '待答复',
  late: '逾期未答复',
  answered: '已答复',
  closed: '已办结',
}

export const assemblyKindNames: Record<(typeof assemblyKinds)[number], string> = {
  members: '会员大会',
  delegates: '会员代表大会',
}
