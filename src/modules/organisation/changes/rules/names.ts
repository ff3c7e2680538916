import type { ChangeKind, ChangeState, dissolveGrounds, steps } from '../contract.ts'

// Kept apart from the contract's shapes, so that a page takes the words without the validator.

export const changeKindNames: Record<ChangeKind, string> = {
  rename: '名称变更',
  move: '上级变更（隶属关系）',
  kind: '组织类型变更',
  chair: '主席变更',
  merge: '合并',
  dissolve: '撤销',
}

export const changeStateNames: Record<ChangeState, string> = {
  drafted: '草稿',
  filed: '待批复',
  returned: '已退回',
  approved: '已批准',
  withdrawn: '已撤回',
  undone: '批准已撤销',
}

export const stepNames: Record<(typeof steps)[number], string> = {
  filed: '报送',
  agreed: '同意上报',
  returned: '退回',
  approved: '批准',
  withdrawn: '撤回',
  relocated: '转移人员',
  registered: '办理登记',
  undone: '撤销批准',
}

export const dissolveGroundNames: Record<(typeof dissolveGrounds)[number], string> = {
  unitEnded: '所在单位终止或被撤销',
  membersDecided: '会员大会（会员代表大会）决定',
}
