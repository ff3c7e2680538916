import type { Clock } from './shape.ts'

// biome-ignore format: a table reads better in rows
/** Workers' congress, proposals, disclosure, layoffs. */
export const democracy = [
  { id: 'D18', trigger: '上一次职工代表大会', lengths: [{ sense: 'every', statute: 'WC-13.yearly' }, { whose: '全民所有制企业', sense: 'every', statute: 'WC-13.halfYear' }], must: '召开会议', missed: '逾期未开会', rows: ['WC-13'], basis: 'law', facts: ['congress.heldOn', 'employer.ownership'], module: 'democracy/congress' },
  { id: 'D19', trigger: '职工代表大会开幕', lengths: [{ sense: 'before', statute: 'WC-17.papers' }, { whose: '向职工公布议题', sense: 'before', statute: 'WC-17.agenda' }], must: '送达会议材料', missed: '会议准备不合规定', rows: ['WC-17'], basis: 'law', facts: ['congress.opensOn', 'congress.papersSentOn'], module: 'democracy/congress' },
  { id: 'D20', trigger: '职工代表大会闭幕', lengths: [{ sense: 'within', statute: 'WC-23.report' }], must: '向上一级工会报告', missed: '提醒', rows: ['WC-23'], basis: 'local', facts: ['congress.closedOn', 'congress.reportedOn'], module: 'democracy/congress' },
  { id: 'D21', trigger: '职工代表大会闭幕', lengths: [{ sense: 'within', statute: 'WC-23.publish' }], must: '公布结果', missed: '违反规定', rows: ['WC-23'], basis: 'local', facts: ['congress.closedOn', 'congress.publishedOn'], module: 'democracy/congress' },
  { id: 'D22', trigger: '职工代表大会本届届满', lengths: [{ sense: 'onDay' }, { whose: '延期', sense: 'within', statute: 'WC-12.delay' }], must: '换届', missed: '逾期未换届', rows: ['WC-12'], basis: 'law', facts: ['congress.termEndsOn', 'congress.renewedOn'], module: 'democracy/congress' },
  { id: 'D23', trigger: '裁员 20 人以上或者占职工百分之十以上', lengths: [{ sense: 'before', statute: 'WC-38.explain' }], must: '向工会或者全体职工说明情况、听取意见，向劳动行政部门报告方案', missed: '裁员违法', rows: ['WC-38'], basis: 'law', facts: ['layoff.plannedFor', 'layoff.explainedOn'], module: 'rights/warnings' },
  { id: 'D24', trigger: '裁减人员', lengths: [{ sense: 'within', statute: 'WC-38.rehire' }], must: '重新招用时通知并优先招用被裁减人员', missed: '违反规定', rows: ['WC-38'], basis: 'law', facts: ['layoff.madeOn', 'employer.hiredOn'], module: 'rights/warnings' },
  { id: 'D26', trigger: '提案征集截止', lengths: [{ sense: 'within', statute: 'PROP-05.review' }], must: '审查立案并告知提案人', missed: '提醒', rows: ['PROP-05'], basis: 'practice', facts: ['proposals.closedOn', 'proposal.reviewedOn'], module: 'democracy/proposals' },
  { id: 'D27', trigger: '提案交办', lengths: [{ sense: 'within', statute: 'PROP-07.reply' }, { whose: '情况复杂的', sense: 'within', statute: 'PROP-07.complex' }], must: '书面答复提案人', missed: '提醒，逐级督办', rows: ['PROP-07'], basis: 'practice', facts: ['proposal.assignedOn', 'proposal.answeredOn'], module: 'democracy/proposals' },
  { id: 'D28', trigger: '公开事项上栏', lengths: [{ sense: 'atLeast', statute: 'DISC-07.display' }], must: '保持公开', missed: '视为没有公开', rows: ['DISC-07'], basis: 'local', facts: ['disclosure.shownOn', 'disclosure.takenDownOn'], module: 'democracy/disclosure' },
  { id: 'D29', trigger: '收到对公开事项的意见', lengths: [{ sense: 'within', statute: 'DISC-09.answer' }], must: '答复', missed: '违反规定', rows: ['DISC-09'], basis: 'local', facts: ['opinion.receivedOn', 'opinion.answeredOn'], module: 'democracy/disclosure' },
  { id: 'D30', trigger: '向主管部门举报厂务公开问题', lengths: [{ sense: 'within', statute: 'DISC-11.investigate' }], must: '会同工会调查', missed: '催办', rows: ['DISC-11'], basis: 'local', facts: ['report.receivedOn', 'report.investigatedOn'], module: 'democracy/disclosure' },
  { id: 'D33', trigger: '收到整改意见书', lengths: [{ sense: 'within', statute: 'WC-27.correct' }, { whose: '主管部门督促', sense: 'within', statute: 'WC-27.supervise' }], must: '改正', missed: '工会提出建议，主管部门督促改正', rows: ['WC-27'], basis: 'local', facts: ['correction.askedOn', 'correction.madeOn'], module: 'democracy/congress' },
  { id: 'D87', trigger: '职工代表、委员出缺', lengths: [{ sense: 'within', statute: 'WC-11.vacancy' }], must: '补选', missed: '提醒', rows: ['WC-11'], basis: 'practice', facts: ['deputy.endedOn', 'deputy.from'], module: 'democracy/congress' },
] as const satisfies readonly Clock[]
