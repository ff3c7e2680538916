import { pack, type Statute, type Text } from '../shape.ts'
import { local } from '../sources.ts'

const unionLaw = local('CN-11', '2026-05-01', '北京市实施《工会法》办法')
const formerUnionLaw: Text = { ...local('CN-11', '2015-11-27', '北京市实施《工会法》办法（2015 修订）'), to: '2026-04-30' }
const contracts = local('CN-11', '2005-09-01', '北京市集体合同条例')

// biome-ignore format: a table reads better in rows
/** 北京市; the wording before 1 May 2026 holds for facts before that day. */
export const beijing: readonly Statute[] = [
  ...pack(formerUnionLaw, [
    ['ORG-08.womenCommittee', 9, 25, 'womanEmployee', '女职工 25 人以上的建立女职工委员会，不足的设女职工委员'],
    ['FUND-03.payDay', 0, 15, 'day', '每月 15 日前拨缴工会经费'],
    ['FUND-07.lateFee', 0, 5, 'permille', '逾期拨缴工会经费的，按日加收欠缴额千分之五的滞纳金'],
  ]),
  ...pack(unionLaw, [
    ['ORG-08.womenCommittee', 10, 10, 'womanMember', '女会员 10 人以上的建立女职工委员会，不足的设女职工委员'],
    ['ORG-15.founding', 11, 6, 'month', '开业或者成立 6 个月尚未建会、职工有意愿的，上级工会应当派员帮助组建'],
    ['ORG-52.newForms', 12, true, null, '新就业形态和灵活就业劳动者可以加入平台企业工会，或者区域性、行业性工会、所在地工会', 'INFO'],
    ['ARB-10.notice', 20, 5, 'workingDay', '用人单位单方解除劳动合同，提前 5 个工作日将理由通知工会'],
    ['SUP-03.answer', 26, 15, 'day', '用人单位收到劳动法律监督意见书后 15 日内书面答复'],
    ['WC-17.papers', 41, 7, 'day', '职工代表大会的议题材料在会议召开 7 日前送交工会'],
    ['ORG-32.outside', 44, true, null, '劳动法律监督、安全检查、调解、集体协商的时间不计入'],
    ['FUND-07.lateFee', 47, 0, 'permille', '逾期拨缴工会经费不再加收滞纳金，先催缴，再依法申请支付令'],
    ['ORG-53.audit', 50, true, null, '工会合并、分立、撤销前，经费和财产应当在上级工会指导下审计或清理'],
  ]),
  ...pack(contracts, [
    ['CB-06.outsiders', 0, [1, 3], null, '委托的本单位以外的代表不超过本方代表的三分之一'],
    ['CB-10.answer', 0, 20, 'day', '收到集体协商要约后 20 日内书面答复'],
    ['CC-01.half', 0, true, null, '草案经三分之二以上代表（职工）出席，全体半数以上同意方获通过：正好半数也算通过'],
    ['CC-06.filing', 0, 10, 'day', '集体合同签订后 10 日内报送审查'],
    ['CC-06.wageFiling', 0, 10, 'day', '工资专项集体合同签订后 10 日内报送审查'],
    ['CC-09.objection', 0, 15, 'day', '劳动行政部门 15 日内未提出异议的，集体合同即行生效'],
    ['CC-15.report', 0, 1, 'year', '每年向职工代表大会报告集体合同履行情况'],
    ['CC-16.coordination', 50, 30, 'day', '集体协商争议自受理之日起 30 日内协调处理完毕'],
    ['CC-16.extension', 50, 15, 'day', '协调处理需要延长的，不超过 15 日'],
  ]),
]
