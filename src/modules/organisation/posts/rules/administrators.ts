import { refuse, type Verdict } from '#law/verdict'
import type { Power } from '#kit/powers'
import { isAdministration, type Kind, postKinds } from './kinds.ts'

/** The three that must stay apart (等保 三权分立): no other kind of post may hold these powers. */
const reserved: Partial<Record<Power, Kind>> = {
  'accounts.manage': 'systemAdministrator',
  'system.manage': 'systemAdministrator',
  'security.manage': 'securityAdministrator',
  'audit.view': 'auditAdministrator',
}

export type Naming = {
  kind: Kind
  member: string
  /** Administrator posts the person holds today, anywhere in the region. */
  holds: readonly Kind[]
  actor: { person?: string | undefined; kind: string; isSecurity: boolean; isHeadOfUnion: boolean }
  hasSecurityAdministrator: boolean
}

/**
 * System and audit administrators are named by the security administrator; the security administrator by the head of the federation
 * while there is none. Nobody names himself, and one person holds one of the three.
 */
export function mayName({ kind, member, holds, actor, hasSecurityAdministrator }: Naming): Verdict {
  if (!isAdministration(kind)) return refuse('posts.notAdministrator', '这里只办理系统、安全、审计管理员')
  if (actor.person === member) return refuse('posts.self', '不能任命自己为管理员，请由他人办理')
  if (holds.length)
    return refuse('posts.threePersons', `系统、安全、审计管理员须由三个人分别担任，此人已是${postKinds[holds[0]!].title}`)
  if (kind === 'securityAdministrator') {
    if (!actor.isHeadOfUnion) return refuse('posts.security', '安全管理员由主席（或筹备组负责人、专职副主席）任命')
    return hasSecurityAdministrator ? refuse('posts.taken', '已有安全管理员在任，请先办理卸任') : null
  }
  return actor.isSecurity ? null : refuse('posts.bySecurity', '系统管理员、审计管理员由安全管理员任命')
}

/** The auditor's post takes two persons: the security administrator names, the head of the union confirms. */
export function mayConfirm(facts: {
  waits: boolean
  proposedBy: string | null
  account: string
  member: string
  person?: string | undefined
  isHead: boolean
}): Verdict {
  if (!facts.waits) return refuse('posts.notWaiting', '这项任命不需要确认，或已经确认')
  if (!facts.isHead) return refuse('posts.head', '审计管理员的任命由主席确认')
  if (facts.proposedBy === facts.account || facts.member === facts.person)
    return refuse('posts.twoPersons', '提名和确认须由两个人办理，被任命的人也不能自己确认')
  return null
}

/** The auditor is dismissed by the head of the union, so that whoever is watched cannot send the watcher away. */
export function mayDismiss(kind: Kind, member: string, actor: Naming['actor']): Verdict {
  if (!isAdministration(kind)) return refuse('posts.notAdministrator', '这里只办理系统、安全、审计管理员')
  if (actor.person === member || actor.isHeadOfUnion) return null
  if (kind === 'systemAdministrator' && actor.isSecurity) return null
  return refuse(
    'posts.dismiss',
    kind === 'systemAdministrator' ? '系统管理员由安全管理员或主席免去' : '安全管理员、审计管理员由主席免去',
  )
}

/** Lists of duties and authorities may be changed, but the three administrators stay apart, and nobody adds to his own. */
export function mayAdjustKind(
  kind: Kind,
  powers: readonly Power[],
  before: readonly Power[],
  held: readonly string[],
  isRoot: boolean,
): Verdict {
  if (!isRoot) return refuse('posts.federation', '职责与权限清单由本地区总工会统一调整')
  const wrong = powers.find((power) => reserved[power] && reserved[power] !== kind)
  if (wrong) return refuse('posts.reserved', `这项权限只能由${postKinds[reserved[wrong]!].title}持有`)
  if (isAdministration(kind) && powers.some((power) => !before.includes(power)))
    return refuse('posts.apart', '管理员的权限不能扩大：系统、安全、审计三者分开，业务权限归业务职务')
  const adds = powers.some((power) => !before.includes(power))
  return adds && held.includes(kind) ? refuse('posts.ownPowers', '不能给自己担任的职务增加权限') : null
}
