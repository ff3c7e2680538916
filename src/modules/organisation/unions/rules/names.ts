import type { chairModes, gaps, UnionKind, UnionState, UnitType } from '../contract.ts'

// Kept apart from the contract's shapes, so that a page takes the words without the validator.

export const unionKindNames: Record<UnionKind, string> = {
  federation: '总工会',
  town: '乡镇（街道）工会',
  trade: '产业（行业）工会',
  regional: '区域性工会联合会',
  joint: '联合基层工会',
  basic: '基层工会',
  branch: '分会（车间工会）',
  group: '工会小组',
  newEmployment: '新就业形态劳动者工会',
}

export const unitTypeNames: Record<UnitType, string> = {
  stateEnterprise: '国有企业',
  privateEnterprise: '非公企业',
  office: '机关',
  institution: '事业单位',
  school: '学校',
  town: '镇街与园区',
}

export const unionStateNames: Record<UnionState, string> = { preparing: '筹备中', active: '正常', dissolved: '已撤销' }

export const chairModeNames: Record<(typeof chairModes)[number], string> = {
  direct: '会员大会直接选举',
  delegates: '会员代表大会选举',
  committee: '委员会选举',
  assigned: '上级委派',
}

export const gapNames: Record<(typeof gaps)[number], string> = {
  creditCode: '没有统一社会信用代码',
  seal: '没有公章',
  plate: '没有挂牌',
  account: '没有独立账户',
  certificate: '没有法人资格证书',
  office: '没有独立办公机构',
  fullTime: '没有专职岗位',
  certificateEnding: '证书 30 日内到期或已过期',
}
