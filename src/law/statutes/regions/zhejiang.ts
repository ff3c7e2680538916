import { pack, type Statute } from '../shape.ts'
import { local } from '../sources.ts'

const unionLaw = local('CN-33', '2023-10-01', '浙江省实施《工会法》办法')
const management = local('CN-33', '2010-03-30', '浙江省企业民主管理条例')
const contracts = local('CN-33', '2010-11-25', '浙江省集体合同条例')
const supervision = local('CN-33', '2016-09-29', '浙江省工会劳动法律监督条例')

// biome-ignore format: a table reads better in rows
/** 浙江省. */
export const zhejiang: readonly Statute[] = [
  ...pack(unionLaw, [
    ['ORG-15.founding', 6, 12, 'month', '单位开业或者设立 12 个月内应当建立工会'],
    ['ORG-08.womenCommittee', 8, 10, 'womanMember', '女会员 10 人以上的建立女职工委员会，不足的设女职工委员'],
    ['ELEC-26.delay', 10, 6, 'month', '提前或延期换届须经上一级工会批准，延期一般不超过 6 个月'],
    ['ORG-07.fullTimeChair', 11, 200, 'employee', '职工 200 人以上的，应当设专职工会主席或者副主席'],
    ['ORG-07.fullTimeStaff', 11, 3, 'permille', '国有企业、事业单位专职工会工作人员一般不少于职工总数的千分之3'],
    ['ORG-52.newForms', 14, true, null, '新就业形态和灵活就业劳动者可以加入平台企业工会，或者区域性、行业性工会、所在地工会', 'INFO'],
    ['ORG-32.paidDays', 33, 3, 'workingDay', '非专职委员占用工作时间参加工会工作，每月不超过 3 个工作日，可以全年累计使用，工资照发'],
    ['ORG-32.cumulate', 33, true, null, '带薪时间可以在全年内累计使用'],
    ['FUND-07.lateFee', 38, 5, 'permille', '逾期拨缴工会经费的，按日加收欠缴额千分之五的滞纳金'],
  ]),
  ...pack(management, [
    ['WC-04.number', 10, [0, 30, 0, 1, 100, 40, 7, 100, 1000, 100, 20, 1000, 5000, 200, 0, 1], null, '职工 100 人至 1000 人的，职工代表 40 人起，每增加 100 人增加 7 人；1000 人至 5000 人的，100 人起，每增加 1000 人增加 20 人；5000 人以上的不少于 200 人'],
    ['WC-07.managers', 11, 200, 'permille', '中层以上管理人员一般不超过职工代表总人数的百分之二十'],
    ['WC-07.operators', 11, 200, 'permille', '区域性、行业性职工代表大会中企业经营管理者代表不超过百分之二十'],
    ['WC-08.women', 11, true, null, '女职工代表的比例不低于女职工占全体职工的比例'],
    ['WC-08.womenLeast', 11, true, null, '女职工代表的比例不得低于女职工的比例：算出的人数不足一人的按一人计'],
    ['WC-14.quorum', 15, true, null, '职工代表大会须有全体职工代表三分之二以上出席方可召开', 'BLOCK'],
    ['WC-15.majority', 15, true, null, '职工代表大会的决议须经全体职工代表过半数通过', 'BLOCK'],
    ['WC-13.extraordinary', 15, [1, 3], 'representative', '三分之一以上职工代表提议，可以召开临时会议'],
    ['WC-13.yearly', 15, 1, 'year', '职工代表大会每年至少召开一次'],
    ['DISC-09.answer', 23, 30, 'day', '收到对公开内容的意见后 30 日内答复'],
  ]),
  ...pack(contracts, [
    ['CB-03.sides', 0, 3, 'representative', '双方代表人数对等，每方至少 3 人；规模以上企业每方至少 5 人'],
    ['CB-10.answer', 0, 10, 'workingDay', '收到集体协商要约后 10 个工作日内书面答复'],
    ['CB-12.information', 0, 7, 'day', '协商会议 7 日前将议题和代表名单、有关资料送达对方'],
    ['CB-50.submit', 0, 15, 'workingDay', '草案达成后 15 个工作日内提交职工代表大会'],
    ['CC-01.half', 24, false, null, '草案经全体职工代表（职工）过半数同意方获通过：正好半数不算（行业性、区域性集体合同为半数以上）'],
    ['CC-01.resubmit', 0, 5, 'workingDay', '草案未获通过的，5 个工作日内重新协商'],
    ['CC-04.renewal', 0, 90, 'day', '集体合同期满前 90 日内协商续订'],
    ['CC-04.wageRenewal', 0, 90, 'day', '工资专项集体合同期满前 90 日内协商续订'],
    ['CC-06.filing', 0, 10, 'day', '集体合同签订后 10 日内，一式五份报送人力资源社会保障部门'],
    ['CC-06.wageFiling', 0, 10, 'day', '工资专项集体合同签订后 10 日内报送人力资源社会保障部门'],
    ['CC-11.publish', 0, 5, 'workingDay', '集体合同生效后 5 个工作日内公布，并报送上一级工会'],
    ['CC-11.wagePublish', 0, 5, 'workingDay', '工资专项集体合同生效后 5 个工作日内公布，并报送上一级工会'],
    ['CC-15.report', 0, 1, 'year', '每年至少一次向职工代表大会报告集体合同履行情况'],
    ['CC-16.coordination', 0, 30, 'day', '集体协商争议自受理之日起 30 日内协调处理完毕'],
  ]),
  ...pack(supervision, [
    ['SUP-03.answer', 22, 15, 'workingDay', '用人单位收到劳动法律监督意见书后 15 个工作日内书面答复'],
    ['SUP-05.notice', 0, 5, 'workingDay', '举报不属于工会监督范围的，5 个工作日内书面告知署名举报人'],
  ]),
]
