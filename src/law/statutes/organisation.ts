import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Founding, change, dissolution and registration of unions (ORG). */
export const organisation = [
  { ...text.unionLaw, id: 'ORG-01.committee', value: 25, unit: 'member', article: '第十一条', level: 'BLOCK',
    says: '会员 25 人以上的单位应当建立基层工会委员会' },
  { ...text.unionLaw, id: 'ORG-01.joint', value: 2, unit: 'unit', article: '第十一条', level: 'BLOCK',
    says: '会员不足 25 人的，可以单独建立，也可以由 2 个以上单位联合建立，或者选举组织员 1 人' },
  { ...text.unionLaw, id: 'ORG-02.approval', value: true, article: '第十二条', level: 'BLOCK', says: '建立工会组织必须报上一级工会批准' },
  { ...text.charter, id: 'ORG-03.assembly', value: true, article: '第十六条', level: 'WARN',
    says: '工会的建立和撤销须经会员大会或会员代表大会通过，并报上一级工会批准' },
  { ...text.unionLaw, id: 'ORG-04.report', value: true, article: '第十三条', level: 'WARN', says: '单位终止或被撤销，工会相应撤销，并报告上一级工会' },
  { ...text.unionLaw, id: 'ORG-04.free', value: true, article: '第十三条', level: 'BLOCK', says: '任何组织和个人不得随意撤销、合并工会组织' },
  { ...text.unionLaw, id: 'ORG-05.retain', value: true, article: '第十三条第三款', level: 'INFO', says: '工会撤销后，会员会籍可以继续保留' },
  { ...text.charter, id: 'ORG-06.assets', value: true, article: '第四十条', level: 'WARN',
    says: '合并的，经费和资产归合并后的工会；撤销的，由上级工会处置' },

  { ...text.unionLaw, id: 'ORG-07.fullTimeChair', value: 200, unit: 'employee', article: '第十四条', level: 'WARN', says: '职工 200 人以上的，可以设专职工会主席' },
  ...locals({ id: 'ORG-07.fullTimeChair', unit: 'employee', level: 'WARN', says: (n: number) => `职工 ${n} 人以上的，应当设专职工会主席或者副主席` },
    [[text.zhejiang, 11, 200], [text.sichuan, 15, 200], [text.henan, 17, 200]]),
  ...locals({ id: 'ORG-07.fullTimeChair', unit: 'employee', level: 'WARN', says: (n: number) => `职工 ${n} 人以上的国有企业和事业单位，应当设专职工会主席` },
    [[text.jiangsu, 10, 200]]),
  ...locals({ id: 'ORG-07.fullTimeChair', unit: 'employee', level: 'WARN', says: (n: number) => `职工 ${n} 人以上的，应当配备专职工会工作人员` },
    [[text.liaoning, 12, 200], [text.guangzhou, 12, 200], [text.chongqing, 13, 200]]),
  { ...text.unionLaw, id: 'ORG-07.fullTimeStaff', value: 0, unit: 'permille', article: '第十四条', level: 'INFO', says: '专职工作人员的人数由工会与单位协商确定' },
  ...locals({ id: 'ORG-07.fullTimeStaff', unit: 'permille', level: 'WARN', says: (n: number) => `专职工会工作人员一般不少于职工总数的千分之${n}` },
    [[text.tianjin, 17, 3], [text.fujian, 18, 3], [text.guangzhou, 12, 3], [text.henan, 17, 3], [text.zhejiang, 11, 3], [text.jiangsu, 10, 3], [text.anhui, 11, 3]]),

  { ...text.charter, id: 'ORG-08.womenCommittee', value: 10, unit: 'womanMember', article: '第二十五条', level: 'WARN',
    says: '女会员 10 人以上的建立女职工委员会，不足 10 人的设女职工委员' },
  ...locals({ id: 'ORG-08.womenCommittee', unit: 'womanMember', level: 'WARN', says: (n: number) => `女会员 ${n} 人以上的建立女职工委员会，不足的设女职工委员` },
    [[text.beijing, 10, 10], [text.shanghai, 14, 10], [text.tianjin, 14, 10], [text.zhejiang, 8, 10], [text.shandong, 16, 10], [text.chongqing, 9, 10],
      [text.henan, 13, 10], [text.hebei, 12, 10], [text.heilongjiang, 10, 10], [text.guizhou, 12, 10]]),
  ...locals({ id: 'ORG-08.womenCommittee', unit: 'womanEmployee', level: 'WARN', says: (n: number) => `女职工 ${n} 人以上的建立女职工委员会，不足的设女职工委员` },
    [[text.jiangsu, 8, 10], [text.guangdong, 13, 10], [text.fujian, 19, 10], [text.guangzhou, 12, 10], [text.anhui, 10, 25], [text.sichuan, 13, 25],
      [text.jinan, 9, 25], [text.formerBeijing, 9, 25]]),

  { ...text.practice, id: 'ORG-15.founding', value: 12, unit: 'month', article: '国家未定期限', level: 'INFO', says: '新设单位一般在 12 个月内建立工会（法律没有统一期限）' },
  ...locals({ id: 'ORG-15.founding', unit: 'month', level: 'WARN', says: (n: number) => `单位开业或者设立 ${n} 个月内应当建立工会` },
    [[text.shanghai, 11, 6], [text.guangdong, 8, 6], [text.hubeiEnterprises, 8, 6], [text.tianjin, 10, 6], [text.guizhou, 9, 6], [text.guangzhou, 5, 6],
      [text.jinan, 11, 6], [text.chongqing, 7, 12], [text.zhejiang, 6, 12], [text.jiangsu, 5, 12], [text.fujian, 12, 12], [text.henan, 10, 12],
      [text.sichuan, 8, 12], [text.hunan, 4, 12], [text.hebei, 6, 12]]),
  ...locals({ id: 'ORG-15.founding', unit: 'month', level: 'WARN', says: (n: number) => `开业或者成立 ${n} 个月尚未建会、职工有意愿的，上级工会应当派员帮助组建` },
    [[text.beijing, 11, 6]]),

  { ...text.electionRules, id: 'ORG-13.preparatory', value: true, article: '第七条', level: 'WARN',
    says: '新建工会由同级党组织代表和职工代表组成筹备组，换届由上届委员会筹备，上级工会可以派人' },
  { ...text.unionLaw, id: 'ORG-16.obstruction', value: true, article: '第五十一条', level: 'WARN', says: '阻挠职工参加、组织工会的，由劳动行政部门责令改正；拒不改正的，提请县级以上政府处理' },
  { ...text.unread('基层工会法人登记管理办法'), id: 'ORG-17.name', value: true, article: '（条号待核对）', level: 'INFO', says: '工会名称为单位全称加“工会委员会”' },

  { ...text.unionLaw, id: 'ORG-20.legalPerson', value: true, article: '第十五条', level: 'WARN', says: '具备法人条件的基层工会依法登记取得社会团体法人资格，主席为法定代表人' },
  { ...text.unread('基层工会法人登记管理办法'), id: 'ORG-22.apply', value: 60, unit: 'day', article: '（条号待核对）', level: 'WARN',
    says: '上级工会批准成立后 60 日内申请法人资格登记' },
  { ...text.unread('基层工会法人登记管理办法'), id: 'ORG-22.review', value: 15, unit: 'day', article: '（条号待核对）', level: 'WARN', says: '登记机关受理后 15 日内审查完毕' },
  { ...text.registrationMeasures, id: 'ORG-23.validity', value: [3, 5], unit: 'year', article: '第二十六条', level: 'WARN',
    says: '法人资格证书有效期三年至五年，与工会任期一致' },
  { ...text.registrationMeasures, id: 'ORG-23.renewal', value: 30, unit: 'day', article: '第二十七条', level: 'WARN', says: '证书到期前 30 日内申请换领' },
  { ...text.unread('基层工会法人登记管理办法'), id: 'ORG-24.change', value: 30, unit: 'day', article: '（条号待核对）', level: 'WARN',
    says: '名称、住所、法定代表人、经费变更后 30 日内办理变更登记' },
  { ...text.unread('基层工会法人登记管理办法'), id: 'ORG-24.deregister', value: 30, unit: 'day', article: '（条号待核对）', level: 'WARN', says: '工会撤销后 30 日内申请注销登记' },
  ...locals({ id: 'ORG-24.deregister', unit: 'day', level: 'WARN', says: (n: number) => `已登记的工会撤销后 ${n} 日内应当申请注销登记` }, [[text.hebei, 7, 30]]),
  { ...text.creditCodeStandard, id: 'ORG-25.code', value: [81, 89], article: '表 2', level: 'WARN', says: '工会的统一社会信用代码以 81（基层工会）或 89（其他）开头' },

  { ...text.practice, id: 'ORG-53.audit', value: true, article: '国家未定', level: 'WARN', says: '工会合并、分立、撤销前，经费和财产先在上级工会指导下审计或清理' },
  ...locals({ id: 'ORG-53.audit', level: 'WARN', says: '工会合并、分立、撤销前，经费和财产应当在上级工会指导下审计或清理' },
    [[text.beijing, 50, true], [text.fujian, 50, true], [text.henan, 39, true], [text.guizhou, 43, true], [text.jinan, 37, true]]),
] as const satisfies readonly Statute[]
