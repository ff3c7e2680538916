import type { Process, processStates, Stage, UnitKind } from '../contract.ts'

// Kept apart from the contract's shapes, so that a page takes the words without the validator.

export const unitKindNames: Record<UnitKind, string> = {
  enterprise: '企业',
  institution: '事业单位',
  office: '机关',
  social: '社会组织',
  individual: '个体工商户',
  other: '其他',
}

export const stageNames: Record<Stage, string> = {
  none: '未联系',
  contact: '已联系',
  preparing: '筹备中',
  founded: '已建会',
  refused: '拒绝建会',
  closed: '单位已注销',
}

export const processNames: Record<Process, string> = { founding: '组建', election: '换届', congress: '职代会' }

export const processStateNames: Record<(typeof processStates)[number], string> = {
  open: '未开始',
  underway: '进行中',
  done: '已完成',
}
