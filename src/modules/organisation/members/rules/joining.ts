import { refuse, type Verdict } from '#law/verdict'
import { memberFields, type MemberField, type MemberStatus } from '../contract/words.ts'

type Mergeable = { id: string; mergedInto: string | null; idNumberIndex: string | null }

/** Two records may become one when both still stand and no two different identity numbers say that they are two persons. */
export function mayMerge(kept: Mergeable, dropped: Mergeable): Verdict {
  if (kept.id === dropped.id) return refuse('members.merge-self', '请选择两条不同的档案')
  if (kept.mergedInto || dropped.mergedInto) return refuse('members.merged', '其中一条已经并入别的档案')
  if (kept.idNumberIndex && dropped.idNumberIndex)
    return refuse('members.two-persons', '两条档案的证件号码不同，应是两个人；号码填错的请先更正')
  return null
}

/** A merge is taken back once, and the last one first. */
export function mayUnmerge(merge: { undoneAt: Date | null }, isLast: boolean): Verdict {
  if (merge.undoneAt) return refuse('members.unmerged', '这次并档已经撤销过')
  return isLast ? null : refuse('members.unmerge-order', '这条档案后来又并过档，请先撤销后面的一次')
}

const rank: readonly MemberStatus[] = ['worker', 'expelled', 'left', 'retained', 'member']

type Facts = Partial<Record<MemberField, unknown>> & { status: MemberStatus; joinedOn: string | null }

/** The facts of the record that stays: its own, the other's where it has none or where the cadre took the other's. */
export function mergedFacts<T extends Facts>(kept: T, dropped: T, take: readonly MemberField[]) {
  const facts: Record<string, unknown> = {}
  for (const field of memberFields)
    if (dropped[field] != null && (kept[field] == null || take.includes(field))) facts[field] = dropped[field]
  const joined = [kept.joinedOn, dropped.joinedOn].filter((day) => day !== null).sort()
  const status = rank[Math.max(rank.indexOf(kept.status), rank.indexOf(dropped.status))]!
  return { ...facts, status, joinedOn: joined[0] ?? null } as Partial<T> & { status: MemberStatus; joinedOn: string | null }
}

/** A request is decided once, and not after the person took it back. */
export function mayDecide({ decidedAt, withdrawnAt }: { decidedAt: Date | null; withdrawnAt: Date | null }): Verdict {
  if (withdrawnAt) return refuse('members.correction-withdrawn', '本人已经撤回')
  return decidedAt ? refuse('members.correction-decided', '这项申请已经处理过') : null
}

/** Consent is to a text one has seen: an older text than the one that stands now is not enough (个人信息保护法 第十四条). */
export function mayConsent(current: number, seen: number): Verdict {
  return current === seen
    ? null
    : refuse('members.consent-text', '说明有更新，请看过新的说明再决定', '《个人信息保护法》第十四条')
}
