import type { Text } from './shape.ts'

const national = { scope: 'national', verified: true } as const

/** National texts whose articles were read. `from` is the day this wording took effect; 1 January where only the year is known. */
export const unionLaw: Text = { source: '工会法', from: '2022-01-01', ...national }
export const civilCode: Text = { source: '民法典', from: '2021-01-01', ...national }
export const holidayRules: Text = { source: '全国年节及纪念日放假办法', from: '2025-01-01', ...national }
export const chairMeasures: Text = { source: '企业工会主席产生办法（试行）', from: '2008-07-25', ...national }
export const membershipMeasures: Text = { source: '工会会员会籍管理办法', from: '2016-12-12', ...national }
export const formerMembershipMeasures: Text = {
  source: '会籍暂行规定（2000）',
  from: '2000-01-01',
  ...national,
}
export const dispatchRules: Text = { source: '关于组织劳务派遣工加入工会的规定', from: '2009-01-01', ...national }
export const registrationMeasures: Text = { source: '基层工会法人登记管理办法', from: '2020-01-01', ...national }
export const creditCodeStandard: Text = { source: 'GB 32100-2015', from: '2015-10-01', ...national }
export const mediationRules: Text = { source: '企业劳动争议协商调解规定', from: '2012-01-01', ...national }
export const personalDataLaw: Text = { source: '个人信息保护法', from: '2021-11-01', ...national }
export const networkDataRules: Text = { source: '网络数据安全管理条例', from: '2025-01-01', ...national }
export const cyberLaw: Text = { source: '网络安全法', from: '2026-01-01', ...national }
export const officerNotice: Text = { source: '关于开展个人信息保护负责人信息报送工作的公告', from: '2025-07-18', ...national }
export const auditMeasures: Text = { source: '个人信息保护合规审计管理办法', from: '2025-05-01', ...national }

/** The charter was read in its 2008 and 2018 wording; article numbers of 2023 may differ, so its rules are never harder than WARN. */
export const charter: Text = { source: '中国工会章程', from: '2008-01-01', ...national }

/** The by-law on basic elections (总工发〔2016〕27号): Articles 1 to 8 were read, the others are from memory. */
export const electionRules: Text = { source: '工会基层组织选举工作条例', from: '2016-01-01', ...national }

/** What nobody has read in the text itself, and what practice has settled on: defaults that an administrator may change. */
export const unread = (source: string): Text => ({ source, from: '2000-01-01', scope: 'national', verified: false })
export const PRACTICE = '平台默认值'
export const practice: Text = unread(PRACTICE)

/** A local text that was read: its place, the day this wording took effect, its title. */
export const local = (scope: Text['scope'], from: string, source: string): Text => ({ source, from, scope, verified: true })

/** Local texts in force, read in the national database of laws in September 2026. Regions with a pack have theirs in `regions/`. */
export const tianjin = local('CN-12', '2024-09-01', '天津市实施《工会法》办法')
export const hebei = local('CN-13', '2025-01-01', '河北省实施《工会法》办法')
export const liaoning = local('CN-21', '2023-07-31', '辽宁省实施《工会法》规定')
export const heilongjiang = local('CN-23', '2025-02-01', '黑龙江省工会条例')
export const jiangsu = local('CN-32', '2025-05-30', '江苏省实施《工会法》办法')
export const anhui = local('CN-34', '2010-08-23', '安徽省实施《工会法》办法')
export const fujian = local('CN-35', '2023-07-01', '福建省实施《工会法》办法')
export const shandong = local('CN-37', '2025-05-01', '山东省实施《工会法》办法')
export const jinan = local('CN-3701', '2006-01-01', '济南市工会条例')
export const henan = local('CN-41', '2025-01-01', '河南省工会条例')
export const hubeiEnterprises = local('CN-42', '2025-03-26', '湖北省企业工会条例')
export const hunan = local('CN-43', '2021-03-31', '湖南省实施《工会法》办法')
export const guangdong = local('CN-44', '2024-01-01', '广东省实施《工会法》办法')
export const guangzhou = local('CN-4401', '2025-01-01', '广州市实施《工会法》办法')
export const sichuan = local('CN-51', '2023-07-25', '四川省《工会法》实施办法')
export const guizhou = local('CN-52', '2026-01-01', '贵州省工会条例')

/** National labour law and procedure, read at the articles cited. */
export const companyLaw: Text = { source: '公司法', from: '2024-07-01', ...national }
export const labourContractLaw: Text = { source: '劳动合同法', from: '2013-07-01', ...national }
export const labourLaw: Text = { source: '劳动法', from: '2018-12-29', ...national }
export const mediationLaw: Text = { source: '劳动争议调解仲裁法', from: '2008-05-01', ...national }
export const arbitrationRules: Text = { source: '劳动人事争议仲裁办案规则', from: '2017-07-01', ...national }
export const civilProcedureLaw: Text = { source: '民事诉讼法', from: '2024-01-01', ...national }
export const inspectionRules: Text = { source: '劳动保障监察条例', from: '2004-12-01', ...national }
export const injuryInsurance: Text = { source: '工伤保险条例', from: '2011-01-01', ...national }
export const legalAidLaw: Text = { source: '法律援助法', from: '2022-01-01', ...national }
export const migrantPayRules: Text = { source: '保障农民工工资支付条例', from: '2020-05-01', ...national }
export const womenProtection: Text = { source: '女职工劳动保护特别规定', from: '2012-04-28', ...national }
export const collectiveRules: Text = { source: '集体合同规定', from: '2004-05-01', ...national }
export const wageBargaining: Text = { source: '工资集体协商试行办法', from: '2000-11-08', ...national }
export const stateCongress: Text = { source: '全民所有制工业企业职工代表大会条例', from: '1986-10-01', ...national }
export const archivesMeasures: Text = { source: '会计档案管理办法', from: '2016-01-01', ...national }

/** Read in its first articles or quoted by others only: the rest is from memory. */
export const democraticRules: Text = unread('企业民主管理规定')
/** The articles of the same text that were read, or found confirmed by two further texts (WC-14, 15, 16, 18). */
export const congressRulesRead: Text = { source: '企业民主管理规定', from: '2012-02-13', ...national }

/** Local texts beside the union laws. Their day is the one on the text, which may be that of its adoption. */
export const tianjinWages = local('CN-12', '2010-09-01', '天津市企业工资集体协商条例')
export const tianjinSupervision = local('CN-12', '2021-01-01', '天津市工会劳动法律监督条例')
export const jiangsuSupervision = local('CN-32', '2020-07-31', '江苏省工会劳动法律监督条例')
export const ningboWages = local('CN-3302', '2014-05-01', '宁波市企业工资集体协商条例')
export const shandongWages = local('CN-37', '2017-01-01', '山东省企业工资集体协商条例')
export const shandongSupervision = local('CN-37', '2021-10-01', '山东省工会劳动法律监督条例')
export const shandongDisclosure = local('CN-37', '2014-03-28', '山东省厂务公开条例')
export const henanWages = local('CN-41', '2014-01-01', '河南省企业工资集体协商条例')
export const henanDemocracy = local('CN-41', '2007-12-03', '河南省企业职工民主权利保障条例')
