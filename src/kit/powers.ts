/**
 * What a post may do, as its authority list names it (ORG-07). A call asks for one power; a post kind holds several.
 * `self` is anyone signed in, on what is his own; `anyone` needs no sign-in.
 */
export const powers = {
  'unions.view': '查看工会组织',
  'unions.file': '办理本级组织事项（设立、变更、合并、撤销申请）',
  'unions.approve': '批复下级组织事项',
  'members.view': '查看会员',
  'members.manage': '维护会员信息',
  'members.decide': '审批入会、转会、退会',
  'members.sensitive': '查看敏感标签与证件号码（须说明理由）',
  'members.exchange': '导入、导出',
  'posts.view': '查看任职',
  'posts.manage': '登记任职与机构设置',
  'posts.name': '查找任职人选、提名管理员',
  'democracy.view': '查看民主管理',
  'democracy.manage': '办理民主管理（职代会、提案、公开、评议）',
  'democracy.answer': '行政方办理（答复、公开、报告）',
  'statistics.view': '查看统计',
  'accounts.manage': '管理账号',
  'system.manage': '系统维护',
  'security.manage': '安全管理（任命管理员、密钥、权限）',
  'audit.view': '审计日志',
} as const

export type Power = keyof typeof powers
export type Authority = Power | 'self' | 'anyone'
