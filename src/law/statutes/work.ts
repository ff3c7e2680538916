import { locals, type Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** Care, funds, audit, safety, honours and the hotline (HARD, MUT, FUND, BUD, AUD, ACC, SAFE, MODEL, HOT): periods. */
export const work = [
  { ...text.practice, id: 'HARD-09.notice', value: 5, unit: 'workingDay', article: '没有全国统一期限', level: 'INFO', says: '困难职工建档公示 5 个工作日' },
  { ...text.practice, id: 'HARD-10.recheck', value: 6, unit: 'month', article: '没有全国统一期限', level: 'INFO', says: '困难职工每半年复核一次，脱困退出、继续困难的保留' },
  { ...text.practice, id: 'HARD-10.renew', value: 1, unit: 'year', article: '没有全国统一期限', level: 'INFO', says: '建档满 1 年的，重新提交材料' },
  { ...text.practice, id: 'MUT-04.claim', value: 180, unit: 'day', article: '以各互助计划为准', level: 'INFO', says: '互助保障自出险或者出院之日起 180 日内申请给付' },

  { ...text.practice, id: 'FUND-03.payDay', value: 15, unit: 'day', article: '国家未定日期', level: 'INFO', says: '每月 15 日前按上月工资总额拨缴工会经费' },
  ...locals({ id: 'FUND-03.payDay', unit: 'day', level: 'WARN', says: (n: number) => `每月 ${n} 日前拨缴工会经费` },
    [[text.shandong, 34, 15], [text.jiangsu, 31, 15], [text.guangdong, 32, 15], [text.fujian, 44, 15], [text.heilongjiang, 26, 15], [text.jinan, 33, 15]]),
  { ...text.practice, id: 'FUND-07.lateFee', value: 0, unit: 'permille', article: '国家没有规定', level: 'INFO', says: '逾期拨缴工会经费，国家没有滞纳金，依法申请支付令' },
  { ...text.civilCode, id: 'FUND-09.claim', value: 3, unit: 'year', article: '第一百八十八条', level: 'WARN', says: '追索工会经费的诉讼时效为三年' },
  { ...text.practice, id: 'BUD-03.approve', value: 3, unit: 'month', article: '日期待核对', level: 'INFO', says: '年度预算在年初 3 个月内经经审会审查、批准' },
  { ...text.practice, id: 'BUD-03.account', value: 3, unit: 'month', article: '日期待核对', level: 'INFO', says: '年度终了后 3 个月内编报决算，经经审会审查' },
  { ...text.practice, id: 'AUD-07.opinion', value: 10, unit: 'day', article: '期限待核对', level: 'INFO', says: '被审计单位收到审计报告征求意见稿后 10 日内提出意见' },
  { ...text.practice, id: 'AUD-07.rectify', value: 60, unit: 'day', article: '期限待核对', level: 'INFO', says: '收到审计决定后 60 日内报告整改情况' },
  { ...text.archivesMeasures, id: 'ACC-16.vouchers', value: 30, unit: 'year', article: '附表', level: 'WARN', says: '会计凭证、账簿保存 30 年，自年度终了后第一天起算' },
  { ...text.archivesMeasures, id: 'ACC-16.reports', value: 10, unit: 'year', article: '附表', level: 'WARN', says: '月度、季度、半年度财务报告，银行对账单、纳税申报表保存 10 年；年度报告永久保存' },

  { ...text.practice, id: 'SAFE-05.answer', value: 30, unit: 'day', article: '法律只说“及时”', level: 'INFO', says: '一般隐患 30 日内答复整改；重大隐患立即决定（工会法第二十五条）' },
  { ...text.practice, id: 'MODEL-04.notice', value: 5, unit: 'workingDay', article: '期限以每届通知为准', level: 'INFO', says: '推荐评选在每一级公示至少 5 个工作日' },
  { ...text.practice, id: 'HOT-02.general', value: 5, unit: 'workingDay', article: '天数为默认值', level: 'INFO', says: '12351 一般诉求 5 个工作日内办结' },
  { ...text.practice, id: 'HOT-02.difficult', value: 15, unit: 'workingDay', article: '天数为默认值', level: 'INFO', says: '12351 难点诉求 15 个工作日内办结' },
  { ...text.practice, id: 'HOT-02.complex', value: 30, unit: 'workingDay', article: '天数为默认值', level: 'INFO', says: '12351 特别复杂的诉求 30 个工作日内办结' },
] as const satisfies readonly Statute[]
