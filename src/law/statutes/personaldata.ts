import type { Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Personal information: consent, notice, rights, records (PI). */
export const personalData = [
  { ...text.personalDataLaw, id: 'PI-01.basis', value: true, article: '第十三条', level: 'BLOCK', says: '处理个人信息须有同意、合同、法定职责等合法依据之一' },
  { ...text.personalDataLaw, id: 'PI-02.consent', value: true, article: '第十四条至第十六条', level: 'BLOCK',
    says: '同意须自愿、明确、知情；目的、方式、种类变更须重新同意；撤回同意应与给予同样方便，非必要不得因此拒绝服务' },
  { ...text.personalDataLaw, id: 'PI-03.notice', value: true, article: '第十七条', level: 'BLOCK', says: '处理前告知处理者、目的、方式、种类、保存期限和行使权利的办法' },
  { ...text.personalDataLaw, id: 'PI-04.minimum', value: true, article: '第六条', level: 'BLOCK', says: '只收集实现目的所需的最少信息' },
  { ...text.personalDataLaw, id: 'PI-05.sensitive', value: true, article: '第二十八条至第三十一条', level: 'BLOCK',
    says: '医疗健康、金融账户、特定身份、宗教信仰、行踪等敏感个人信息，须有特定目的和充分必要性，并取得单独同意' },
  { ...text.personalDataLaw, id: 'PI-06.provide', value: true, article: '第二十三条', level: 'BLOCK', says: '向其他处理者提供个人信息，须告知接收方并取得单独同意' },
  { ...text.personalDataLaw, id: 'PI-06.publish', value: true, article: '第二十五条', level: 'BLOCK', says: '未取得单独同意，不得公开个人信息' },
  { ...text.personalDataLaw, id: 'PI-08.rights', value: true, article: '第四十四条至第五十条', level: 'BLOCK', says: '本人有权查阅、复制、更正、删除其个人信息，并要求说明' },
  { ...text.practice, id: 'PI-08.answer', value: 15, unit: 'day', article: '法律只说“及时”', level: 'INFO', says: '本人提出查阅、更正、删除的，15 日内答复（承诺时限）' },
  { ...text.personalDataLaw, id: 'PI-10.assessment', value: true, article: '第五十五条', level: 'BLOCK', says: '处理敏感个人信息、自动化决策、委托、提供、公开之前，须作个人信息保护影响评估' },
  { ...text.personalDataLaw, id: 'PI-10.keep', value: 3, unit: 'year', article: '第五十六条', level: 'WARN', says: '影响评估报告和处理情况记录至少保存 3 年' },
  { ...text.personalDataLaw, id: 'PI-11.automated', value: true, article: '第二十四条', level: 'BLOCK', says: '自动化决策对个人有重大影响的，本人有权要求说明，并拒绝仅由自动化作出的决定' },
  { ...text.personalDataLaw, id: 'PI-12.security', value: true, article: '第五十一条', level: 'WARN', says: '采取分类管理、加密、去标识化、权限控制等安全措施' },
  { ...text.personalDataLaw, id: 'PI-13.breach', value: true, article: '第五十七条', level: 'BLOCK', says: '发生或可能发生泄露、篡改、丢失的，立即补救并通知主管部门和本人' },
  { ...text.networkDataRules, id: 'PI-14.report', value: 24, unit: 'hour', article: '第十条至第十二条', level: 'WARN', says: '安全缺陷危及国家安全、公共利益的，24 小时内报告' },
  { ...text.networkDataRules, id: 'PI-14.keep', value: 3, unit: 'year', article: '第十条至第十二条', level: 'WARN', says: '向他人提供、委托处理个人信息的记录至少保存 3 年' },
  { ...text.cyberLaw, id: 'PI-15.logs', value: 6, unit: 'month', article: '第二十三条', level: 'WARN', says: '网络日志至少保存 6 个月' },
  { ...text.auditMeasures, id: 'PI-16.officer', value: 1_000_000, unit: 'person', article: '第十二条', level: 'WARN', says: '处理 100 万人以上个人信息的，应当指定负责人并向市级网信部门报送' },
  { ...text.officerNotice, id: 'PI-16.file', value: 30, unit: 'workingDay', article: '2025-07-18', level: 'WARN', says: '达到 100 万人之日起 30 个工作日内报送负责人信息' },
  { ...text.auditMeasures, id: 'PI-17.persons', value: 10_000_000, unit: 'person', article: '（条号待核对）', level: 'WARN', says: '处理超过 1000 万人个人信息的，定期开展合规审计' },
  { ...text.auditMeasures, id: 'PI-17.audit', value: 2, unit: 'year', article: '（条号待核对）', level: 'WARN', says: '处理超过 1000 万人个人信息的，每 2 年至少开展一次合规审计' },
  // Practice of the platform's statistics; a union may ask for more people, and never for fewer.
  { ...text.practice, id: 'PI-90.appraisal', value: 5, unit: 'person', article: '国家未定', level: 'INFO', says: '参加评议不足 5 人的，不开始评议，也不公布结果' },
  { ...text.practice, id: 'PI-90.reach', value: 10, unit: 'person', article: '国家未定', level: 'INFO', says: '应知不足 10 人的，不显示阅读人数' },
  { ...text.practice, id: 'PI-90.step', value: 5, unit: 'person', article: '国家未定', level: 'INFO', says: '阅读人数按 5 人一档显示' },
] as const satisfies readonly Statute[]
