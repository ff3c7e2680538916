import { eq } from 'drizzle-orm'
import { holdUnion } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, type Session } from '#platform/session'
import type { Draft } from '../contract.ts'
import { mayAnnounce, mayChange, mayWrite } from '../rules.ts'
import { openings } from '../tables.ts'
import { openingOf } from './reading.ts'

/** The opening, held until the act ends, and the journal line turned to its union. */
export async function held(session: Session, id: string) {
  await hold(session.db, openings, id)
  const opening = await openingOf(session, id)
  Object.assign(session.line, { unionId: opening.unionId, subject: id })
  return opening
}

/** Prepares an opening, or changes one that is not announced yet. */
export async function save(session: Session, { id, ...draft }: Draft) {
  const { db, now, line } = session
  const union = await holdUnion(session, draft.unionId)
  const facts = { ...draft, unionId: union.id, unionPath: union.path }
  if (id) {
    enforce(mayChange((await held(session, id)).state))
    await db.update(openings).set(facts).where(eq(openings.id, id))
    return { id }
  }
  const [row] = await db
    .insert(openings)
    .values({ ...facts, createdAt: now })
    .returning({ id: openings.id })
  Object.assign(line, { unionId: union.id, subject: row!.id, detail: { way: draft.way, seats: draft.seats } })
  return row!
}

export async function announce(session: Session, { id }: { id: string }) {
  const { state, applyUntil } = await held(session, id)
  enforce(mayAnnounce(state, applyUntil, session.today))
  await session.db.update(openings).set({ announcedOn: session.today }).where(eq(openings.id, id))
  return { id }
}

export async function callOff(session: Session, { id, why }: { id: string; why: string }) {
  const { state } = await held(session, id)
  enforce(mayWrite(state, false))
  await session.db.update(openings).set({ endedOn: session.today, endedWhy: why }).where(eq(openings.id, id))
  return { id }
}
