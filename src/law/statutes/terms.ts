import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

const elections = text.unread('工会基层组织选举工作条例')

// biome-ignore format: a table reads better in rows
/** Terms of office, committee sizes, vacancies and re-election (ELEC). */
export const terms = [
  { ...text.unionLaw, id: 'ELEC-25.basicTerm', value: [3, 5], unit: 'year', article: '第十六条', level: 'BLOCK', says: '基层工会委员会每届任期三年或者五年' },
  { ...text.unionLaw, id: 'ELEC-25.federationTerm', value: 5, unit: 'year', article: '第十六条', level: 'BLOCK', says: '各级地方总工会委员会和产业工会委员会每届任期五年' },
  { ...elections, id: 'ELEC-24.termStart', value: true, article: '（条号待核对）', level: 'INFO', says: '任期自选举之日起计算，不从批准之日起算' },
  { ...elections, id: 'ELEC-26.delay', value: 6, unit: 'month', article: '（条号待核对）', level: 'WARN', says: '提前或延期换届须经上一级工会批准，延期一般不超过 6 个月' },
  ...locals({ id: 'ELEC-26.delay', unit: 'month', level: 'WARN', says: (n: number) => `提前或延期换届须经上一级工会批准，延期一般不超过 ${n} 个月` },
    [[text.tianjin, 15, 6], [text.guizhou, 11, 6], [text.guangzhou, 13, 6], [text.henan, 14, 6]]),
  { ...text.practice, id: 'ELEC-27.warn', value: [6, 3], unit: 'month', article: '没有法定期限', level: 'INFO', says: '任期届满前 6 个月、3 个月各提醒一次换届' },
  { ...elections, id: 'ELEC-09.notice', value: 5, unit: 'workingDay', article: '第十五条（待核对）', level: 'WARN', says: '委员候选人名单公示至少 5 个工作日' },
  { ...text.chairMeasures, id: 'ELEC-09.chairNotice', value: 7, unit: 'day', article: '第十条', level: 'WARN', says: '企业工会主席候选人公示 7 日' },
  { ...text.unread('基层工会会员代表大会条例'), id: 'ELEC-39.answer', value: 15, unit: 'day', article: '（条号待核对）', level: 'WARN', says: '上一级工会收到召开会员代表大会的报告后 15 日内批复' },
  { ...text.unionLaw, id: 'ELEC-34.yearly', value: 1, unit: 'year', article: '第十七条', level: 'WARN', says: '会员大会或者会员代表大会每年至少召开一次' },
  { ...elections, id: 'ELEC-23.answer', value: 15, unit: 'day', article: '（条号待核对）', level: 'WARN', says: '上一级工会收到选举结果报告后 15 日内批复' },

  { ...text.electionRules, id: 'ELEC-04.committeeSize', article: '第八条', level: 'WARN', unit: 'seat', says: '基层工会委员会委员名额按会员人数确定',
    value: [
      { from: 0, to: 24, least: 3, most: 5 }, { from: 25, to: 200, least: 3, most: 7 }, { from: 201, to: 1000, least: 7, most: 15 },
      { from: 1001, to: 5000, least: 15, most: 21 }, { from: 5001, to: 10_000, least: 21, most: 29 },
      { from: 10_001, to: 50_000, least: 29, most: 37 }, { from: 50_001, to: null, least: 37, most: 45 },
    ] },

  { ...text.chairMeasures, id: 'ELEC-30.byElection', value: 3, unit: 'month', article: '第十八条', level: 'WARN', says: '主席空缺的，3 个月内补选' },
  ...locals({ id: 'ELEC-30.byElection', unit: 'month', level: 'WARN', says: (n: number) => `主席、副主席空缺的，${n} 个月内补选` },
    [[text.sichuan, 14, 3], [text.anhui, 11, 3], [text.jinan, 13, 3], [text.guangzhou, 13, 3], [text.henan, 18, 6]]),
  { ...text.chairMeasures, id: 'ELEC-30.acting', value: 3, unit: 'month', article: '第十八条', level: 'WARN', says: '补选前由副主席或委员主持工作，须经党组织和上一级工会同意，期限一般不超过 3 个月' },
  { ...text.practice, id: 'ELEC-31.remainder', value: true, article: '国家未定', level: 'INFO', says: '补选的主席、副主席任期为本届剩余任期' },
  ...locals({ id: 'ELEC-31.remainder', level: 'WARN', says: '补选的主席、副主席任期为本届剩余任期' }, [[text.henan, 18, true]]),
  { ...text.practice, id: 'ELEC-32.seat', value: 3, unit: 'month', article: '国家未定期限', level: 'INFO', says: '委员空缺的，3 个月内补选' },
  ...locals({ id: 'ELEC-32.seat', unit: 'month', level: 'WARN', says: (n: number) => `工会委员会、经费审查委员会成员空缺的，${n} 个月内补选` }, [[text.guangzhou, 13, 3]]),
  { ...elections, id: 'ELEC-33.training', value: 12, unit: 'month', article: '（条号待核对）', level: 'WARN', says: '新任主席、副主席 1 年内参加上岗资格培训' },
  ...locals({ id: 'ELEC-33.training', unit: 'month', level: 'WARN', says: (n: number) => `新当选的主席、副主席 ${n} 个月内应当参加培训` },
    [[text.hubeiEnterprises, 18, 12], [text.guizhou, 14, 12]]),
] as const satisfies readonly Statute[]
