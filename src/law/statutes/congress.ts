import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Workers' congress, proposals and disclosure (WC, PROP, DISC): periods. */
export const congress = [
  { ...text.democraticRules, id: 'WC-13.yearly', value: 1, unit: 'year', article: '第十七条（待核对）', level: 'WARN', says: '职工代表大会每年至少召开一次' },
  { ...text.stateCongress, id: 'WC-13.halfYear', value: 6, unit: 'month', article: '第十八条', level: 'WARN', says: '全民所有制工业企业的职工代表大会至少每半年召开一次' },
  // Numbers: from so many employees on so many deputies, and so many more for each further so many (quadruples).
  { ...text.democraticRules, id: 'WC-04.number', value: [0, 30, 0, 1, 600, 30, 1, 20, 2000, 100, 0, 1], article: '第八条（待核对）', level: 'WARN', says: '职工代表人数不少于全体职工人数的百分之五，最少不少于 30 人；超过 100 人的，超出部分由企业与工会协商确定' },
  { ...text.democraticRules, id: 'WC-07.managers', value: 200, unit: 'permille', article: '第九条（待核对）', level: 'WARN', says: '企业中层以上管理人员和领导人员一般不超过职工代表总人数的百分之二十' },
  { ...text.practice, id: 'WC-07.operators', value: 200, unit: 'permille', article: '国家未定比例', level: 'INFO', says: '区域性、行业性职工代表大会中企业经营管理者代表不超过百分之二十（浙江的规定，其他地方作参考）' },
  { ...text.democraticRules, id: 'WC-08.women', value: true, article: '第九条（待核对）', level: 'WARN', says: '女职工代表的比例与女职工占全体职工的比例相适应' },
  { ...text.practice, id: 'WC-08.womenLeast', value: false, article: '国家只说“相适应”', level: 'INFO', says: '按比例算出的女代表人数不足一人的部分不计' },
  { ...text.practice, id: 'WC-08.frontLine', value: 500, unit: 'permille', article: '国家未定比例', level: 'INFO', says: '一线职工代表不少于职工代表总人数的一半（部分地方的规定，其他地方作参考）' },
  { ...text.democraticRules, id: 'WC-10.presence', value: true, article: '第二十五条（待核对）', level: 'WARN', says: '选举、罢免职工代表的会议须有本选举单位全体职工三分之二以上参加' },
  { ...text.democraticRules, id: 'WC-10.majority', value: true, article: '第二十五条（待核对）', level: 'WARN', says: '选举、罢免职工代表须经本选举单位全体职工过半数通过' },
  { ...text.practice, id: 'WC-10.half', value: false, article: '国家规定为过半数', level: 'INFO', says: '选举、罢免职工代表，赞成正好半数不算通过' },
  { ...text.congressRulesRead, id: 'WC-14.quorum', value: true, article: '第十七条', level: 'BLOCK', says: '职工代表大会须有全体职工代表三分之二以上出席方可召开' },
  { ...text.congressRulesRead, id: 'WC-15.majority', value: true, article: '第二十条', level: 'BLOCK', says: '职工代表大会的选举和表决须经全体职工代表过半数通过' },
  { ...text.congressRulesRead, id: 'WC-16.secret', value: true, article: '第二十条', level: 'WARN', says: '选举和表决相关事项，重要事项采用无记名投票方式分项表决' },
  { ...text.congressRulesRead, id: 'WC-18.presidium', value: 500, unit: 'permille', article: '第十九条', level: 'WARN', says: '设主席团的，工人、技术人员、管理人员（不含领导人员）不少于主席团成员的一半' },
  { ...text.practice, id: 'WC-21.jointMeeting', value: true, article: '上海条例第二十五条作参考', level: 'INFO', says: '法律规定须经职工代表大会审议通过的事项，不由联席会议代替' },
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
  { ...text.practice, id: 'DISC-08.publish', value: 15, unit: 'day', article: '国家未定期限', level: 'INFO', says: '定期公开的事项在期满后 15 日内公开' },
  { ...text.practice, id: 'DISC-09.answer', value: 30, unit: 'day', article: '国家未定期限', level: 'INFO', says: '收到对公开内容的意见后 30 日内答复（浙江、重庆的规定，其他地方作参考）' },
  { ...text.practice, id: 'DISC-11.investigate', value: 10, unit: 'day', article: '国家未定期限', level: 'INFO', says: '收到对厂务公开的举报后 10 日内会同工会调查（重庆的规定，其他地方作参考）' },
] as const satisfies readonly Statute[]
