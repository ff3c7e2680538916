/** By what members are counted. `tag` holds the open tags; one person may have several. */
export const dimensions = [
  'sex',
  'age',
  'employmentForm',
  'education',
  'tag',
  'political',
  'skillLevel',
  'household',
  'newForm',
] as const
export type Dimension = (typeof dimensions)[number]
export const dimensionNames: Record<Dimension, string> = {
  sex: '性别',
  age: '年龄段',
  employmentForm: '用工形式',
  education: '文化程度',
  tag: '群体标签',
  political: '政治面貌',
  skillLevel: '技能等级',
  household: '户口类型',
  newForm: '新就业形态',
}
/** Age bands by their first year. */
export const ageNames: Record<string, string> = {
  0: '24 岁及以下',
  25: '25–34 岁',
  35: '35–44 岁',
  45: '45–54 岁',
  55: '55–59 岁',
  60: '60 岁及以上',
}
export const cuts = ['child', 'kind', 'unitType', 'sector'] as const
export type Cut = (typeof cuts)[number]
export const cutNames: Record<Cut, string> = { child: '下级工会', kind: '工会类别', unitType: '单位类型', sector: '行业' }
export const steps = ['month', 'quarter', 'year'] as const
export type Step = (typeof steps)[number]

/** Below this, figures of a closed tag are not told; above it in multiples of it. */
export const FLOOR = 5
