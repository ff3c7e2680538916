import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Workers' congress, proposals and disclosure (WC, PROP, DISC): periods. */
export const congress = [
  { ...text.democraticRules, id: 'WC-13.yearly', value: 1, unit: 'year', article: '第十七条（待核对）', level: 'WARN', says: '职工代表大会每年至少召开一次' },
  { ...text.stateCongress, id: 'WC-13.halfYear', value: 6, unit: 'month', article: '第十八条', level: 'WARN', says: '全民所有制工业企业的职工代表大会至少每半年召开一次' },
  { ...text.democraticRules, id: 'WC-12.term', value: [3, 5], unit: 'year', article: '第十条（待核对）', level: 'WARN', says: '职工代表大会每届任期三年至五年' },
  { ...text.practice, id: 'WC-12.delay', value: 1, unit: 'year', article: '国家未定期限', level: 'INFO', says: '职工代表大会延期换届不超过 1 年（上海的规定，其他地方作参考）' },
  { ...text.democraticRules, id: 'WC-17.papers', value: 7, unit: 'day', article: '第十八条（待核对）', level: 'WARN', says: '会议材料在会议召开 7 日前送达职工代表' },
  ...locals({ id: 'WC-17.papers', unit: 'day', level: 'WARN', says: (n: number) => `职工代表大会的议题材料在会议召开 ${n} 日前书面送达` },
    [[text.guizhou, 19, 7]]),
  ...locals({ id: 'WC-17.papers', unit: 'day', level: 'WARN', says: (n: number) => `职工代表大会的议题材料在会议召开 ${n} 日前送交工会委员会` }, [[text.henan, 19, 15]]),
  { ...text.practice, id: 'WC-17.agenda', value: 7, unit: 'day', article: '国家未定期限', level: 'INFO', says: '会议议题在会议召开 7 日前向职工公布' },
  ...locals({ id: 'WC-17.agenda', unit: 'day', level: 'WARN', says: (n: number) => `提交职工代表大会的公开事项在会议召开 ${n} 日前公布` }, [[text.shandongDisclosure, 12, 7]]),
  { ...text.practice, id: 'WC-23.report', value: 7, unit: 'workingDay', article: '国家未定期限', level: 'INFO', says: '职工代表大会闭会后 7 个工作日内向上一级工会报告（上海的规定，其他地方作参考）' },
  { ...text.practice, id: 'WC-23.publish', value: 3, unit: 'day', article: '国家未定期限', level: 'INFO', says: '职工代表大会闭会后 3 日内公布结果（山东的规定，其他地方作参考）' },
  ...locals({ id: 'WC-23.publish', unit: 'day', level: 'WARN', says: (n: number) => `职工代表大会通过的事项在闭会后 ${n} 日内公布` }, [[text.shandongDisclosure, 12, 3]]),
  { ...text.practice, id: 'WC-27.correct', value: 90, unit: 'day', article: '国家未定期限', level: 'INFO', says: '收到整改意见书后 90 日内改正（上海的规定，其他地方作参考）' },
  { ...text.practice, id: 'WC-27.supervise', value: 30, unit: 'day', article: '国家未定期限', level: 'INFO', says: '主管部门收到建议后 30 日内督促改正（上海的规定，其他地方作参考）' },
  { ...text.practice, id: 'WC-11.vacancy', value: 3, unit: 'month', article: '国家只说“及时”', level: 'INFO', says: '职工代表空缺的，由原选举单位 3 个月内补选' },
  { ...text.labourContractLaw, id: 'WC-38.explain', value: 30, unit: 'day', article: '第四十一条', level: 'WARN', says: '裁员 20 人以上或者占职工总数百分之十以上的，提前 30 日向工会或者全体职工说明情况，听取意见' },
  { ...text.labourContractLaw, id: 'WC-38.rehire', value: 6, unit: 'month', article: '第四十一条第三款', level: 'WARN', says: '裁员后 6 个月内重新招用人员的，通知被裁减的人员，同等条件下优先招用' },

  { ...text.practice, id: 'PROP-05.review', value: 10, unit: 'workingDay', article: '没有法定期限', level: 'INFO', says: '提案征集截止后 10 个工作日内审查立案' },
  { ...text.practice, id: 'PROP-07.reply', value: 30, unit: 'day', article: '没有法定期限', level: 'INFO', says: '提案交办后 30 日内书面答复' },
  { ...text.practice, id: 'PROP-07.complex', value: 90, unit: 'day', article: '没有法定期限', level: 'INFO', says: '情况复杂的提案 90 日内书面答复' },

  { ...text.practice, id: 'DISC-07.display', value: 15, unit: 'day', article: '国家未定期限', level: 'INFO', says: '公开栏的内容至少公开 15 日' },
  ...locals({ id: 'DISC-07.display', unit: 'day', level: 'WARN', says: (n: number) => `公开栏的公开时限不少于 ${n} 日` }, [[text.shandongDisclosure, 12, 15], [text.henanDemocracy, 28, 7]]),
  { ...text.practice, id: 'DISC-09.answer', value: 30, unit: 'day', article: '国家未定期限', level: 'INFO', says: '收到对公开内容的意见后 30 日内答复（浙江、重庆的规定，其他地方作参考）' },
  { ...text.practice, id: 'DISC-11.investigate', value: 10, unit: 'day', article: '国家未定期限', level: 'INFO', says: '收到对厂务公开的举报后 10 日内会同工会调查（重庆的规定，其他地方作参考）' },
] as const satisfies readonly Statute[]
