import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Who may sit where, and how those who sit are protected (ORG-10…12, ORG-30…33). */
export const cadres = [
  { ...text.unionLaw, id: 'ORG-10.relatives', value: true, article: '第十条第二款', level: 'BLOCK', says: '企业主要负责人的近亲属不得作为本企业基层工会委员会成员的人选' },
  { ...text.unread('工会基层组织选举工作条例'), id: 'ORG-11.heads', value: true, article: '（条号待核对）', level: 'WARN',
    says: '单位行政主要负责人、法定代表人、合伙人以及他们的近亲属不得作为候选人' },
  ...locals({ id: 'ORG-11.heads', level: 'BLOCK', says: '单位行政主要负责人、法定代表人、合伙人以及他们的近亲属不得作为工会委员会成员的人选' },
    [[text.shandong, 14, true], [text.jiangsu, 11, true], [text.tianjin, 13, true], [text.henan, 12, true], [text.sichuan, 8, true]]),
  { ...text.chairMeasures, id: 'ORG-12.chair', value: true, article: '第六条', level: 'BLOCK',
    says: '企业行政负责人（含副职）、合伙人及其近亲属，人力资源部门负责人，外籍职工，不得作为企业工会主席候选人' },
  { ...text.unionLaw, id: 'ORG-30.extension', value: true, article: '第十九条', level: 'INFO', says: '主席、副主席、委员任职期间劳动合同期限自动延长，个人严重过失或者达到法定退休年龄的除外' },
  { ...text.unionLaw, id: 'ORG-31.consent', value: true, article: '第十八条', level: 'BLOCK', says: '任期未满调动主席、副主席，应当征得本级工会委员会和上一级工会同意' },
  { ...text.practice, id: 'ORG-31.answer', value: 15, unit: 'day', article: '国家未定期限', level: 'INFO', says: '上一级工会 15 日内答复调动请求' },
  ...locals({ id: 'ORG-31.answer', unit: 'day', level: 'WARN', says: (n: number) => `上一级工会 ${n} 日内答复调动请求` },
    [[text.fujian, 21, 15], [text.liaoning, 13, 15], [text.hebei, 11, 15], [text.guangdong, 11, 10]]),
  { ...text.practice, id: 'ORG-31.silence', value: false, article: '国家未定', level: 'INFO', says: '逾期未答复不视为同意' },
  ...locals({ id: 'ORG-31.silence', level: 'WARN', says: '逾期未答复的视为同意' }, [[text.fujian, 21, true], [text.guangdong, 11, true]]),
  { ...text.unionLaw, id: 'ORG-32.paidDays', value: 3, unit: 'workingDay', article: '第四十一条', level: 'WARN', says: '非专职委员占用工作时间参加工会工作，每月不超过 3 个工作日，工资照发' },
  { ...text.practice, id: 'ORG-32.cumulate', value: false, article: '国家未定', level: 'INFO', says: '工会工作的带薪时间按月计算' },
  ...locals({ id: 'ORG-32.cumulate', level: 'WARN', says: '带薪时间可以在全年内累计使用' },
    [[text.jiangsu, 30, true], [text.liaoning, 14, true], [text.hebei, 35, true], [text.fujian, 22, true]]),
  { ...text.practice, id: 'ORG-32.outside', value: false, article: '国家未定', level: 'INFO', says: '监督、检查、调解、协商的时间一并计算' },
  ...locals({ id: 'ORG-32.outside', level: 'WARN', says: '劳动法律监督、安全检查、调解、集体协商的时间不计入' }, [[text.fujian, 22, true]]),
  { ...text.practice, id: 'CADRE-01.notice', value: 5, unit: 'workingDay', article: '没有法定期限', level: 'INFO', says: '选任的人选公示 5 个工作日' },
  { ...text.practice, id: 'CADRE-01.majority', value: true, article: '国家未定', level: 'INFO', says: '会议决定人选，应到人数过半数出席，实到人数过半数赞成' },
] as const satisfies readonly Statute[]
