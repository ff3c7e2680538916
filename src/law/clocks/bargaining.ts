import type { Clock } from './shape.ts'

// biome-ignore format: a table reads better in rows
/** Collective bargaining and agreements, women's leave, pay records. */
export const bargaining = [
  { id: 'D34', trigger: '收到协商要约', lengths: [{ sense: 'within', statute: 'CB-10.answer' }], must: '书面答复', missed: '无正当理由拒绝的，提请政府责令改正', rows: ['CB-10', 'CBL'], basis: 'law', facts: ['offer.receivedOn', 'offer.answeredOn'], module: 'rights/bargaining' },
  { id: 'D35', trigger: '工资协商会议', lengths: [{ sense: 'before', statute: 'CB-12.information' }], must: '提供有关情况和资料', missed: '违反规定', rows: ['CB-12', 'CBL'], basis: 'law', facts: ['bargaining.meetsOn', 'information.givenOn'], module: 'rights/bargaining' },
  { id: 'D36', trigger: '协商代表空缺', lengths: [{ sense: 'within', statute: 'CB-08.vacancy' }], must: '产生新的代表', missed: '提醒', rows: ['CB-08'], basis: 'law', facts: ['representative.endedOn', 'representative.from'], module: 'rights/bargaining' },
  { id: 'D37', trigger: '集体合同签订或者变更', lengths: [{ sense: 'within', statute: 'CC-06.filing' }], must: '报送人力资源社会保障部门', missed: '不生效', rows: ['CC-06', 'CBL'], basis: 'law', facts: ['agreement.signedOn', 'agreement.filedOn'], module: 'rights/bargaining' },
  { id: 'D38', trigger: '工资协议签订', lengths: [{ sense: 'within', statute: 'CC-06.wageFiling' }], must: '报送人力资源社会保障部门', missed: '不生效', rows: ['CC-06', 'CBL'], basis: 'law', facts: ['agreement.signedOn', 'agreement.filedOn'], module: 'rights/bargaining' },
  { id: 'D39', trigger: '人力资源社会保障部门收到文本', lengths: [{ sense: 'within', statute: 'CC-09.objection' }], must: '提出异议，否则合同生效', missed: '自行生效', rows: ['CC-09'], basis: 'law', facts: ['agreement.receivedOn', 'agreement.objectedOn'], module: 'rights/bargaining' },
  { id: 'D40', trigger: '工资协议生效', lengths: [{ sense: 'within', statute: 'CC-11.wagePublish' }], must: '向全体职工公布', missed: '违反规定', rows: ['CC-11', 'CBL'], basis: 'law', facts: ['agreement.effectiveOn', 'agreement.publishedOn'], module: 'rights/bargaining' },
  { id: 'D41', trigger: '集体合同生效', lengths: [{ sense: 'within', statute: 'CC-11.publish' }], must: '书面公布', missed: '违反规定', rows: ['CC-11'], basis: 'local', facts: ['agreement.effectiveOn', 'agreement.publishedOn'], module: 'rights/bargaining' },
  { id: 'D42', trigger: '集体合同期满', lengths: [{ sense: 'closing', statute: 'CC-04.renewal' }], must: '要求重新签订或者续订', missed: '合同出现空档', rows: ['CC-04', 'CBL'], basis: 'law', facts: ['agreement.endsOn', 'renewal.askedOn'], module: 'rights/bargaining' },
  { id: 'D43', trigger: '工资协议期满', lengths: [{ sense: 'closing', statute: 'CC-04.wageRenewal' }], must: '提出下一轮协商的书面要约', missed: '协议出现空档', rows: ['CC-04', 'CBL'], basis: 'law', facts: ['agreement.endsOn', 'offer.sentOn'], module: 'rights/bargaining' },
  { id: 'D44', trigger: '集体协商争议受理', lengths: [{ sense: 'within', statute: 'CC-16.coordination' }, { whose: '延长', sense: 'within', statute: 'CC-16.extension' }], must: '协调处理完毕', missed: '逐级上报', rows: ['CC-16'], basis: 'law', facts: ['coordination.acceptedOn', 'coordination.endedOn'], module: 'rights/bargaining' },
  { id: 'D45', trigger: '集体合同履行', lengths: [{ sense: 'every', statute: 'CC-15.report' }, { whose: '工资条款', sense: 'every', statute: 'CC-15.pay' }], must: '向职工代表大会报告履行情况', missed: '违反规定', rows: ['CC-15'], basis: 'local', facts: ['agreement.effectiveOn', 'performance.reportedOn'], module: 'rights/bargaining' },
  { id: 'D78', trigger: '女职工怀孕、生育、流产、哺乳', lengths: [
    { whose: '产假', sense: 'atLeast', statute: 'CC-23.maternity' }, { whose: '难产增加', sense: 'atLeast', statute: 'CC-23.dystocia' }, { whose: '多胞胎每多一个增加', sense: 'atLeast', statute: 'CC-23.multiple' },
    { whose: '未满 4 个月流产', sense: 'atLeast', statute: 'CC-23.earlyMiscarriage' }, { whose: '满 4 个月流产', sense: 'atLeast', statute: 'CC-23.lateMiscarriage' },
    { whose: '怀孕满此月数起不加班、不夜班', sense: 'atLeast', statute: 'CC-23.pregnancy' }, { whose: '哺乳期', sense: 'within', statute: 'CC-23.nursing' },
  ], must: '落实假期和劳动保护', missed: '劳动行政部门罚款', rows: ['CC-23'], basis: 'law', facts: ['birth.on', 'miscarriage.on', 'pregnancy.month'], module: 'rights/safety' },
  { id: 'D89', trigger: '编制工资支付台账', lengths: [{ sense: 'keep', statute: 'WAGE-02.ledger' }], must: '保存', missed: '举证不能', rows: ['WAGE-02'], basis: 'law', facts: ['ledger.madeOn'], module: 'rights/supervision' },
  { id: 'D91', trigger: '发出、收到协商要约或者会议开始', lengths: [{ sense: 'within', statute: 'CB-50.finish' }], must: '完成协商', missed: '申请协调处理，或者本轮结束', rows: ['CBL-04', 'CBL-05', 'CBL-07'], basis: 'local', facts: ['offer.receivedOn', 'bargaining.meetsOn', 'bargaining.endedOn'], module: 'rights/bargaining' },
  { id: 'D92', trigger: '协商达成草案', lengths: [{ sense: 'within', statute: 'CB-50.submit' }], must: '提交职工代表大会', missed: '违反规定', rows: ['CBL-03', 'CBL-04', 'CBL-05'], basis: 'local', facts: ['draft.agreedOn', 'draft.submittedOn'], module: 'rights/bargaining' },
  { id: 'D93', trigger: '协商代表产生', lengths: [{ sense: 'within', statute: 'CB-50.announce' }], must: '在本单位公布', missed: '提醒', rows: ['CBL'], basis: 'local', facts: ['representatives.chosenOn', 'representatives.announcedOn'], module: 'rights/bargaining' },
] as const satisfies readonly Clock[]
