export const transferStates = ['started', 'released', 'accepted', 'refused', 'withdrawn'] as const
export type TransferState = (typeof transferStates)[number]
export const transferStateNames: Record<TransferState, string> = {
  started: '已提出',
  released: '原工会已转出',
  accepted: '已转入',
  refused: '未办成',
  withdrawn: '已撤回',
}

/** Who takes part: the member, the union he leaves, the union he goes to. */
export const sides = ['member', 'old', 'new'] as const
export type Side = (typeof sides)[number]
export const sideNames: Record<Side, string> = { member: '本人', old: '原工会', new: '新工会' }

export const groundNames = {
  newEmployer: '换了工作单位',
  noUnion: '新单位没有工会，暂放居住地或上级工会',
  other: '其他',
} as const
export type Ground = keyof typeof groundNames
