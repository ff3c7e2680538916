import { refuse, type Verdict } from '#law/verdict'

/** An account has one person, and a person one account. Nobody opens, locks or resets his own. */
export function mayInvite(member: { hasAccount: boolean; isSelf: boolean; status: string }): Verdict {
  if (member.hasAccount) return refuse('accounts.exists', '此人已有账号；忘记密码请用重置')
  if (member.isSelf) return refuse('accounts.own', '不能办理自己的账号')
  return ['left', 'expelled'].includes(member.status) ? refuse('accounts.left', '此人已离会，不能开通账号') : null
}

/** The three administrators' accounts are not the system administrator's to close: he could silence whoever watches him. */
export function mayLock(account: { isOwn: boolean; isLocked: boolean; guards: boolean }): Verdict {
  if (account.isOwn) return refuse('accounts.own', '不能停用自己的账号')
  if (account.guards) return refuse('accounts.guards', '安全、审计管理员的账号不能直接停用，请先由主席免去其职务')
  return account.isLocked ? refuse('accounts.locked', '账号已经停用') : null
}

/**
 * Whoever takes both password and second factor away holds the account. For people with authority that takes a second person's word,
 * within a day; for a worker without posts, or a lost password alone, the administrator's act is enough.
 */
export function mayReset(facts: {
  isOwn: boolean
  hasAuthority: boolean
  hasSecondFactor: boolean
  takesSecondFactor: boolean
  confirmedAt: Date | null
  now: Date
}): Verdict {
  if (facts.isOwn) return refuse('accounts.own', '不能重置自己的账号，请用“忘记密码”')
  const takesAll = facts.takesSecondFactor || !facts.hasSecondFactor
  if (!facts.hasAuthority || !takesAll) return null
  if (!facts.confirmedAt) return refuse('accounts.secondPerson', '此人任有职务，重置后他人可冒用其权限：须先提出申请，由主席确认')
  const isOver = facts.now.getTime() - facts.confirmedAt.getTime() > DAY
  return isOver ? refuse('accounts.confirmedLongAgo', '确认已超过 24 小时，请重新申请') : null
}
const DAY = 86_400_000

export function mayConfirmReset(facts: {
  askedBy: string
  account: string
  accountId: string
  isConfirmed: boolean
  isHead: boolean
}): Verdict {
  if (facts.isConfirmed) return refuse('accounts.confirmed', '已经确认过')
  if (!facts.isHead) return refuse('accounts.head', '由主席（或主持工作的副主席、筹备组负责人）确认')
  if (facts.askedBy === facts.account) return refuse('accounts.twoPersons', '申请和确认须由两个人办理')
  return facts.accountId === facts.account ? refuse('accounts.own', '不能确认重置自己的账号') : null
}
