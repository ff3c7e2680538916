import { eq } from 'drizzle-orm'
import { hold } from '#platform/db'
import { enforce, type Session } from '#platform/session'
import type { Ended } from '../contract.ts'
import { mayHandOver } from '../rules.ts'
import { appointments, handovers } from '../tables.ts'
import { finish } from './appointing.ts'
import { appointmentOf } from './reading.ts'

/** The two sides of a hand-over: appointment, person and account-independent, at one union. */
export type Side = { appointment: string; person: string; unionId: string }

/** Moves one kind of open work from one holder to the other, within the same transaction, and says how many pieces moved. */
export type MoveWork = (session: Session, from: Side, to: Side) => Promise<number>
const moves = new Map<string, MoveWork>()

/**
 * A module that gives people open work says here how it follows the post. `what` is shown on the record (待审批的入会申请).
 * Called when the module is loaded; the same word again replaces the earlier one.
 */
export const onHandOver = (what: string, move: MoveWork) => {
  moves.set(what, move)
}

type Input = { fromId: string; toId: string; on: string; why: Ended; note: string }

/** Ends one holder's appointment and hands all open work that modules know of to the other, on record. */
export async function handOver(session: Session, { fromId, toId, on, why, note }: Input) {
  for (const id of [fromId, toId].sort()) await hold(session.db, appointments, id)
  const [from, to] = [await appointmentOf(session, fromId), await appointmentOf(session, toId)]
  enforce(mayHandOver(from, to))
  if (!from.endedOn) await finish(session, from, { on, why, ...(note.length >= 4 && { basis: note }) })
  await session.db.update(appointments).set({ handedOverTo: toId }).where(eq(appointments.id, fromId))
  const moved = []
  for (const [what, move] of moves) {
    const count = await move(session, sideOf(from), sideOf(to))
    if (count) moved.push({ what, count })
  }
  const [row] = await session.db
    .insert(handovers)
    .values({ unionId: from.unionId, unionPath: from.unionPath, fromId, toId, onDay: on, moved, note: note || null })
    .returning()
  const total = moved.reduce((sum, { count }) => sum + count, 0)
  Object.assign(session.line, { unionId: from.unionId, subject: fromId, detail: { to: toId, why, moved: total } })
  return { id: row!.id, from: from.personName, to: to.personName, onDay: on, moved, note: row!.note }
}

const sideOf = ({ id, memberId, unionId }: { id: string; memberId: string; unionId: string }): Side => ({
  appointment: id,
  person: memberId,
  unionId,
})
