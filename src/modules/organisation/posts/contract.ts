export const cameKinds = ['elected', 'appointed', 'byElection', 'coOpted'] as const
export type Came = (typeof cameKinds)[number]
export const cameNames: Record<Came, string> = { elected: '选举产生', appointed: '任命', byElection: '补选', coOpted: '增补' }

export const endedKinds = [
  'term',
  'resigned',
  'moved',
  'recalled',
  'retired',
  'died',
  'replaced',
  'dissolved',
  'mistake',
] as const
export type Ended = (typeof endedKinds)[number]
export const endedNames: Record<Ended, string> = {
  term: '任期届满',
  resigned: '辞职',
  moved: '工作调动',
  recalled: '罢免',
  retired: '退休',
  died: '去世',
  replaced: '替补结束、正式到任',
  dissolved: '工会撤销',
  mistake: '登记有误',
}
