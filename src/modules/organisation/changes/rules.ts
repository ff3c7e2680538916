import type { UnionKind } from '#contracts/organisation/unions'
import { addDays } from '#kit/dates'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import { isOwnAffair } from '#rules/organisation/unions'
import type { Asked, ChangeKind, ChangeState, Paper } from './contract.ts'

/** For how many days an approval can be taken back by whoever gave it: a default of practice, no law fixes it. */
export const UNDO_DAYS = 7

/** Renaming, closing or staffing a branch is the basic union's own affair and needs no approval. */
export function mayConcern(change: ChangeKind, union: UnionKind): Verdict {
  if (!isOwnAffair(union) || change === 'move' || change === 'kind') return null
  return refuse('changes.own-affair', '分会和小组由本工会自己调整，不必报批，请在“工会网络”里直接办理')
}

/** A change has a goal: a new name, another parent, another union. */
export function mayAsk(
  asked: Asked,
  was: { id: string; name: string; parentId: string | null; kind: string; unitType: string },
): Verdict {
  const same =
    (asked.kind === 'rename' && asked.name === was.name) ||
    (asked.kind === 'move' && asked.parentId === was.parentId) ||
    (asked.kind === 'kind' && asked.unionKind === was.kind && asked.unitType === was.unitType)
  if (same) return refuse('changes.same', '变更后与现在一样，没有要变更的内容')
  if (asked.kind === 'merge' && asked.intoId === was.id) return refuse('changes.self', '不能并入自己')
  return null
}

/** Nobody may dissolve or merge a union at will: the decision of the members, or the end of the unit, is on paper (ORG-04). */
export function mayFile({ kind }: { kind: ChangeKind }, papers: readonly Paper[], day: string): Verdict {
  if ((kind !== 'merge' && kind !== 'dissolve') || papers.length) return null
  const reason = '撤销、合并工会要有依据，请列出会员大会（会员代表大会）决议，或单位终止、撤销的文件'
  return refuse('changes.papers', reason, citeOf(statuteOn('ORG-04.free', day)))
}

/** A draft belongs to the union that wrote it. */
export function mayEdit(state: ChangeState, isFiler: boolean): Verdict {
  if (!isFiler) return refuse('changes.filer', '这件变更由报送的工会办理')
  return state === 'drafted' || state === 'returned' ? null : refuse('changes.state', '已经报送，不能再修改；可以先撤回')
}

export function mayWithdraw(state: ChangeState, isFiler: boolean): Verdict {
  if (!isFiler) return refuse('changes.filer', '这件变更由报送的工会办理')
  return state === 'drafted' || state === 'filed' || state === 'returned' ? null : refuse('changes.state', '已经办结，不能撤回')
}

/** A superior decides: strictly above the union and above whoever filed it, never the filer's own union (工会法 12). */
export function mayDecide(
  change: { state: ChangeState; unionPath: string; filerPath: string | null },
  decider: { path: string },
  day: string,
): Verdict {
  if (change.state !== 'filed') return refuse('changes.state', '不在待批复状态')
  const isAbove = (path: string | null) => path !== null && path.length > decider.path.length && path.startsWith(decider.path)
  if (isAbove(change.unionPath) && isAbove(change.filerPath)) return null
  return refuse('changes.superior', '由上一级工会批复，报送的工会不能批自己的事项', citeOf(statuteOn('ORG-02.approval', day)))
}

/** Whoever decides on a move or a merger answers for both sides. */
export function mayReach(goal: { state: string } | undefined): Verdict {
  if (!goal) return refuse('changes.reach', '涉及别处的工会，要由同时管着两边的上级批准；您可以同意后报上级')
  return goal.state === 'dissolved' ? refuse('changes.goal', '所选的工会已撤销，请退回重报') : null
}

