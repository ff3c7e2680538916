export const tasks = [
  'meeting',
  'visit',
  'organising',
  'bargaining',
  'mediation',
  'inspection',
  'supervision',
  'activity',
  'training',
  'desk',
] as const
export type Task = (typeof tasks)[number]
export const taskNames: Record<Task, string> = {
  meeting: '开会议事',
  visit: '走访、谈心',
  organising: '建会入会',
  bargaining: '集体协商',
  mediation: '调解争议',
  inspection: '安全检查',
  supervision: '劳动法律监督',
  activity: '文体、慰问',
  training: '学习培训',
  desk: '案头、填报',
}

/** What some places count outside the paid days of a part-time cadre (ORG-32.outside). */
export const outside: readonly Task[] = ['bargaining', 'mediation', 'inspection', 'supervision']

export const loads = ['fullTime', 'kept', 'crowded', 'over', 'silent'] as const
export type Load = (typeof loads)[number]
export const loadNames: Record<Load, string> = {
  fullTime: '专职',
  kept: '有保障',
  crowded: '被挤占',
  over: '超出带薪时间',
  silent: '没有记录',
}

export const lacks = ['agreement', 'qualification', 'rating', 'basis'] as const
export type Lack = (typeof lacks)[number]
export const lackNames: Record<Lack, string> = {
  agreement: '没有约定工作时间',
  qualification: '没有上岗资格培训',
  rating: '今年没有核定能力',
  basis: '任职没有写依据',
}
