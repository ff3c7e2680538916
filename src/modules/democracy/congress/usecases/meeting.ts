import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { admit } from '#platform/ballots'
import { doorCodeAt, isDoorCode } from '#platform/doorcode'
import { refuse } from '#law/verdict'
import { enforce, found, personOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { mayBegin, mayConvene, stateOf } from '../rules.ts'
import { items, roll, sessions, speakers } from '../tables.ts'
import { deputiesAt, heldIn, linesOf, ofSession, presentAt, sessionOf } from './parts.ts'

/** What the projector shows for deputies to scan. */
export async function doorCode(session: Session, { id }: { id: string }) {
  const row = await sessionOf(session, id)
  if (!['preparing', 'open'].includes(stateOf(row))) enforce(refuse('congress.state', '会议已经结束'))
  return doorCodeAt(row.doorSecret, session.now)
}

export async function rollOf({ db }: Session, { id, text }: { id: string; text?: string | undefined }) {
  await sessionOf({ db }, id)
  const found = text ? sql`(strpos(${roll.name}, ${text}) > 0 or strpos(${roll.unitName}, ${text}) > 0)` : undefined
  return db
    .select()
    .from(roll)
    .where(and(eq(roll.sessionId, id), found))
    .orderBy(asc(roll.isObserver), asc(roll.unitName), asc(roll.name))
}

/** Marks people as present by hand at the door, or takes the mark back while the session has not begun. */
export async function arrive(
  session: Session,
  { sessionId, rollIds, isPresent }: { sessionId: string; rollIds: string[]; isPresent: boolean },
) {
  const { db, line } = session
  const row = await heldIn(session, sessionId, 'preparing', 'open')
  if (!isPresent && row.openedAt) enforce(refuse('congress.begun', '会议已经开幕，不能取消签到'))
  const changed = await db
    .update(roll)
    .set({ presentHow: isPresent ? 'hand' : null })
    .where(and(eq(roll.sessionId, sessionId), inArray(roll.id, rollIds), isPresent ? isNull(roll.presentHow) : undefined))
    .returning({ memberId: roll.memberId, isObserver: roll.isObserver })
  if (isPresent && row.openedAt) await letVote(session, sessionId, changed)
  Object.assign(line, { detail: { people: changed.length, isPresent } })
  return { id: sessionId }
}

/** Whoever comes while a secret ballot is open may take it. */
async function letVote(session: Session, sessionId: string, came: { memberId: string; isObserver: boolean }[]) {
  const voterIds = came.filter(({ isObserver }) => !isObserver).map(({ memberId }) => memberId)
  const open = await session.db
    .select({ ballotId: items.ballotId })
    .from(items)
    .where(and(eq(items.sessionId, sessionId), isNull(items.closedAt), sql`${items.ballotId} is not null`))
  if (voterIds.length) for (const { ballotId } of open) await admit(session, { ballotId: ballotId!, voterIds })
}

/** A deputy scans the code at the door. */
export async function arriveMine(session: Session, { id, code }: { id: string; code: string }) {
  const row = await sessionOf(session, id)
  if (!['preparing', 'open'].includes(stateOf(row))) enforce(refuse('congress.state', '会议已经结束'))
  if (!isDoorCode(row.doorSecret, code, session.now))
    enforce(refuse('congress.doorCode', '签到码过期了，请重新扫大屏幕上的二维码'))
  const [own] = await session.db
    .select()
    .from(roll)
    .where(and(eq(roll.sessionId, id), eq(roll.memberId, personOf(session))))
  if (!own) enforce(refuse('congress.notOnRoll', '出席名册上没有您，请到签到处核对'))
  if (!own!.presentHow) await session.db.update(roll).set({ presentHow: 'qr' }).where(eq(roll.id, own!.id))
  Object.assign(session.line, { unionId: row.unionId, subject: id })
  return { id }
}

/** Opens the session: every step of the preparation done or skipped with its reason, and two thirds of all deputies present (WC-14). */
export async function begin(session: Session, { id }: { id: string }) {
  const { db, now, today } = session
  const row = await heldIn(session, id, 'preparing')
  enforce(mayBegin(await linesOf(session, row)))
  const [expected, present] = [await deputiesAt(session, id), await presentAt(session, id)]
  enforce(mayConvene({ expected, present }, today, await statutesFor(session, row.unionPath)))
  await db.update(sessions).set({ openedAt: now, expected, present }).where(eq(sessions.id, id))
  Object.assign(session.line, { detail: { expected, present } })
  return { id }
}

/** A deputy in the hall asks to speak; the list keeps the order in which they asked. */
export async function askToSpeak(session: Session, { id }: { id: string }) {
  const { db, now, line } = session
  const row = await sessionOf(session, id)
  const [own] = await db
    .select()
    .from(roll)
    .where(and(eq(roll.sessionId, id), eq(roll.memberId, personOf(session))))
  if (stateOf(row) !== 'open' || !found(own).presentHow) enforce(refuse('congress.speak', '会议进行中、已签到的代表才能申请发言'))
  const { memberId, name, unitName } = own!
  await db
    .insert(speakers)
    .values({ ...ofSession(row), memberId, name, unitName, askedAt: now })
    .onConflictDoNothing()
  Object.assign(line, { unionId: row.unionId, subject: id })
  return { id }
}

async function speaking(session: Session, id: string, facts: { calledAt?: Date; endedAt?: Date }) {
  const [row] = await session.db.update(speakers).set(facts).where(eq(speakers.id, id)).returning()
  Object.assign(session.line, { unionId: found(row).unionId, subject: row!.sessionId })
  return { id: row!.sessionId }
}
export const callSpeaker = (session: Session, { id }: { id: string }) => speaking(session, id, { calledAt: session.now })
export const endSpeaker = (session: Session, { id }: { id: string }) => speaking(session, id, { endedAt: session.now })
