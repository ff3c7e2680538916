import type { Kind } from '#rules/organisation/posts'

export const groups = ['ability', 'political', 'knowledge'] as const
export type Group = (typeof groups)[number]
export const groupNames: Record<Group, string> = { ability: '四种能力', political: '政治素质', knowledge: '应知应会' }

/** Kinds of post that the same is asked of. */
export const roles = ['leader', 'officer', 'member', 'audit', 'women', 'mediation', 'protection', 'branch'] as const
export type Role = (typeof roles)[number]
export const roleNames: Record<Role, string> = {
  leader: '主席、副主席',
  officer: '干事、指导员',
  member: '委员',
  audit: '经审委员',
  women: '女职工委员',
  mediation: '调解员',
  protection: '劳动保护检查员',
  branch: '分会主席',
}

/** Which cadres' posts fall under which role. Whoever holds no other post than these missing (小组长, platform administrators) is no cadre. */
export const roleOf: Partial<Record<Kind, Role>> = {
  chair: 'leader',
  viceChair: 'leader',
  fullTimeViceChair: 'leader',
  secretaryGeneral: 'leader',
  preparatoryHead: 'leader',
  organiser: 'leader',
  organisationOfficer: 'officer',
  treasurer: 'officer',
  instructor: 'officer',
  standingMember: 'member',
  member: 'member',
  auditChair: 'audit',
  auditMember: 'audit',
  womenChair: 'women',
  womenMember: 'women',
  mediationHead: 'mediation',
  mediator: 'mediation',
  protectionHead: 'protection',
  protectionInspector: 'protection',
  branchChair: 'branch',
}
export const cadreKinds = Object.keys(roleOf) as Kind[]

export const levelNames = ['不了解', '了解', '会用', '熟练', '能带人'] as const
export const MOST = 4

/** One thing asked of a cadre: which level of each role (0: not asked). */
export type Item = { key: string; title: string; group: Group; wanted: Record<Role, number> }

const item = (key: string, title: string, group: Group, levels: string): Item => ({
  key,
  title,
  group,
  wanted: Object.fromEntries(roles.map((role, at) => [role, Number(levels[at])])) as Record<Role, number>,
})

/**
 * What comes with the software: the four abilities and the subjects that the source documents name; levels in the order of `roles`.
 * A default of practice, not law: a federation changes it.
 */
export const builtIn: readonly Item[] = [
  item('coordination', '协调能力', 'ability', '33222322'),
  item('organisation', '组织能力', 'ability', '33212113'),
  item('innovation', '创新能力', 'ability', '32211111'),
  item('service', '服务能力', 'ability', '33323323'),
  item('political', '理论水平和思想素质', 'political', '33222222'),
  item('labourRelations', '劳动关系', 'knowledge', '33211322'),
  item('management', '经济管理', 'knowledge', '21121000'),
  item('employment', '劳动就业', 'knowledge', '22111211'),
  item('wages', '工资分配', 'knowledge', '32211211'),
  item('socialSecurity', '社会保障', 'knowledge', '22111211'),
  item('politics', '政治理论', 'knowledge', '32221111'),
  item('law', '法律法规', 'knowledge', '32222332'),
  item('unionTheory', '工会理论', 'knowledge', '33222222'),
  item('economics', '经济学基础', 'knowledge', '11120000'),
  item('language', '语言文字与公关', 'knowledge', '22111211'),
  item('research', '调查研究', 'knowledge', '22111111'),
]

/** What is asked of a person who holds these kinds of post: of each item the highest of his roles. */
export function wantedOf(items: readonly Item[], held: readonly string[]): { item: Item; wanted: number }[] {
  const mine = [...new Set(held.flatMap((kind) => roleOf[kind as Kind] ?? []))]
  return items.map((each) => ({ item: each, wanted: Math.max(0, ...mine.map((role) => each.wanted[role] ?? 0)) }))
}
