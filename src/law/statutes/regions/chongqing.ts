import { pack, type Statute } from '../shape.ts'
import { local } from '../sources.ts'

const unionLaw = local('CN-50', '2011-11-29', '重庆市工会条例')
const contracts = local('CN-50', '2016-11-24', '重庆市集体合同条例')
const disclosure = local('CN-50', '2010-07-30', '重庆市厂务公开条例')

// biome-ignore format: a table reads better in rows
/** 重庆市. */
export const chongqing: readonly Statute[] = [
  ...pack(unionLaw, [
    ['ORG-15.founding', 7, 12, 'month', '单位开业或者设立 12 个月内应当建立工会，逾期的次月起缴纳建会筹备金'],
    ['ORG-08.womenCommittee', 9, 10, 'womanMember', '女会员 10 人以上的建立女职工委员会，不足的设女职工委员'],
    ['ELEC-30.byElection', 10, 3, 'month', '主席、副主席空缺的，3 个月内补选'],
    ['ORG-07.fullTimeChair', 13, 200, 'employee', '职工 200 人以上的，应当配备专职工会工作人员'],
    ['FUND-07.lateFee', 45, 5, 'permille', '逾期拨缴工会经费的，按日加收欠缴额千分之五的滞纳金，不超过本金'],
  ]),
  ...pack(contracts, [
    ['CB-03.sides', 0, 3, 'representative', '每方代表至少 3 人，职工方代表不少于企业方代表'],
    ['CB-03.most', 0, 15, 'representative', '每方代表不超过 15 人'],
    ['CB-10.answer', 19, 20, 'day', '收到集体协商要约后 20 日内书面答复'],
    ['CB-12.information', 20, 10, 'day', '协商会议 10 日前提供有关情况和资料'],
    ['CC-01.half', 0, true, null, '草案经三分之二以上代表（职工）出席，全体半数以上同意方获通过：正好半数也算通过'],
    ['CC-06.filing', 0, 10, 'day', '集体合同签订后 10 日内报送审查'],
    ['CC-06.wageFiling', 0, 10, 'day', '工资专项集体合同签订后 10 日内报送审查'],
    ['CC-11.publish', 29, 10, 'day', '集体合同生效后 10 日内书面公布'],
    ['CC-11.wagePublish', 29, 10, 'day', '工资专项集体合同生效后 10 日内书面公布'],
    ['CC-15.report', 30, 1, 'year', '每年向职工代表大会报告集体合同履行情况'],
    ['CC-15.pay', 30, 6, 'month', '每半年公布一次工资条款履行情况'],
    ['CC-16.coordination', 0, 60, 'day', '集体协商争议自受理之日起 60 日内协调处理完毕'],
    ['CC-16.extension', 0, 30, 'day', '协调处理需要延长的，不超过 30 日'],
  ]),
  ...pack(disclosure, [
    ['DISC-07.display', 9, 15, 'day', '公开栏的公开时限不少于 15 日'],
    ['WC-17.agenda', 10, 5, 'day', '提交职工代表大会的事项在会议召开 5 日前向职工公布'],
    ['DISC-09.answer', 11, 30, 'day', '收到对公开内容的意见后 30 日内答复'],
    ['DISC-11.investigate', 13, 10, 'day', '收到对厂务公开的举报后 10 日内会同工会调查'],
  ]),
]
