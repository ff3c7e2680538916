import { provinceOf } from '#kit/regions'
import type { Scope } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import type { UnionKind, UnionState } from './contract.ts'

export { chairModeNames, gapNames, unionKindNames, unionStateNames, unitTypeNames } from './rules/names.ts'
export { mechanisms, type Template, templateOf, type Words, wordsOf, wordTitles } from './rules/words.ts'

/** Which kinds may stand below which (章程 的组织层级；`ORG-14`). */
const below: Record<UnionKind, readonly UnionKind[]> = {
  federation: ['federation', 'town', 'trade', 'regional', 'joint', 'basic', 'newEmployment'],
  town: ['regional', 'joint', 'basic', 'newEmployment', 'trade'],
  trade: ['joint', 'basic', 'newEmployment', 'regional'],
  regional: ['joint', 'basic', 'newEmployment'],
  joint: ['branch', 'group'],
  basic: ['basic', 'branch', 'group'],
  newEmployment: ['branch', 'group'],
  branch: ['branch', 'group'],
  group: [],
}

/** The kinds that may be set up below a union of this kind. */
export const kindsBelow = (parent: UnionKind) => below[parent]

export function mayStandBelow(kind: UnionKind, parent: UnionKind): Verdict {
  return below[parent].includes(kind) ? null : refuse('unions.level', '这一类组织不能设在所选的上级之下', '中国工会章程')
}

/** A union may not be moved below itself: the tree would lose its root. */
export function mayMove(union: { path: string }, parent: { path: string }): Verdict {
  return parent.path.startsWith(union.path) ? refuse('unions.loop', '不能把工会移到它自己的下级') : null
}

/** Two cadres with the same record open: the second is told instead of overwriting the first. */
export function isCurrent(version: number, seen: number): Verdict {
  return version === seen ? null : refuse('unions.stale', '这条记录刚被别人改过，请刷新看清后再保存')
}

/** Branches and team groups are the basic union's own affair; everything else is set up, changed and dissolved with approval (工会法 12). */
export const isOwnAffair = (kind: UnionKind) => kind === 'branch' || kind === 'group'

export function mayArrange(kind: UnionKind): Verdict {
  return isOwnAffair(kind)
    ? null
    : refuse('unions.filing', '这一级工会的设立、变更、撤销要报上一级工会批准，请到“变更”里提交', '工会法 第12条')
}

/** Nothing new may come below a union that is no more. */
export function mayTakeIn(union: { state: UnionState }): Verdict {
  return union.state === 'dissolved' ? refuse('unions.dissolved', '所选的工会已撤销，请另选') : null
}

/** No member may be left on a node that ends (ORG-06): `members` counts workers and members of it and all below it. */
export function mayClose({ members, children }: { members: number; children: number }): Verdict {
  if (children) return refuse('unions.children', `下面还有 ${children} 个组织，请先移走或撤销`)
  if (members) return refuse('unions.members', `这里还有 ${members} 人，请先把他们转到别的组织`, '工会法 第13条')
  return null
}

/** A day on which a change takes effect lies neither in the future nor before the change that came last. */
export function mayTakeEffect(effectiveOn: string, today: string, last: string): Verdict {
  if (effectiveOn > today) return refuse('unions.future', '生效日期不能晚于今天')
  return effectiveOn < last ? refuse('unions.order', `生效日期不能早于上一次变更的生效日期 ${last}`) : null
}

/** The words on the screen are the same in the whole region, so its top federation sets them. */
export function maySetTemplates({ path }: { path: string }): Verdict {
  return path.length > 4 ? refuse('unions.top', '单位类型的用语和模块在全地区通用，由本地区总工会设置') : null
}

/** Whose rules hold: those of the region where it says where it is, else of the province that the credit code tells, else the national ones. */
export function scopeOf(creditCode: string | null, place: Scope = 'national'): Scope {
  if (place !== 'national') return place
  const division = creditCode?.slice(2, 8) ?? ''
  return provinceOf(division) ? `CN-${Number(division.slice(0, 2))}` : 'national'
}
