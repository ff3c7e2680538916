import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { termById } from '#modules/democracy/deputies'
import { hold } from '#platform/db'
import { dayOf, enforce, found, type Session } from '#platform/session'
import { calendarFor, statutesFor } from '#platform/statutes'
import { refuse } from '#law/verdict'
import { stateOf, type SessionState, stepsOf } from '../rules.ts'
import { items, marked, opinions, roll, sessions } from '../tables.ts'

export type Row = typeof sessions.$inferSelect
export type ItemRow = typeof items.$inferSelect

export async function sessionOf({ db }: Pick<Session, 'db'>, id: string): Promise<Row> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id))
  return found(row)
}

/** The session, held until the act ends, in one of these states; the act's line is about it. */
export async function heldIn(session: Session, id: string, ...states: SessionState[]): Promise<Row> {
  await hold(session.db, sessions, id)
  const row = await sessionOf(session, id)
  if (!states.includes(stateOf(row))) enforce(refuse('congress.state', `现在不能办理：会议${stateWords[stateOf(row)]}`))
  Object.assign(session.line, { unionId: row.unionId, subject: id })
  return row
}
const stateWords: Record<SessionState, string> = {
  preparing: '还没有开幕',
  open: '正在进行',
  closed: '已经闭幕',
  cancelled: '已经取消',
}

/** What an item of a session stands in: the item held, its session in one of these states. */
export async function heldItem(session: Session, id: string, ...states: SessionState[]) {
  const [{ sessionId } = { sessionId: undefined }] = await session.db
    .select({ sessionId: items.sessionId })
    .from(items)
    .where(eq(items.id, id))
  const row = await heldIn(session, found(sessionId), ...states)
  await hold(session.db, items, id)
  const [item] = await session.db.select().from(items).where(eq(items.id, id))
  return { item: found(item), row }
}

export const placeOf = ({ unionId, unionPath }: Row) => ({ unionId, unionPath })
export const ofSession = (row: Row) => ({ sessionId: row.id, ...placeOf(row) })

export const itemsOf = ({ db }: Pick<Session, 'db'>, sessionId: string) =>
  db.select().from(items).where(eq(items.sessionId, sessionId)).orderBy(asc(items.position))

const of = (sessionId: string) => eq(roll.sessionId, sessionId)
const isDeputy = eq(roll.isObserver, false)
export const deputiesAt = ({ db }: Session, id: string) => db.$count(roll, and(of(id), isDeputy))
export const presentAt = ({ db }: Session, id: string) => db.$count(roll, and(of(id), isDeputy, isNotNull(roll.presentHow)))

/** Every step of a session with its day and what became of it. */
export async function linesOf(session: Session, row: Row) {
  const { db } = session
  const term = await termById(session, row.termId)
  const { rows } = await db.execute<{ deputies: number; items: number; unsettled: number }>(sql`select
    (select count(*)::int from deputies d where d.term_id = ${term.id} and d.until is null) deputies,
    (select count(*)::int from congress_items i where i.session_id = ${row.id}) items,
    (select count(*)::int from congress_items i where i.session_id = ${row.id} and i.closed_at is null) unsettled`)
  const unanswered = await db.$count(opinions, and(eq(opinions.sessionId, row.id), sql`${opinions.answer} is null`))
  const done = await db.select().from(marked).where(eq(marked.sessionId, row.id))
  const facts = {
    ...{
      kind: row.kind,
      opensOn: row.opensOn,
      reportedOn: row.reportedOn,
      presidium: row.presidium.length,
      marked: done,
      unanswered,
    },
    ...rows[0]!,
    openedOn: row.openedAt && dayOf(row.openedAt),
    closedOn: row.closedAt && dayOf(row.closedAt),
    publishedOn: row.publishedAt && dayOf(row.publishedAt),
  }
  return stepsOf(facts, session.today, await calendarFor(session), await statutesFor(session, row.unionPath))
}
