import type { Session } from '#platform/session'
import { memberOf } from '#modules/organisation/members'
import { begin } from './usecases/starting.ts'

/** A transfer under way, started by one side. */
export const aTransfer = async (session: Session, memberId: string, unionId: string, by: 'member' | 'old' | 'new' = 'member') =>
  begin(session, { ...(await memberOf(session, memberId)), memberId }, { unionId, ground: 'newEmployer', note: null }, by)
