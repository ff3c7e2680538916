import { eq } from 'drizzle-orm'
import { firstOf } from '#law/verdict'
import { relocate } from '#modules/organisation/members'
import { hold } from '#platform/db'
import { enforce, found, personOf, postOf, type Session } from '#platform/session'
import { isCurrent, isOpen, maySpeak, mayWithdraw, sidesOf, standingOf } from '../rules.ts'
import { type Transfer, transfers } from '../tables.ts'

type Versioned = { id: string; version: number }

/** The transfer, held until the act ends, while it is under way. */
async function heldOpen({ db }: Session, id: string, version?: number): Promise<Transfer> {
  await hold(db, transfers, id)
  const [row] = await db.select().from(transfers).where(eq(transfers.id, id))
  enforce(firstOf(isOpen(found(row).state), version === undefined ? null : isCurrent(row!.version, version)))
  return row!
}

const byOf = (session: Session) => `${postOf(session).unionName} ${postOf(session).title}`

/** Writes what one side said; with the last yes the record moves, and nothing is typed again. */
async function say(session: Session, row: Transfer, said: Partial<Transfer>) {
  const { db, now, today, line } = session
  const after = { ...row, ...said }
  const state = standingOf(after)
  const ended = state === 'accepted' ? { endedAt: now, endedOn: today } : {}
  await db
    .update(transfers)
    .set({ ...said, ...ended, state, version: row.version + 1 })
    .where(eq(transfers.id, row.id))
  if (state === 'accepted') await relocate(session, row.memberId, row.toUnionId, { on: today })
  Object.assign(line, { unionId: state === 'accepted' ? row.toUnionId : row.fromUnionId, subject: row.id, detail: { state } })
  return { id: row.id }
}

async function end(session: Session, row: Transfer, how: Partial<Transfer> & Pick<Transfer, 'state'>) {
  const { db, now, today, line } = session
  await db
    .update(transfers)
    .set({ ...how, endedAt: now, endedOn: today, version: row.version + 1 })
    .where(eq(transfers.id, row.id))
  Object.assign(line, { unionId: row.fromUnionId, subject: row.id, detail: { state: how.state } })
  return { id: row.id }
}

/** The member says yes to what a union started. */
export async function agree(session: Session, { id }: { id: string }) {
  personOf(session)
  const row = await heldOpen(session, id)
  return say(session, row, { agreedAt: row.agreedAt ?? session.now })
}

/** The member stops it: takes back his own, or says no to a union's. */
export async function stop(session: Session, { id, reason }: { id: string; reason?: string | undefined }) {
  personOf(session)
  const row = await heldOpen(session, id)
  if (row.startedBy === 'member') return end(session, row, { state: 'withdrawn', reason: reason ?? null })
  return end(session, row, { state: 'refused', refusedBy: 'member', reason: reason ?? '本人不同意' })
}

export async function release(session: Session, { id, version }: Versioned) {
  const row = await heldOpen(session, id, version)
  enforce(maySpeak('old', sidesOf(postOf(session).path, row), row.releasedAt))
  return say(session, row, { releasedAt: session.now, releasedBy: byOf(session) })
}

export async function accept(session: Session, { id, version }: Versioned) {
  const row = await heldOpen(session, id, version)
  enforce(maySpeak('new', sidesOf(postOf(session).path, row), row.takenAt))
  return say(session, row, { takenAt: session.now, takenBy: byOf(session) })
}

/** The member agreed on paper; a clerk of either union enters it (ICT-02). */
export async function agreeOnPaper(session: Session, { id, version, paper }: Versioned & { paper: string }) {
  const row = await heldOpen(session, id, version)
  return say(session, row, { agreedAt: row.agreedAt ?? session.now, agreedPaper: paper })
}

export async function refuseTransfer(session: Session, { id, version, reason }: Versioned & { reason: string }) {
  const row = await heldOpen(session, id, version)
  const sides = sidesOf(postOf(session).path, row)
  return end(session, row, { state: 'refused', refusedBy: sides.includes('new') && !row.takenAt ? 'new' : sides[0]!, reason })
}

export async function withdraw(session: Session, { id, version, reason }: Versioned & { reason: string }) {
  const row = await heldOpen(session, id, version)
  enforce(mayWithdraw(row.startedBy, sidesOf(postOf(session).path, row)))
  return end(session, row, { state: 'withdrawn', reason })
}
