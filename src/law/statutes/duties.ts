import type { Statute } from './shape.ts'
import * as text from './sources.ts'

const noPeriod = { ...text.practice, article: '没有法定期限', level: 'INFO' } as const
const noText = { ...text.practice, article: '国家未定', level: 'INFO' } as const

// biome-ignore format: a table reads better in rows
/** How the platform keeps the clocks: when it reminds, when a matter goes up, and the readings and periods that no text fixes. */
export const dutyRules = [
  { ...noText, id: 'DUTY-01.warnLong', value: [30, 7], unit: 'day', says: '三个月以上的期限，届满前 30 日、7 日各提醒一次' },
  { ...noText, id: 'DUTY-01.warnShort', value: [3], unit: 'day', says: '不满三个月的期限，届满前 3 日提醒一次' },
  { ...noText, id: 'DUTY-01.warnPromise', value: [1], unit: 'workingDay', says: '按工作日计的承诺时限，届满前 1 个工作日提醒一次' },
  { ...noText, id: 'DUTY-02.escalate', value: [7, 30], unit: 'day', says: '逾期满 7 日报上一级工会，满 30 日再报上一级' },
  { ...noText, id: 'DUTY-03.visit', value: true, says: '计划好的走访在计划的那天完成，去不了的说明原因' },
  { ...noText, id: 'DUTY-03.problem', value: true, says: '走访中收下的问题，在收下时约定的期限内办结' },

  { ...noText, id: 'ELEC-27.rolls', value: false, says: '任期在届满当日结束，遇休息日不顺延' },
  { ...noText, id: 'ELEC-34.byYear', value: false, says: '“每年”从上一次会议之日起算满一年；改为按年度计算的，到下一年度末为止' },
  { ...noPeriod, id: 'ORG-08.setUp', value: 3, unit: 'month', says: '应设女职工委员会、女职工委员的，3 个月内设立' },
  { ...noPeriod, id: 'ORG-09.setUp', value: 3, unit: 'month', says: '应设经费审查委员会、经审委员的，3 个月内设立' },
  { ...noPeriod, id: 'MED-03.setUp', value: 3, unit: 'month', says: '应设劳动争议调解委员会的，3 个月内设立' },
  { ...noPeriod, id: 'SAFE-04.setUp', value: 3, unit: 'month', says: '应设劳动保护监督检查委员会、检查员的，3 个月内设立' },
  { ...noPeriod, id: 'ORG-02.answer', value: 15, unit: 'workingDay', says: '上级工会收到组织变更的报告后 15 个工作日内批复' },
  { ...noPeriod, id: 'ORG-07.publish', value: 10, unit: 'workingDay', says: '工会章程通过后 10 个工作日内公布' },
  { ...noPeriod, id: 'ORG-13.election', value: 3, unit: 'month', says: '批准成立后 3 个月内选举产生工会委员会' },
  { ...noPeriod, id: 'MEM-08.answer', value: 10, unit: 'workingDay', says: '会员申请退会、保留或者恢复会籍的，10 个工作日内办理' },
  { ...noPeriod, id: 'MEM-10.report', value: 10, unit: 'workingDay', says: '开除会籍后 10 个工作日内报上一级工会备案' },
] as const satisfies readonly Statute[]
