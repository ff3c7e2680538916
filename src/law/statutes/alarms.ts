import type { Statute } from './shape.ts'
import * as text from './sources.ts'

const noText = { ...text.practice, article: '国家未定', level: 'INFO' } as const

// biome-ignore format: a table reads better in rows
/** From when a state of a union is an alarm (members lost, union weakened, structure broken): no text fixes these figures. */
export const alarmRules = [
  { ...noText, id: 'ALARM-01.months', value: 3, unit: 'month', says: '会员流失按最近 3 个月的净减少计算' },
  { ...noText, id: 'ALARM-01.percent', value: 10, unit: 'percent', says: '净减少达到期初会员的 10% 的，列为会员流失' },
  { ...noText, id: 'ALARM-01.least', value: 5, unit: 'person', says: '净减少不足 5 人的，不列为会员流失' },
  { ...noText, id: 'ALARM-02.days', value: 90, unit: 'day', says: '连续 90 天没有任何办理记录的，列为长期无活动' },
  { ...noText, id: 'ALARM-04.structure', value: true, says: '没有委员会、分会没有主席、小组没有组长、上级已撤销、缺少中间层级的，列为组织断层' },
  { ...noText, id: 'ALARM-04.inner', value: 200, unit: 'member', says: '会员满 200 人的基层工会没有分会和小组的，列为缺少中间层级' },
  { ...noText, id: 'ALARM-04.direct', value: 200, unit: 'member', says: '会员不足 200 人的基层工会越过镇街、行业工会直属总工会的，列为缺少中间层级' },
  { ...noText, id: 'ALARM-05.workforce', value: 30, unit: 'member', says: '会员满 30 人的工会才比较委员会的构成' },
  { ...noText, id: 'ALARM-05.percent', value: 15, unit: 'percent', says: '占会员 15% 以上的群体才比较' },
  { ...noText, id: 'ALARM-05.ratio', value: 50, unit: 'percent', says: '在委员会中的比例不到在会员中比例的 50% 的，列为构成偏离' },
] as const satisfies readonly Statute[]
