import type { Level, Scope } from '#law/statutes'

/** The areas of the rule collection: the letters a rule's number begins with. */
export const areas = {
  GEN: '期间与计数',
  ORG: '组织建设',
  MEM: '会员与会籍',
  ELEC: '选举与任期',
  WC: '职工代表大会',
  PROP: '提案',
  DISC: '厂务公开',
  CB: '集体协商',
  CC: '集体合同',
  WAGE: '工资',
  MED: '劳动争议调解',
  ARB: '仲裁与时效',
  SUP: '劳动法律监督',
  AID: '法律援助',
  HARD: '困难帮扶',
  MUT: '互助保障',
  FUND: '工会经费',
  BUD: '预算决算',
  AUD: '经费审查',
  ACC: '会计',
  SAFE: '劳动保护',
  MODEL: '评先选优',
  HOT: '服务热线',
  PI: '个人信息',
  DUTY: '提醒与上报',
  ALARM: '预警',
  CADRE: '干部',
  COMP: '劳动竞赛',
  HOME: '职工之家',
  WOM: '女职工',
  ETC: '其他',
} as const
export type Area = keyof typeof areas
export const areaCodes = Object.keys(areas) as Area[]

/** The area of a rule; `ETC` for one that no area names yet. */
export const areaOf = (id: string): Area => {
  const code = id.split('-')[0] as Area
  return code in areas ? code : 'ETC'
}

export const levelNames: Record<Level, string> = { BLOCK: '强制', WARN: '应当', INFO: '默认' }

/** Regions with texts of their own on file, and the country. */
export const scopeNames: Record<string, string> = {
  national: '全国',
  'CN-11': '北京',
  'CN-12': '天津',
  'CN-13': '河北',
  'CN-21': '辽宁',
  'CN-23': '黑龙江',
  'CN-31': '上海',
  'CN-32': '江苏',
  'CN-33': '浙江',
  'CN-3301': '杭州',
  'CN-3302': '宁波',
  'CN-34': '安徽',
  'CN-35': '福建',
  'CN-37': '山东',
  'CN-3701': '济南',
  'CN-41': '河南',
  'CN-42': '湖北',
  'CN-43': '湖南',
  'CN-44': '广东',
  'CN-4401': '广州',
  'CN-50': '重庆',
  'CN-51': '四川',
  'CN-52': '贵州',
}
export const scopeName = (scope: Scope | string): string => scopeNames[scope] ?? scope

const units: Record<string, string> = {
  day: '日',
  workingDay: '个工作日',
  month: '个月',
  year: '年',
  hour: '小时',
  member: '名会员',
  employee: '名职工',
  womanMember: '名女会员',
  womanEmployee: '名女职工',
  person: '人',
  unit: '个单位',
  seat: '人',
  representative: '名代表',
  permille: '‰',
  percent: '%',
}
export const unitName = (unit: string | null | undefined): string => (unit ? (units[unit] ?? unit) : '')

type Shown = { value: unknown; unit?: string | null | undefined }

/** A figure as people say it: 15 个工作日, 3 或 5 年, 是; a table says that it is one. */
export function sayFigure({ value, unit }: Shown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return `${value.toLocaleString('zh-CN')} ${unitName(unit)}`.trim()
  if (!Array.isArray(value)) return ''
  const numbers = value.filter((one): one is number => typeof one === 'number')
  if (numbers.length && unit) return `${numbers.join('、')} ${unitName(unit)}`
  if (numbers.length) return numbers.length === 2 && numbers[0]! < numbers[1]! ? numbers.join('/') : numbers.join('、')
  return '按人数分档'
}

export const senseNames = {
  within: '之日起',
  before: '提前至少',
  closing: '届满前',
  atLeast: '至少保持',
  every: '至多每隔',
  keep: '至少保存',
  inMonth: '每月不超过',
  byDate: '次月截至',
  onDay: '当日',
  atOnce: '立即',
  beforehand: '事先',
  asNoticed: '以通知为准',
} as const
export const basisNames = { law: '国家规定', local: '地方规定', practice: '默认值' } as const
