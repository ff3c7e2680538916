import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** The five committees beside each other (工会五委): which must exist and who may sit on them. The women's is ORG-08. */
export const committees = [
  { ...text.unionLaw, id: 'AUD-01.committee', value: true, article: '第四十五条', level: 'WARN', says: '工会应当建立经费审查委员会' },
  { ...text.unread('工会基层组织选举工作条例'), id: 'ORG-09.together', value: true, article: '（条号待核对）', level: 'WARN', says: '经费审查委员会与工会委员会同时选举产生' },
  ...locals({ id: 'ORG-09.together', level: 'WARN', says: '经费审查委员会与工会委员会同时选举产生' }, [[text.fujian, 19, true], [text.guizhou, 13, true]]),
  { ...text.unread('工会基层组织选举工作条例'), id: 'AUD-03.size', value: [3, 11], unit: 'seat', article: '（条号待核对）', level: 'INFO', says: '经费审查委员会委员一般 3 至 11 人' },
  { ...text.unread('工会基层组织选举工作条例'), id: 'AUD-04.incompatible', value: true, article: '（条号待核对）', level: 'WARN',
    says: '主席、分管财务的副主席、常委、财务负责人和经管钱物的人员不得担任经费审查委员会委员' },
  { ...text.mediationRules, id: 'MED-03.committee', value: true, article: '第十三条', level: 'WARN', says: '大中型企业应当设立劳动争议调解委员会，小微企业可以设立' },
  { ...text.mediationRules, id: 'MED-03.equal', value: true, article: '第十三条至第十五条', level: 'WARN', says: '调解委员会由人数对等的劳动者代表和企业代表组成，主任由工会委员会成员或者双方推举的人员担任' },
  { ...text.mediationRules, id: 'MED-04.term', value: 1, unit: 'year', article: '第十九条', level: 'WARN', says: '调解员的聘期至少 1 年，可以续聘' },
  { ...text.unread('工会劳动保护监督检查委员会工作条例'), id: 'SAFE-04.committee', value: true, article: '（条号待核对）', level: 'INFO', says: '基层工会设立劳动保护监督检查委员会，人数少的设检查员' },
] as const satisfies readonly Statute[]