/** Whether this decision is the last one: enough layers have agreed, or nobody stands above. */
export const isFinal = ({ agreed, layers, hasSuperior }: { agreed: number; layers: number; hasSuperior: boolean }) =>
  agreed + 1 >= layers || !hasSuperior

/** The top of the region has its superior outside the platform: what was decided there is entered with its paper. */
export function mayRecord({ state, hasSuperior }: { state: ChangeState; hasSuperior: boolean }): Verdict {
  if (state !== 'filed') return refuse('changes.state', '请先报送')
  return hasSuperior ? refuse('changes.superior', '上级工会在平台上，由它直接批复') : null
}

/** Nothing has changed under the decider's hands since the union filed. */
export function isAsFiled(
  was: { name: string; parentId: string | null; kind: string; unitType: string },
  now: typeof was,
): Verdict {
  const keys = ['name', 'parentId', 'kind', 'unitType'] as const
  return keys.every((key) => was[key] === now[key])
    ? null
    : refuse('changes.moved-on', '报送以后这家工会的情况已经变了，请退回重报')
}

/** Members and unions go first, then the union ends (ORG-06). */
export function mayEnd({ people, below }: { people: number; below: number }, day: string): Verdict {
  if (below) return refuse('changes.below', `下面还有 ${below} 家工会，请先变更它们的上级`)
  if (!people) return null
  return refuse(
    'changes.people',
    `还有 ${people} 人没有转走。请先把他们转入别的工会，或把会籍保留在上级`,
    citeOf(statuteOn('ORG-05.retain', day)),
  )
}

/** Those who are left go to a union that stays, never back into the one that ends. */
export function mayTakePeople(change: ChangeKind, from: { path: string }, to: { path: string; state: string }): Verdict {
  if (change !== 'merge' && change !== 'dissolve') return refuse('changes.stays', '只有撤销或合并时才整体转移人员')
  if (to.path.startsWith(from.path)) return refuse('changes.inside', '不能转到将要撤销的工会里')
  return to.state === 'dissolved' ? refuse('changes.goal', '所选的工会已撤销，请另选') : null
}

export function mayUndo(change: { state: ChangeState; kind: ChangeKind; decidedOn: string | null }, today: string): Verdict {
  if (change.state !== 'approved' || !change.decidedOn) return refuse('changes.state', '没有批准，不需要撤销')
  if (today <= addDays(change.decidedOn, UNDO_DAYS)) return null
  return refuse('changes.late', `批准已超过 ${UNDO_DAYS} 日，请另报一项变更改回来`)
}

/** What the law asks for besides: shown to whoever decides, no hard stop. */
export function concerns(asked: Asked, papers: readonly Paper[], day: string, place: Place): { says: string; cite: string }[] {
  const say = (id: 'ORG-53.audit' | 'ORG-03.assembly' | 'ORG-06.assets' | 'ORG-04.report' | 'ORG-05.retain') => {
    const statute = statuteOn(id, day, place)
    return { says: statute.says, cite: citeOf(statute) }
  }
  if (asked.kind !== 'merge' && asked.kind !== 'dissolve') return []
  const isDecided = papers.some(({ title }) => /大会|决议/.test(title))
  const isEnded = asked.kind === 'dissolve' && asked.ground === 'unitEnded'
  return [
    ...(asked.isAudited ? [] : [say('ORG-53.audit')]),
    ...(isEnded ? [say('ORG-04.report')] : isDecided ? [] : [say('ORG-03.assembly')]),
    say('ORG-06.assets'),
    say('ORG-05.retain'),
  ]
}

/** Which registration an approved change brings on a union with a certificate: deregistration when it ends, change otherwise (ORG-24). */
export const registrationOf = (kind: ChangeKind): 'ORG-24.deregister' | 'ORG-24.change' | null => {
  if (kind === 'dissolve' || kind === 'merge') return 'ORG-24.deregister'
  return kind === 'rename' || kind === 'chair' ? 'ORG-24.change' : null
}
