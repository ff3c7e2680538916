import { and, asc, eq, isNull } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { found, type Session } from '#platform/session'
import type { Body, NewSeat } from '../contract.ts'
import { gapsOf } from '../rules.ts'
import { seats } from '../tables.ts'

/** Both groups of a union as they sit, and what they lack. */
export async function groups(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  const rows = await session.db
    .select()
    .from(seats)
    .where(and(eq(seats.unionId, unionId), isNull(seats.untilOn)))
    .orderBy(asc(seats.body), asc(seats.role), asc(seats.fromOn))
  return { seats: rows, gaps: gapsOf(rows) }
}

/** Seats somebody; a new head replaces the one before. */
export async function seat(session: Session, { unionId, ...facts }: NewSeat) {
  const { db, line } = session
  const { path: unionPath } = await unionOf(session, unionId)
  const head = and(eq(seats.unionId, unionId), eq(seats.body, facts.body), eq(seats.role, 'head'), isNull(seats.untilOn))
  if (facts.role === 'head') await db.update(seats).set({ untilOn: facts.fromOn }).where(head)
  const [row] = await db
    .insert(seats)
    .values({ unionId, unionPath, ...facts })
    .returning({ id: seats.id })
  Object.assign(line, { unionId, subject: row!.id, detail: { body: facts.body, role: facts.role } })
  return row!
}

export async function unseat({ db, line }: Session, { id, untilOn }: { id: string; untilOn: string }) {
  const [row] = await db
    .update(seats)
    .set({ untilOn })
    .where(and(eq(seats.id, id), isNull(seats.untilOn)))
    .returning()
  Object.assign(line, { unionId: found(row).unionId, subject: id, detail: { body: row!.body } })
  return { id }
}

export type Hand = { person: string | null; isSeated: boolean; title: string; paper: string | null }

/** Who decides for a group: the person acting, when he sits in it at that union; or the seat whose signature stands on paper. */
export async function handOf(
  session: Session,
  unionId: string,
  body: Body,
  signed?: { seatId: string; paper: string },
): Promise<Hand> {
  const { db, user } = session
  const person = user.person ?? null
  const rows = await db
    .select()
    .from(seats)
    .where(and(eq(seats.unionId, unionId), eq(seats.body, body), isNull(seats.untilOn)))
  const own = rows.find(({ id, memberId }) => (signed ? id === signed.seatId : person !== null && memberId === person))
  return {
    person: own?.memberId ?? person,
    isSeated: own !== undefined,
    title: own ? `${own.title}${own.personName}` : '',
    paper: signed?.paper ?? null,
  }
}
