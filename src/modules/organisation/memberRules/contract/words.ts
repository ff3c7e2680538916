/** What a federation rules about members, point by point. */
export const points = ['fields', 'answerDays', 'acceptDays', 'retainedFor', 'duesClasses', 'checkMonths'] as const
export type Point = (typeof points)[number]
export const pointNames: Record<Point, string> = {
  fields: '档案必填项',
  answerDays: '入会申请答复时限',
  acceptDays: '转会确认时限',
  retainedFor: '保留会籍的事由',
  duesClasses: '会费类别',
  checkMonths: '档案核对周期',
}

/** What can be asked of a record beyond name and identity number. */
export const fields = {
  mobile: '手机号',
  sexAndBirth: '性别和出生日期',
  employer: '工作单位',
  employmentForm: '用工形式',
  ethnicity: '民族',
  political: '政治面貌',
  education: '文化程度',
  household: '户口类型',
  job: '岗位（职务）',
  basis: '入会依据',
} as const
export type Field = keyof typeof fields
export const fieldCodes = Object.keys(fields) as [Field, ...Field[]]

export const employmentForms = {
  contract: '劳动合同',
  dispatch: '劳务派遣',
  newForm: '新就业形态',
  flexible: '灵活就业',
  permanent: '在编',
} as const
export type EmploymentForm = keyof typeof employmentForms
export const formCodes = Object.keys(employmentForms) as [EmploymentForm, ...EmploymentForm[]]

/** On what a retained membership rests (章程 第八条, MEM-06). */
export const retainGrounds = {
  retired: '退休',
  unemployed: '失业',
  longLeave: '长期离岗',
  other: '其他',
} as const
export type RetainGround = keyof typeof retainGrounds
export const groundCodes = Object.keys(retainGrounds) as [RetainGround, ...RetainGround[]]

/** The value of each point. Days are working days. */
export type Rules = {
  fields: Field[]
  answerDays: number
  acceptDays: number
  retainedFor: RetainGround[]
  duesClasses: Partial<Record<EmploymentForm, string>>
  checkMonths: number
}
/** One point with its value; `null` gives it back to whoever stands above. */
export type Setting = { [P in Point]: { point: P; value: Rules[P] } }[Point]
