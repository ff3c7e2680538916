import { eq } from 'drizzle-orm'
import { firstOf } from '#law/verdict'
import { release, restore } from '#modules/organisation/members'
import { hold } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { isCurrent, isOpen, mayDecide, mayReport, mayStep } from '../rules.ts'
import { type Change, changes } from '../tables.ts'

type Versioned = { id: string; version: number }

async function held({ db }: Session, { id, version }: Versioned): Promise<Change> {
  await hold(db, changes, id)
  const [row] = await db.select().from(changes).where(eq(changes.id, id))
  enforce(isCurrent(found(row).version, version))
  return row!
}

async function set(session: Session, row: Change, values: Partial<Change>, step: string) {
  await session.db
    .update(changes)
    .set({ ...values, version: row.version + 1 })
    .where(eq(changes.id, row.id))
  Object.assign(session.line, { unionId: row.unionId, subject: row.id, detail: { kind: row.kind, step } })
  return { id: row.id }
}

/** The education that must come before a withdrawal is deemed (MEM-09), with its day and how it went. */
export async function educate(session: Session, { on, how, ...of }: Versioned & { on: string; how: string }) {
  const row = await held(session, of)
  enforce(firstOf(isOpen(row.state), mayStep(row.kind, 'deemed', { on, after: row.idleSince, today: session.today })))
  return set(session, row, { educatedOn: on, educatedHow: how }, 'educated')
}

/** The group's discussion and opinion, before an expulsion is decided (MEM-10). */
export async function discuss(session: Session, { on, opinion, ...of }: Versioned & { on: string; opinion: string }) {
  const row = await held(session, of)
  enforce(firstOf(isOpen(row.state), mayStep(row.kind, 'expel', { on, after: row.judgedOn, today: session.today })))
  return set(session, row, { discussedOn: on, opinion }, 'discussed')
}

type Decision = Versioned & { on: string; document: string; cardReturned: boolean | null }

/** The committee decides, or for a leaving member announces; the membership changes on that day, or on the day it was to. */
export async function decide(session: Session, { on, document, cardReturned, ...of }: Decision) {
  const row = await held(session, of)
  const { today, user } = session
  const months = (await statutesFor(session, row.unionPath)).on('MEM-09.idle', today).value
  enforce(firstOf(isOpen(row.state), mayDecide(row, on, today, months)))
  await carryOut(session, row, on)
  const by = { byAccount: user.account ?? null, byPost: user.post ? `${user.post.unionName} ${user.post.title}` : null }
  return set(session, row, { state: 'done', decidedOn: on, document, cardReturned, ...by }, 'decided')
}

async function carryOut(session: Session, { kind, memberId, effectiveOn }: Change, decidedOn: string) {
  if (kind === 'restore') await restore(session, memberId, { on: effectiveOn })
  else if (kind === 'retain') await release(session, memberId, { on: effectiveOn, went: 'retain' })
  else await release(session, memberId, { on: decidedOn, went: kind === 'expel' ? 'expel' : 'leave' })
}

/** The decision was filed with the next superior (备案). */
export async function report(session: Session, { on, number, ...of }: Versioned & { on: string; number: string }) {
  const row = await held(session, of)
  enforce(mayReport(row.kind, row.state, { decidedOn: row.decidedOn, on, today: session.today }))
  return set(session, row, { reportedOn: on, reportNumber: number }, 'reported')
}

/** Not carried through, with the reason: he mended his ways, it was a mistake. */
export async function drop(session: Session, { reason, ...of }: Versioned & { reason: string }) {
  const row = await held(session, of)
  enforce(isOpen(row.state))
  return set(session, row, { state: 'dropped', droppedOn: session.today, reason }, 'dropped')
}
