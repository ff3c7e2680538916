import { refuse, type Verdict } from '#law/verdict'
import type { UnionKind } from './contract.ts'

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
