import type { Statute } from './shape.ts'
import * as text from './sources.ts'

// biome-ignore format: a table reads better in rows
/** How periods and numbers are counted (GEN); `deadlines.ts` and `quorum.ts` do the counting. */
export const general = [
  { ...text.civilCode, id: 'GEN-01.start', value: true, article: '第二百零一条', level: 'BLOCK', says: '按日、月、年计算期间的，开始的当日不计入，自下一日开始计算' },
  { ...text.civilCode, id: 'GEN-02.months', value: true, article: '第二百零二条', level: 'BLOCK', says: '按月、年计算的，到期月的对应日为最后一日；没有对应日的，月末日为最后一日' },
  { ...text.civilCode, id: 'GEN-03.rolls', value: true, article: '第二百零三条', level: 'BLOCK', says: '最后一日是法定休假日的，以休假日结束的次日为最后一日' },
  { ...text.holidayRules, id: 'GEN-06.holidays', value: 13, unit: 'day', article: '第二条', level: 'INFO', says: '全体公民放假的节日共 13 天；调休由国务院办公厅每年通知' },
  { ...text.civilCode, id: 'GEN-07.inclusive', value: true, article: '第一千二百五十九条', level: 'BLOCK', says: '“以上”“以下”“以内”“届满”包括本数；“不满”“超过”“以外”不包括本数' },
  { ...text.civilCode, id: 'GEN-09.relatives', value: true, article: '第一千零四十五条', level: 'BLOCK', says: '近亲属是配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女' },
] as const satisfies readonly Statute[]
