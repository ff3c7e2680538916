import { pack, type Statute } from '../shape.ts'
import { local } from '../sources.ts'

const unionLaw = local('CN-31', '2022-06-01', '上海市工会条例')
const congress = local('CN-31', '2017-11-23', '上海市职工代表大会条例')
const contracts = local('CN-31', '2015-10-01', '上海市集体合同条例')

// biome-ignore format: a table reads better in rows
/** 上海市. */
export const shanghai: readonly Statute[] = [
  ...pack(unionLaw, [
    ['ORG-07.fullTimeChair', 0, 200, 'employee', '职工 200 人以上的，应当配备专职工会工作人员'],
    ['ORG-15.founding', 11, 6, 'month', '单位开业或者设立 6 个月内应当建立工会'],
    ['ORG-08.womenCommittee', 14, 10, 'womanMember', '女会员 10 人以上的建立女职工委员会，不足的设女职工委员'],
    ['ORG-31.answer', 39, 15, 'day', '上一级工会 15 日内答复调动请求'],
    ['ORG-31.silence', 39, true, null, '逾期未答复的视为同意'],
    ['FUND-03.payDay', 42, 15, 'day', '每月 15 日前按上月工资总额拨缴工会经费'],
  ]),
  ...pack(congress, [
    ['WC-04.number', 21, [0, 30, 0, 1, 100, 30, 5, 100, 3000, 175, 0, 1], null, '职工 100 人至 3000 人的，职工代表 30 人起，每增加 100 人至少增加 5 人；超过 3000 人的不少于 175 人'],
    ['WC-07.managers', 16, 200, 'permille', '中层以上管理人员不超过职工代表总人数的百分之二十'],
    ['WC-07.operators', 41, 300, 'permille', '区域性、行业性职工代表大会中企业经营管理者代表不超过百分之三十'],
    ['WC-08.women', 16, true, null, '女职工代表的比例一般与女职工占全体职工的比例相适应'],
    ['WC-10.majority', 15, true, null, '选举、罢免职工代表须经本选举单位全体职工半数以上通过', 'BLOCK'],
    ['WC-10.half', 15, true, null, '选举、罢免职工代表，赞成正好半数也算通过'],
    ['WC-14.quorum', 22, true, null, '职工代表大会须有全体职工代表三分之二以上出席方可召开', 'BLOCK'],
    ['WC-12.delay', 22, 1, 'year', '职工代表大会延期换届不超过 1 年'],
    ['WC-13.extraordinary', 22, [1, 3], 'representative', '三分之一以上职工代表提议，可以召开临时会议'],
    ['WC-13.yearly', 22, 1, 'year', '职工代表大会（职工大会）每年至少召开一次'],
    ['WC-17.papers', 30, 7, 'day', '会议材料在会议召开 7 日前书面送达职工代表（职工大会同样适用）'],
    ['WC-23.report', 32, 7, 'workingDay', '闭会后 7 个工作日内向上一级工会报告（职工大会同样适用）'],
    ['WC-27.correct', 46, 90, 'day', '收到整改意见书后 90 日内改正'],
    ['WC-27.supervise', 46, 30, 'day', '主管部门收到建议后 30 日内督促改正'],
  ]),
  ...pack(contracts, [
    ['CB-03.sides', 0, 3, 'representative', '每方代表至少 3 人，企业方代表不多于职工方代表'],
    ['CB-10.answer', 0, 15, 'day', '收到集体协商要约后 15 日内书面答复，拒绝须有正当理由'],
    ['CC-01.half', 0, true, null, '草案经全体职工代表（职工）半数以上同意方获通过：正好半数也算通过'],
    ['CC-03.term', 0, [1, 3], 'year', '集体合同期限一年至三年，工资专项集体合同一年'],
    ['CC-06.filing', 0, 10, 'day', '企业收到职工方关于草案通过的书面通知后 10 日内报送审查'],
    ['CC-06.wageFiling', 0, 10, 'day', '企业收到职工方关于草案通过的书面通知后 10 日内报送审查'],
  ]),
]
