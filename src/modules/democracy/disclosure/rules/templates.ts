import type { Facts, Kind } from '../contract/shapes.ts'

type Line = readonly [
  heading: Facts['heading'],
  title: string,
  content: string,
  period: Facts['period'],
  responsible: string,
  audience: Facts['audience'],
  article: string,
]

const national = '《企业民主管理规定》第三十三条（待核对）'
const state = '《企业民主管理规定》第三十四条（待核对）'
const notice = '中办发〔2002〕13号'
const local = '单位自定，参照公开制度的一般做法'

// biome-ignore format: a table reads better in rows
const works: readonly Line[] = [
  ['difficult', '发展战略和年度目标', '企业的战略目标、机遇与挑战、近期和长远目标', 'yearly', '行政负责人', 'workers', notice],
  ['difficult', '生产经营情况', '经营的基本情况、主要指标完成情况', 'quarterly', '行政负责人', 'workers', national],
  ['difficult', '存在的困难和解决措施', '经营管理中的困难、采取的措施、需要职工配合的事项', 'halfYearly', '行政负责人', 'workers', notice],
  ['difficult', '改革改制、裁员和安置', '改制、裁员方案及其实施结果', 'onEvent', '行政负责人', 'workers', national],
  ['concern', '招用和劳动合同', '招用职工、签订和解除劳动合同的情况', 'halfYearly', '人力资源部门负责人', 'workers', national],
  ['concern', '晋升渠道和结果', '晋升的条件、程序和结果名单', 'onEvent', '人力资源部门负责人', 'workers', notice],
  ['concern', '加薪和奖金分配', '加薪、奖金的标准，分配的办法和结果', 'yearly', '人力资源部门负责人', 'workers', notice],
  ['concern', '培训安排和培训费用', '培训计划，教育培训经费的提取和使用', 'halfYearly', '人力资源部门负责人', 'workers', national],
  ['concern', '体检和疗养安排', '体检安排，疗养的条件和名单', 'yearly', '行政后勤负责人', 'workers', local],
  ['concern', '社会保险和住房公积金缴纳', '五险一金和企业年金的缴费基数、缴纳情况', 'monthly', '财务部门负责人', 'workers', national],
  ['concern', '福利费使用', '福利费的提取和使用情况', 'quarterly', '财务部门负责人', 'workers', national],
  ['concern', '奖惩和评先', '奖惩的规定、事由和结果，劳动模范等评选的条件、名额和结果', 'onEvent', '行政负责人', 'workers', national],
  ['other', '集体合同和规章制度', '集体合同文本、签订和履行情况，涉及职工切身利益的规章制度', 'yearly', '行政负责人', 'workers', national],
  ['other', '劳动安全卫生', '安全卫生标准，事故及其处理', 'quarterly', '安全部门负责人', 'workers', national],
  ['other', '劳动争议及其处理', '劳动争议的数量、类型和处理结果', 'halfYearly', '人力资源部门负责人', 'workers', national],
]
// biome-ignore format: a table reads better in rows
const stateOwned: readonly Line[] = [
  ['difficult', '重大投资和经营决策', '投资、中长期规划、担保、大额资金使用、资产处置', 'yearly', '行政负责人', 'workers', state],
  ['difficult', '招投标和大宗采购', '工程建设项目招投标、大宗物资采购供应', 'halfYearly', '行政负责人', 'workers', state],
  ['other', '领导人员廉洁情况', '领导人员薪酬、职务消费、兼职、出国（境）、考核结果', 'yearly', '行政负责人', 'workers', state],
]
// biome-ignore format: a table reads better in rows
const school: readonly Line[] = [
  ['difficult', '学校发展规划和年度计划', '发展规划、年度工作计划及完成情况', 'yearly', '校长', 'workers', notice],
  ['difficult', '改革方案', '人事、分配等改革方案和结果', 'onEvent', '校长', 'workers', local],
  ['difficult', '财务预算决算', '经费预算、决算和大额支出', 'yearly', '总务主任', 'workers', local],
  ['concern', '职称评聘和岗位聘任', '评聘的条件、程序、推荐名单和结果', 'onEvent', '校长', 'workers', local],
  ['concern', '绩效工资分配', '绩效工资分配办法和结果', 'halfYearly', '校长', 'workers', local],
  ['concern', '评优评先', '条件、名额、程序和结果', 'yearly', '教务主任', 'workers', local],
  ['concern', '教师培训进修', '培训进修的安排、名额和费用', 'halfYearly', '教务主任', 'workers', local],
  ['other', '招生和收费', '招生计划、录取结果，收费项目和标准', 'yearly', '教务主任', 'public', local],
  ['other', '食堂和基建采购', '食堂收支、基建和设备采购', 'quarterly', '总务主任', 'workers', local],
]
// biome-ignore format: a table reads better in rows
const institution: readonly Line[] = [
  ['difficult', '发展规划和年度计划', '发展规划、年度计划及完成情况', 'yearly', '单位负责人', 'workers', notice],
  ['difficult', '财务收支', '预算、决算和大额支出', 'halfYearly', '财务部门负责人', 'workers', local],
  ['concern', '职称评聘和岗位聘任', '条件、程序、推荐名单和结果', 'onEvent', '人事部门负责人', 'workers', local],
  ['concern', '绩效工资分配', '分配办法和结果', 'quarterly', '人事部门负责人', 'workers', local],
  ['concern', '进修培训和疗养', '安排、名额和名单', 'yearly', '人事部门负责人', 'workers', local],
  ['other', '药品、设备和基建采购', '采购的程序和结果', 'quarterly', '单位负责人', 'workers', local],
  ['other', '服务项目和收费标准', '服务项目、流程和收费标准', 'yearly', '单位负责人', 'public', local],
]
// biome-ignore format: a table reads better in rows
const office: readonly Line[] = [
  ['difficult', '年度重点工作', '年度目标、重点工作及完成情况', 'yearly', '办公室主任', 'workers', notice],
  ['difficult', '经费预算和三公经费', '部门预算、决算和三公经费', 'halfYearly', '财务科科长', 'public', local],
  ['concern', '干部选拔任用和交流', '职位、条件、程序和结果', 'onEvent', '人事科科长', 'workers', local],
  ['concern', '考核评优', '考核办法、等次名额和结果', 'yearly', '人事科科长', 'workers', local],
  ['concern', '福利、体检和休假', '福利、体检、年休假的安排', 'yearly', '办公室主任', 'workers', local],
  ['other', '办事指南和服务承诺', '职权、依据、条件、程序和期限', 'yearly', '办公室主任', 'public', local],
]
// biome-ignore format: a table reads better in rows
const union: readonly Line[] = [
  ['difficult', '工会委员会决定', '委员会会议的决定及其落实', 'quarterly', '工会主席', 'workers', local],
  ['concern', '工会经费收支', '经费收入、支出和结余，经审会审查意见', 'halfYearly', '经费经办人', 'workers', local],
  ['concern', '困难帮扶和慰问结果', '条件、程序、户数和金额（不公开个人隐私）', 'halfYearly', '工会主席', 'workers', local],
  ['concern', '疗休养和普惠福利名额', '名额、条件、程序和结果', 'yearly', '工会主席', 'workers', local],
  ['other', '维权和协商结果', '集体协商、劳动争议调解的结果', 'yearly', '工会主席', 'public', local],
  ['other', '年度工作报告', '年度工作和下一年打算', 'yearly', '工会主席', 'public', local],
]
const lines: Record<Kind, readonly Line[]> = { works, school, institution, office, union }

/** The superior documents that the plan of a kind cites before anything is changed. */
export const basisOf: Record<Kind, string> = {
  works: '《企业民主管理规定》；中办发〔2002〕13号',
  school: '《学校教职工代表大会规定》；中办发〔2002〕13号',
  institution: '中办发〔2002〕13号',
  office: '中办发〔2002〕13号',
  union: '《中国工会章程》；《工会会员代表大会条例》',
}

const procedures = {
  employer: '责任人起草，领导小组批准，监督小组核查，原文公开，收集意见并按期答复',
  union: '经办人起草，委员会主要负责人批准，监督小组核查，原文公开，收集意见并按期答复',
}

/** The catalogue that a kind of unit begins with; `dueDays` after each period is the practice of the place. */
export const templateOf = (kind: Kind, unitType: string, dueDays: number): Facts[] =>
  [...lines[kind], ...(kind === 'works' && unitType === 'stateEnterprise' ? stateOwned : [])].map(
    ([heading, title, content, period, responsible, audience, article]) => {
      const side = kind === 'union' ? 'union' : 'employer'
      return { heading, title, content, period, responsible, audience, article, side, procedure: procedures[side], dueDays }
    },
  )
