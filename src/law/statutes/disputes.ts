import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Mediation, arbitration, labour-law supervision and legal aid (MED, ARB, SUP, AID): periods. 三日、五日、十日 of the arbitration rules are working days (GEN-05). */
export const disputes = [
  { ...text.mediationRules, id: 'MED-06.accept', value: 3, unit: 'workingDay', article: '第二十二条', level: 'WARN', says: '调解委员会收到申请后 3 个工作日内受理；不受理的作好记录并书面通知申请人' },
  { ...text.mediationRules, id: 'MED-07.conclude', value: 15, unit: 'day', article: '第二十九条', level: 'WARN', says: '自受理之日起 15 日内调解结束，双方同意的可以延长' },
  { ...text.mediationLaw, id: 'MED-07.arbitrate', value: 15, unit: 'day', article: '第十四条第三款', level: 'WARN', says: '自收到调解申请之日起 15 日内未达成协议的，可以申请仲裁' },
  { ...text.mediationRules, id: 'MED-12.review', value: 15, unit: 'day', article: '第二十七条', level: 'WARN', says: '调解协议生效之日起 15 日内，双方可以共同申请仲裁审查' },
  { ...text.civilProcedureLaw, id: 'MED-13.confirm', value: 30, unit: 'day', article: '第二百零五条', level: 'WARN', says: '调解协议生效之日起 30 日内，双方可以共同申请司法确认' },
  { ...text.mediationRules, id: 'MED-16.respond', value: 5, unit: 'day', article: '第十条', level: 'WARN', says: '收到协商要求后 5 日内不作回应的，视为不愿协商' },
  { ...text.civilProcedureLaw, id: 'MED-11.order', value: 15, unit: 'day', article: '第二百二十七条', level: 'WARN', says: '法院受理支付令申请后 15 日内发出支付令' },

  { ...text.mediationLaw, id: 'ARB-01.limit', value: 1, unit: 'year', article: '第二十七条', level: 'WARN', says: '申请仲裁的时效为一年，从知道或者应当知道权利被侵害之日起算，因主张权利等中断' },
  { ...text.mediationLaw, id: 'ARB-02.limit', value: 1, unit: 'year', article: '第二十七条第四款', level: 'WARN', says: '在职期间拖欠工资不受时效限制；劳动关系终止的，一年内提出' },
  { ...text.arbitrationRules, id: 'ARB-03.accept', value: 5, unit: 'workingDay', article: '第三十条、第八十条', level: 'WARN', says: '仲裁委员会收到申请后 5 个工作日内决定是否受理' },
  { ...text.arbitrationRules, id: 'ARB-04.serve', value: 5, unit: 'workingDay', article: '第三十三条、第八十条', level: 'WARN', says: '受理后 5 个工作日内将申请书副本送达被申请人' },
  { ...text.arbitrationRules, id: 'ARB-04.defend', value: 10, unit: 'workingDay', article: '第三十三条、第八十条', level: 'WARN', says: '被申请人收到副本后 10 个工作日内提交答辩书' },
  { ...text.arbitrationRules, id: 'ARB-04.serveDefence', value: 5, unit: 'workingDay', article: '第三十三条、第八十条', level: 'WARN', says: '收到答辩书后 5 个工作日内送达申请人' },
  { ...text.arbitrationRules, id: 'ARB-04.hearing', value: 5, unit: 'workingDay', article: '第三十八条、第八十条', level: 'WARN', says: '开庭 5 个工作日前通知开庭日期和地点' },
  { ...text.arbitrationRules, id: 'ARB-04.postpone', value: 3, unit: 'workingDay', article: '第三十八条、第八十条', level: 'WARN', says: '有正当理由的，开庭 3 个工作日前请求延期' },
  { ...text.mediationLaw, id: 'ARB-05.award', value: 45, unit: 'day', article: '第四十三条', level: 'WARN', says: '自受理之日起 45 日内作出裁决' },
  { ...text.mediationLaw, id: 'ARB-05.extension', value: 15, unit: 'day', article: '第四十三条', level: 'WARN', says: '案情复杂需要延期的，延长不超过 15 日' },
  { ...text.mediationLaw, id: 'ARB-06.sue', value: 15, unit: 'day', article: '第四十八条、第五十条', level: 'WARN', says: '对裁决不服的，收到裁决书之日起 15 日内起诉' },
  { ...text.mediationLaw, id: 'ARB-06.setAside', value: 30, unit: 'day', article: '第四十九条', level: 'WARN', says: '用人单位对终局裁决 30 日内可以申请撤销' },
  { ...text.civilProcedureLaw, id: 'ARB-07.enforce', value: 2, unit: 'year', article: '第二百五十条', level: 'WARN', says: '申请执行的期间为二年' },
  { ...text.labourContractLaw, id: 'ARB-10.notice', value: 0, unit: 'workingDay', article: '第四十三条', level: 'WARN', says: '用人单位单方解除劳动合同，应当事先将理由通知工会（国家没有定天数）' },
  ...locals({ id: 'ARB-10.notice', unit: 'workingDay', level: 'WARN', says: (n: number) => `用人单位单方解除劳动合同，提前 ${n} 个工作日将理由通知工会` },
    [[text.tianjin, 21, 5], [text.fujian, 32, 5], [text.heilongjiang, 15, 5]]),
  ...locals({ id: 'ARB-10.notice', unit: 'day', level: 'WARN', says: (n: number) => `用人单位处分职工或者单方解除劳动合同，提前 ${n} 日将理由通知工会` }, [[text.hunan, 14, 7]]),

  { ...text.practice, id: 'SUP-03.answer', value: 15, unit: 'workingDay', article: '国家期限待核对', level: 'INFO', says: '用人单位收到劳动法律监督意见书后 15 个工作日内书面答复' },
  ...locals({ id: 'SUP-03.answer', unit: 'workingDay', level: 'WARN', says: (n: number) => `用人单位收到劳动法律监督意见书后 ${n} 个工作日内书面答复` },
    [[text.shandongSupervision, 18, 15], [text.jiangsuSupervision, 20, 15], [text.heilongjiang, 16, 30]]),
  ...locals({ id: 'SUP-03.answer', unit: 'day', level: 'WARN', says: (n: number) => `用人单位收到劳动法律监督意见书后 ${n} 日内书面答复` },
    [[text.guangdong, 22, 15], [text.tianjinSupervision, 19, 15], [text.fujian, 33, 15], [text.guangzhou, 19, 15], [text.sichuan, 30, 10]]),
  { ...text.practice, id: 'SUP-05.notice', value: 5, unit: 'workingDay', article: '国家未定期限', level: 'INFO', says: '举报不属于工会监督范围的，5 个工作日内书面告知' },
  ...locals({ id: 'SUP-05.notice', unit: 'workingDay', level: 'WARN', says: (n: number) => `举报不属于工会监督范围的，${n} 个工作日内告知署名举报人` }, [[text.tianjinSupervision, 14, 5], [text.shandongSupervision, 0, 5]]),
  { ...text.inspectionRules, id: 'SUP-06.conclude', value: 60, unit: 'workingDay', article: '第十七条', level: 'WARN', says: '劳动保障监察自立案之日起 60 个工作日内完成' },
  { ...text.inspectionRules, id: 'SUP-06.extension', value: 30, unit: 'workingDay', article: '第十七条', level: 'WARN', says: '情况复杂的，延长不超过 30 个工作日' },
  { ...text.inspectionRules, id: 'SUP-06.report', value: 2, unit: 'year', article: '第二十条', level: 'WARN', says: '违法行为在 2 年内未被发现、也未被举报的，不再查处' },

  { ...text.injuryInsurance, id: 'AID-09.employer', value: 30, unit: 'day', article: '第十七条', level: 'WARN', says: '单位自事故伤害发生或者职业病诊断之日起 30 日内申请工伤认定' },
  { ...text.injuryInsurance, id: 'AID-09.union', value: 1, unit: 'year', article: '第十七条', level: 'WARN', says: '单位未申请的，职工、近亲属、工会组织 1 年内可以直接申请工伤认定' },
  { ...text.practice, id: 'AID-05.decision', value: 7, unit: 'day', article: '国家期限待核对', level: 'INFO', says: '工会收到法律援助申请后 7 日内决定' },
  { ...text.legalAidLaw, id: 'AID-05.review', value: 7, unit: 'day', article: '第四十三条', level: 'WARN', says: '法律援助机构收到申请后 7 日内审查决定' },
  { ...text.legalAidLaw, id: 'AID-05.assign', value: 3, unit: 'day', article: '第四十三条', level: 'WARN', says: '决定给予法律援助的，3 日内指派' },
] as const satisfies readonly Statute[]
