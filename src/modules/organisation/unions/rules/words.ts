import type { UnitType } from '../contract.ts'

/** What the screen calls things in a type of unit (ORG-17). */
export type Words = {
  unit: string
  head: string
  worker: string
  disclosure: string
  congress: string
  congressShort: string
  branch: string
  group: string
}
export type Template = { unitType: UnitType; words: Words; unused: string[]; version: number }

export const wordTitles: Record<keyof Words, string> = {
  unit: '单位的称呼',
  head: '行政负责人',
  worker: '职工的称呼',
  disclosure: '公开制度',
  congress: '职代会全称',
  congressShort: '职代会简称',
  branch: '分会',
  group: '小组',
}

/** Mechanisms that a type of unit may leave unused; all else is used everywhere. */
export const mechanisms: Record<string, string> = {
  congress: '职代会',
  disclosure: '公开',
  bargaining: '集体协商与集体合同',
  mediation: '劳动争议调解',
  safety: '劳动保护监督',
  contests: '劳动和技能竞赛',
  ideas: '合理化建议',
  training: '培训',
  dues: '会费',
  funds: '工会经费',
  audit: '经审',
}

const words = (list: string): Words => {
  const [unit, head, worker, disclosure, congress, congressShort, branch, group] = list.split(' ') as [string, ...string[]]
  return { unit, head, worker, disclosure, congress, congressShort, branch, group } as Words
}

const builtIn: Record<UnitType, { words: Words; unused: string[] }> = {
  stateEnterprise: { words: words('企业 总经理（厂长） 职工 厂务公开 职工代表大会 职代会 车间工会 班组工会小组'), unused: [] },
  privateEnterprise: {
    words: words('企业 企业负责人 职工 厂务公开 职工代表大会 职代会 车间（部门）分会 班组工会小组'),
    unused: [],
  },
  office: {
    words: words('机关 机关主要负责人 干部职工 政务公开 职工代表大会 职代会 处（科）室分会 工会小组'),
    unused: ['bargaining'],
  },
  institution: { words: words('单位 院长（单位负责人） 职工 院务公开 职工代表大会 职代会 科室分会 工会小组'), unused: [] },
  school: { words: words('学校 校长 教职工 校务公开 教职工代表大会 教代会 年级（院系）分会 年级组工会小组'), unused: [] },
  town: {
    words: words('辖区 党政主要负责人 职工 政务公开 区域（行业）职工代表大会 区域职代会 村（社区）工会 网格工会小组'),
    unused: [],
  },
}

/** The template of a type of unit as the house brings it; `version` 0 until an administrator changes it. */
export const templateOf = (unitType: UnitType): Template => ({ unitType, ...builtIn[unitType], version: 0 })

/** The words for a type of unit: the administrator's where `changed` (the answer of `unions.templates`) has them, else the built-in. */
export const wordsOf = (unitType: UnitType, changed: readonly Template[] = []): Words => ({
  ...builtIn[unitType].words,
  ...changed.find((template) => template.unitType === unitType)?.words,
})
