import { dropInvisible, toHalfWidth } from '#kit/characters'
import type { Field } from './fields.ts'
import type { Cell } from './rows.ts'

// biome-ignore format: a table reads better in rows
/** Other names under which files carry a column; spread into a field's `also`. */
export const usualTitles = {
  name: ['姓名', '名字', '职工姓名', '会员姓名', '员工姓名', '人员姓名', '本人姓名', '真实姓名'],
  sex: ['性别'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '居民身份证号码', '证件号码', '证件号', '身份证', '二代身份证号码', '身份证件号码', '有效证件号码'],
  mobile: ['手机号', '手机号码', '手机', '联系电话', '联系方式', '移动电话', '本人电话', '电话号码', '电话', '手机电话', '常用手机号'],
  birthDate: ['出生日期', '出生年月', '出生年月日', '生日', '出生时间'],
  nation: ['民族', '族别'],
  education: ['学历', '文化程度', '最高学历', '学历程度', '受教育程度'],
  politics: ['政治面貌', '政治面目', '党派'],
  employer: ['工作单位', '单位名称', '所在单位', '单位', '用人单位', '企业名称', '公司名称', '单位全称', '公司', '企业'],
  department: ['部门', '所在部门', '部门名称', '科室', '车间', '班组', '部门（车间）', '所属部门'],
  job: ['岗位', '工种', '职务', '岗位（工种）', '职业', '职务（岗位）', '岗位名称', '从事岗位'],
  workerNumber: ['工号', '员工编号', '职工编号', '员工号', '职工号', '人员编号'],
  hiredOn: ['入职日期', '参加工作时间', '入职时间', '进厂日期', '进厂时间', '参加工作日期', '入厂时间', '入司时间'],
  joinedOn: ['入会日期', '入会时间', '入会年月', '加入工会时间', '加入工会日期'],
  memberNumber: ['会员证号', '会员编号', '会员号', '会员卡号', '工会会员证号'],
  union: ['所属工会', '工会名称', '所在工会', '基层工会名称', '基层工会', '工会组织名称', '工会全称', '工会'],
  creditCode: ['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '机构代码', '统一社会信用代码证号'],
  address: ['住址', '家庭住址', '现住址', '联系地址', '通讯地址', '地址', '居住地址', '户籍地址'],
  bankCard: ['银行卡号', '银行账号', '卡号', '工资卡号', '银行卡', '开户账号'],
  remark: ['备注', '说明', '其他'],
} as const satisfies Record<string, readonly string[]>

/** The column `markWorkbook` adds; a marked workbook that comes back is read without it. */
export const REASON_TITLE = '需要修改的地方'

/** A header without what does not name the column: stars, hints in brackets, blanks, line breaks, colons, numbering. */
export function bareTitle(raw: Cell): string {
  const narrow = dropInvisible(toHalfWidth(String(raw ?? ''))).replace(/\s/g, '')
  return narrow
    .replace(/[([【{〔][^)\]】}〕]*[)\]】}〕]/g, '')
    .replace(/^[*★☆※#\d.、]+(?=\p{Script=Han})|[*★☆※:：]+$/gu, '')
    .toUpperCase()
}

/** Titles of columns that carry nothing. */
export const isIdleTitle = (title: string) => /^(序号|序|行号|编号|NO\.?|№|排序|顺序号|需要修改的地方)$/.test(title)

// A phone under 家庭情况 is not the worker's own.
const OTHERS = /家庭|家属|亲属|配偶|丈夫|妻子|父亲|母亲|父母|子女|孩子|紧急|担保|推荐|介绍人|监护/
const HARMLESS_BEFORE = /^(职工|员工|会员|工会|本人|个人|人员|所在|现|填写|有效|居民|登记)+$/
const HARMLESS_AFTER = /^(信息|情况|名称|全称|号|号码|时间|日期|年月|年月日|必填|选填)+$/

const known = new WeakMap<Field, string[]>()

function namesOf(field: Field): string[] {
  const names = known.get(field) ?? [field.title, ...(field.also ?? [])].map(bareTitle)
  known.set(field, names)
  return names
}

/** How well a header (its parts from top to bottom) names a field: 0 not at all, 100 exactly. */
export function likeness(parts: readonly string[], field: Field): number {
  const names = namesOf(field)
  const whole = parts.join('')
  const own = parts.at(-1) ?? ''
  if (names.includes(whole)) return 100
  // Data rows pass here too: nothing that long, or with an identity number in it, is a title.
  if (own.length > 24 || /\d{6}/.test(own)) return 0
  const above = parts.slice(0, -1).join('')
  if (OTHERS.test(above)) return 0
  if (names.includes(own)) return above === '' ? 100 : 90
  if (names.includes(above) && parts.length > 1) return 40
  return Math.max(...names.map((name) => partial(own, name)))
}

function partial(title: string, name: string): number {
  const at = name.length < 2 ? -1 : title.indexOf(name)
  if (at < 0) return 0
  const [before, after] = [title.slice(0, at), title.slice(at + name.length)]
  const fits = (rest: string, harmless: RegExp) => rest === '' || harmless.test(rest)
  return fits(before, HARMLESS_BEFORE) && fits(after, HARMLESS_AFTER) ? 70 - before.length - after.length : 0
}
