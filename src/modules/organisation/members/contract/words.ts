import { employmentForms } from '#rules/organisation/memberRules'

/** The keys of a word list, as a type and as values: `z.enum(keysOf(sexes))`. */
export const keysOf = <T extends Record<string, unknown>>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]

export const memberStatuses = ['worker', 'member', 'retained', 'left', 'expelled'] as const
export type MemberStatus = (typeof memberStatuses)[number]
export const memberStatusNames: Record<MemberStatus, string> = {
  worker: '未入会职工',
  member: '在会',
  retained: '保留会籍',
  left: '已退会',
  expelled: '已开除会籍',
}
export const sexes = { male: '男', female: '女' } as const
/** Age bands of lists, in full years, both ends included. */
export const ageBands = {
  '16-24': [16, 24],
  '25-34': [25, 34],
  '35-44': [35, 44],
  '45-54': [45, 54],
  '55-59': [55, 59],
  '60-': [60, 150],
} as const
export const idTypes = {
  citizen: '居民身份证',
  hkmo: '港澳居民居住证',
  taiwan: '台湾居民居住证',
  residence: '外国人永久居留身份证',
  passport: '护照',
} as const
export const educations = {
  primary: '小学及以下',
  junior: '初中',
  senior: '高中',
  vocational: '中专（职高、技校）',
  college: '大专',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
} as const
export const politicals = {
  party: '中共党员',
  probationary: '中共预备党员',
  league: '共青团员',
  democratic: '民主党派',
  none: '群众',
} as const
export const households = { rural: '农业户口', urban: '非农业户口', resident: '居民户口' } as const
export { employmentForms }
export const newForms = {
  truck: '货车司机',
  ride: '网约车司机',
  courier: '快递员',
  delivery: '外卖配送员',
  housekeeping: '家政服务员',
  other: '其他',
} as const
export const skillLevels = {
  junior: '初级工',
  middle: '中级工',
  senior: '高级工',
  technician: '技师',
  seniorTechnician: '高级技师',
  special: '特级技师',
  chief: '首席技师',
} as const
/** On what the membership rests (ORG-52). */
export const bases = { labour: '劳动关系', platform: '平台用工', workplace: '工作地', residence: '居住地' } as const

const nations =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
/** The 56 of GB/T 3304, and the word for whoever is none of them. */
export const ethnicities: [string, ...string[]] = ['其他', ...nations.split(' ').map((name) => `${name}族`)]

/** Tags by group (MEM-05); sensitive ones are shown to the entitled only. */
export const tags = {
  migrant: { name: '外来务工', sensitive: false },
  newGeneration: { name: '新生代', sensitive: false },
  skilled: { name: '技能人才', sensitive: false },
  frontLine: { name: '一线职工', sensitive: false },
  modelWorker: { name: '劳动模范', sensitive: false },
  deputy: { name: '职工代表', sensitive: false },
  hardship: { name: '困难职工', sensitive: true },
  illness: { name: '大病', sensitive: true },
  disabled: { name: '残疾', sensitive: true },
  singleParent: { name: '单亲', sensitive: true },
} as const
export type TagCode = keyof typeof tags
export const tagCodes = keysOf(tags)

/** The fields of a record that can be corrected, as the screen names them. */
export const fieldNames = {
  name: '姓名',
  idType: '证件类型',
  idNumber: '证件号码',
  sex: '性别',
  birthOn: '出生日期',
  mobile: '手机号',
  ethnicity: '民族',
  political: '政治面貌',
  education: '文化程度',
  household: '户口类型',
  employer: '工作单位',
  employerId: '单位登记',
  employerCode: '单位统一社会信用代码',
  job: '岗位（职务）',
  skillLevel: '技能等级',
  employmentForm: '用工形式',
  newForm: '新就业形态类别',
  basis: '入会依据',
  number: '会员证号',
  joinedOn: '入会日期',
} as const
export type MemberField = keyof typeof fieldNames
export const memberFields = keysOf(fieldNames)

/** What a person may ask to have put right; where he belongs and since when is for the union to decide on its papers. */
export const corrigible = [
  'name',
  'idNumber',
  'mobile',
  'ethnicity',
  'political',
  'education',
  'household',
  'employer',
  'job',
  'skillLevel',
  'employmentForm',
  'newForm',
] as const

/** Protected fields that are shown in clear only with a reason (PI-20). */
export const revealable = ['idNumber', 'mobile'] as const

/** Which rule a record breaks (MEM-02). */
export const problemNames = {
  noIdNumber: '没有证件号码',
  badIdNumber: '身份证号有误',
  noMobile: '没有手机号',
  noSexOrBirth: '没有性别或出生日期',
  sexDiffers: '性别与身份证号不符',
  birthDiffers: '出生日期与身份证号不符',
  noEmployer: '没有工作单位',
  noForm: '没有用工形式',
  noNewForm: '新就业形态没有写明类别',
  noEthnicity: '没有民族',
  noPolitical: '没有政治面貌',
  noEducation: '没有文化程度',
  noHousehold: '没有户口类型',
  noJob: '没有岗位（职务）',
  noBasis: '没有入会依据',
  tooYoung: '未满 16 周岁',
  joinedYoung: '入会时未满 16 周岁',
  joinedLater: '入会日期在今天之后',
  noNumber: '在会但没有会员证号',
  noRetainedOn: '保留会籍没有起始日期',
  noLeftOn: '已离会没有离会日期',
  retireDue: '已过 65 周岁仍为在会，请核对是否应保留会籍',
} as const
export type ProblemCode = keyof typeof problemNames
export const problemCodes = keysOf(problemNames)

export const cameNames = {
  join: '入会',
  import: '登记在册',
  transfer: '转入',
  rejoin: '重新入会',
  retain: '保留会籍',
  restore: '恢复会籍',
  merge: '并档',
} as const
export const wentNames = {
  transfer: '转出',
  leave: '退会',
  expel: '开除会籍',
  retain: '转为保留会籍',
  restore: '恢复会籍',
  dissolve: '工会撤销',
  death: '去世',
  merge: '并档',
  correct: '更正',
} as const
export type Came = keyof typeof cameNames
export type Went = keyof typeof wentNames

/** What a person is asked to agree to beyond what the law lets the union do without asking (PI-02, PI-05, PI-06). */
export const purposes = {
  sensitive: {
    name: '困难、患病、残疾等情况用于帮扶',
    text: '为办理困难帮扶、大病慰问，工会需要处理您的健康、残疾和家庭困难情况。只有经办帮扶的人能看到，不公开病情和金额。不同意不影响会员的其他权利，但帮扶需要这些情况才能核实。',
    version: 1,
  },
  offers: {
    name: '按我的情况推荐服务',
    text: '按您的年龄、工作和参加过的活动，为您列出可以享受的服务、培训和活动。不同意也能自己查看全部服务。',
    version: 1,
  },
  image: {
    name: '活动照片对外宣传',
    text: '参加活动时拍摄的照片可能用于工会的对外宣传。不同意不影响参加活动。',
    version: 1,
  },
} as const
export type Purpose = keyof typeof purposes
