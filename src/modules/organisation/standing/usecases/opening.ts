import { firstOf } from '#law/verdict'
import { memberOf } from '#modules/organisation/members'
import { enforce, personOf, Refused, type Session } from '#platform/session'
import { eq } from 'drizzle-orm'
import { hold } from '#platform/db'
import { found } from '#platform/session'
import { seal } from '#platform/secrets'
import type { Open } from '../contract.ts'
import { isOpen, mayOpen, mayStep } from '../rules.ts'
import { changes } from '../tables.ts'
import { JUDGMENT } from './reading.ts'

type New = Omit<typeof changes.$inferInsert, 'unionId' | 'unionPath' | 'state' | 'openedAt' | 'openedOn' | 'startedBy'>

async function openOne(session: Session, given: New, startedBy: 'member' | 'union') {
  const { db, now, today, line } = session
  const { unionId, unionPath, status } = await memberOf(session, given.memberId)
  enforce(mayOpen(given.kind, status))
  const [made] = await db
    .insert(changes)
    .values({ ...given, unionId, unionPath, state: 'open', startedBy, openedAt: now, openedOn: today })
    .onConflictDoNothing()
    .returning({ id: changes.id })
  if (!made) throw new Refused({ code: 'standing.open', reason: '此人已有一件会籍变动没有办完，请先办完那一件' })
  Object.assign(line, { unionId, subject: made.id, detail: { kind: given.kind } })
  return { id: made.id }
}

/** Leaving is free (章程 第六条): the member tells his union, and nobody decides on it; the committee announces it. */
export const leaveMine = (session: Session, { note }: { note: string | null }) =>
  openOne(session, { memberId: personOf(session), kind: 'leave', effectiveOn: session.today, note }, 'member')

/** He thought better of it, before it was announced. */
export async function stayMine(session: Session, { id }: { id: string }) {
  const { db, today, line } = session
  personOf(session)
  await hold(db, changes, id)
  const [row] = await db.select().from(changes).where(eq(changes.id, id))
  enforce(isOpen(found(row).state))
  if (row!.startedBy !== 'member') throw new Refused({ code: 'standing.starter', reason: '这件事不是您提出的，有意见请找工会' })
  const end = { state: 'dropped' as const, droppedOn: today, reason: '本人收回', version: row!.version + 1 }
  await db.update(changes).set(end).where(eq(changes.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: id })
  return { id }
}

/** The union opens a change: at the desk for the member, or of its own. */
export function open(session: Session, given: Open) {
  const { today } = session
  if (given.kind === 'expel') {
    enforce(mayStep('expel', 'expel', { on: given.judgedOn, after: null, today }))
    const judgment = seal(JUDGMENT, given.judgment)
    return openOne(session, { ...given, judgment, effectiveOn: today }, 'union')
  }
  if (given.kind === 'deemed') {
    enforce(firstOf(mayStep('deemed', 'deemed', { on: given.idleSince, after: null, today })))
    return openOne(session, { ...given, effectiveOn: today }, 'union')
  }
  return openOne(session, given, 'union')
}
