import { eq, sql } from 'drizzle-orm'
import { refuse } from '#law/verdict'
import { enforce, found, personOf, type Session } from '#platform/session'
import { type Answer, stateOf } from '../rules.ts'
import { notes, opinions, roll, taskViews, tasks } from '../tables.ts'
import { heldIn, ofSession, sessionOf } from './parts.ts'

/** A deputy says what he and his delegation think of the papers, before and during the session. */
export async function say(
  session: Session,
  { sessionId, itemId, body }: { sessionId: string; itemId: string | null; body: string },
) {
  const { db, today, line } = session
  const memberId = personOf(session)
  const row = await sessionOf(session, sessionId)
  const { rows } = await db.execute<{ name: string; unitName: string }>(sql`select name, unit_name as "unitName" from ${roll}
    where session_id = ${sessionId} and member_id = ${memberId}`)
  if (!rows[0]) enforce(refuse('congress.notOnRoll', '本次会议的代表才能在这里提意见'))
  if (!['preparing', 'open'].includes(stateOf(row))) enforce(refuse('congress.state', '会议已经结束'))
  // The person writes this row himself, and may not read back what is nobody's yet: its id is made here.
  const id = crypto.randomUUID()
  await db.insert(opinions).values({
    id,
    ...ofSession(row),
    itemId,
    memberId,
    who: `${rows[0]!.unitName} ${rows[0]!.name}`.slice(0, 60),
    body,
    onDay: today,
  })
  Object.assign(line, { unionId: row.unionId, subject: sessionId })
  return { id }
}

/** Notes an opinion that came on paper or from a delegation's discussion. */
export async function noteOpinion(
  session: Session,
  { sessionId, ...facts }: { sessionId: string; itemId: string | null; who: string; body: string },
) {
  const row = await heldIn(session, sessionId, 'preparing', 'open')
  const [made] = await session.db
    .insert(opinions)
    .values({ ...facts, ...ofSession(row), onDay: session.today })
    .returning({ id: opinions.id })
  return made!
}

/** Answers an opinion: adopted, partly, or not, with the reason. */
export async function answer(session: Session, { id, ...facts }: { id: string; answer: Answer; reply: string }) {
  const [row] = await session.db
    .update(opinions)
    .set({ ...facts, answeredOn: session.today })
    .where(eq(opinions.id, id))
    .returning({ unionId: opinions.unionId, sessionId: opinions.sessionId })
  Object.assign(session.line, { unionId: found(row).unionId, subject: row!.sessionId })
  return { id }
}

/** The superior's instructor remarks on the drafts. */
export async function remark(session: Session, { sessionId, ...facts }: { sessionId: string; about: string; body: string }) {
  const row = await heldIn(session, sessionId, 'preparing', 'open', 'closed')
  const who = row.instructorName ?? session.user.post?.title ?? '上级工会'
  const [made] = await session.db
    .insert(notes)
    .values({ ...facts, ...ofSession(row), who, onDay: session.today })
    .returning({ id: notes.id })
  return made!
}

/** What was made of a remark. */
export async function mend(session: Session, { id, note }: { id: string; note: string }) {
  const [row] = await session.db
    .update(notes)
    .set({ mendedOn: session.today, mendedNote: note })
    .where(eq(notes.id, id))
    .returning({ unionId: notes.unionId, sessionId: notes.sessionId })
  Object.assign(session.line, { unionId: found(row).unionId, subject: row!.sessionId })
  return { id }
}

/** A deputy confirms that a task was carried out, or disputes it with what is missing. */
export async function judgeTask(
  session: Session,
  { id, confirms, note }: { id: string; confirms: boolean; note: string | null },
) {
  const { db, today, line } = session
  const memberId = personOf(session)
  const [task] = await db.select().from(tasks).where(eq(tasks.id, id))
  const { unionId, unionPath, doneOn, sessionId } = found(task)
  const { rows } = await db.execute(
    sql`select 1 from ${roll} where session_id = ${sessionId} and member_id = ${memberId} and not is_observer`,
  )
  if (!rows.length) enforce(refuse('congress.notOnRoll', '本次会议的职工代表才能确认'))
  if (!doneOn) enforce(refuse('congress.notDone', '责任方还没有报告办结'))
  if (!confirms && (note ?? '').length < 2) enforce(refuse('congress.reason', '请写明哪里没有落实'))
  const view = { confirms, note: note || null, onDay: today }
  await db
    .insert(taskViews)
    .values({ taskId: id, memberId, unionId, unionPath, ...view })
    .onConflictDoUpdate({ target: [taskViews.taskId, taskViews.memberId], set: view })
  Object.assign(line, { unionId, subject: id })
  return { id }
}
