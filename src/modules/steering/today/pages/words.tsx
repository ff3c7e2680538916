import type { Standing } from '../contract.ts'

export const standingNames: Record<Standing, string> = {
  late: '有事过期',
  due: '将到期或有预警',
  quiet: '长期无活动',
  onTime: '按期',
}
