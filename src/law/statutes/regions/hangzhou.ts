import { pack, type Statute } from '../shape.ts'
import { local } from '../sources.ts'

const wages = local('CN-3301', '2014-05-01', '杭州市企业工资集体协商条例')
const supervision = local('CN-3301', '2007-01-01', '杭州市工会劳动法律监督条例')

// biome-ignore format: a table reads better in rows
/** 杭州市, before 浙江省 where both speak. */
export const hangzhou: readonly Statute[] = [
  ...pack(wages, [
    ['CB-03.sides', 0, 3, 'representative', '双方代表人数对等，每方至少 3 人；规模以上企业人数更多'],
    ['CB-03.most', 0, 9, 'representative', '每方代表不超过 9 人'],
    ['CB-10.answer', 0, 10, 'workingDay', '收到工资集体协商要约后 10 个工作日内书面答复'],
    ['CB-12.information', 0, 7, 'workingDay', '协商会议 7 个工作日前提供有关资料'],
    ['CB-13.suspension', 0, 30, 'day', '协商中止不超过 30 日'],
    ['CB-50.finish', 0, 60, 'day', '发出协商要约后 60 日内完成协商'],
    ['CB-50.submit', 0, 15, 'workingDay', '草案达成后 15 个工作日内提交职工代表大会'],
    ['CC-01.half', 0, false, null, '草案经全体职工代表（职工）过半数同意方获通过：正好半数不算'],
    ['CC-01.resubmit', 0, 5, 'workingDay', '草案未获通过的，5 个工作日内重新协商'],
    ['CC-04.wageRenewal', 0, 90, 'day', '工资专项集体合同期满前 90 日内协商续订'],
    ['CC-06.wageFiling', 0, 10, 'day', '工资专项集体合同签订后 10 日内报送审查'],
    ['CC-11.wagePublish', 0, 5, 'workingDay', '工资专项集体合同生效后 5 个工作日内公布'],
  ]),
  ...pack(supervision, [['SUP-03.answer', 16, 15, 'day', '用人单位收到劳动法律监督意见书后 15 日内书面答复']]),
]
