export const kinds = ['notice', 'document', 'report', 'exchange'] as const
export type Kind = (typeof kinds)[number]
export const kindNames: Record<Kind, string> = { notice: '通知', document: '文件', report: '情况报告', exchange: '交流' }

export const ways = ['down', 'up', 'peers'] as const
export type Way = (typeof ways)[number]
export const wayNames: Record<Way, string> = { down: '发给下级', up: '报上级', peers: '发给同级' }

export const informationStates = ['draft', 'waiting', 'refused', 'released', 'withdrawn'] as const
export type InformationState = (typeof informationStates)[number]
export const informationStateNames: Record<InformationState, string> = {
  draft: '起草',
  waiting: '待审签',
  refused: '退回修改',
  released: '已发布',
  withdrawn: '已撤回',
}

export const boxes = ['in', 'out', 'waiting'] as const
export type Box = (typeof boxes)[number]
export const boxNames: Record<Box, string> = { in: '收到的', out: '发出的', waiting: '待审签' }

export const receiptStates = ['unread', 'read', 'replied'] as const
export type ReceiptState = (typeof receiptStates)[number]
export const receiptStateNames: Record<ReceiptState, string> = { unread: '没看', read: '看了', replied: '回复了' }
