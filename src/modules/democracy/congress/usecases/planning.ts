import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { deputiesOn, termOf } from '#modules/democracy/deputies'
import { memberOf } from '#modules/organisation/members'
import { unionOf } from '#modules/organisation/unions'
import { citeOf } from '#law/statutes'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { NewItem, NewSession } from '../contract.ts'
import { mayAddItem, maySkip, type Step, stepNames } from '../rules.ts'
import { items, marked, roll, sessions } from '../tables.ts'
import { heldIn, heldItem, linesOf, ofSession, type Row } from './parts.ts'

/** Begins to prepare a session of the running term; what joint meetings decided since the last one comes in to be confirmed (WC-21). */
export async function prepare(session: Session, { unionId, ...facts }: NewSession) {
  const { db, today, line } = session
  const union = await unionOf(session, unionId)
  const term = await termOf(session, unionId)
  if (!term) enforce(refuse('congress.term', '请先在“职工代表”里建立本届职代会'))
  if (facts.kind === 'extraordinary' && (facts.reason ?? '').length < 4)
    enforce(
      refuse(
        'congress.reason',
        '临时会议请写明由谁提议：行政方、工会或者三分之一以上职工代表',
        citeOf((await statutesFor(session, union.path)).on('WC-13.extraordinary', today)),
      ),
    )
  const values = {
    ...facts,
    unionId,
    unionPath: union.path,
    termId: term!.id,
    doorSecret: randomBytes(24).toString('base64url'),
    madeOn: today,
  }
  const [row] = await db.insert(sessions).values(values).returning()
  if (facts.kind !== 'joint') await confirmJoint(session, row!)
  Object.assign(line, { unionId, subject: row!.id })
  return { id: row!.id }
}

async function confirmJoint({ db }: Session, row: Row) {
  const { rows } = await db.execute<{
    title: string
    resolution: string | null
  }>(sql`select i.title, i.resolution from congress_items i
    join congress_sessions s on s.id = i.session_id where s.union_id = ${row.unionId} and s.kind = 'joint' and s.closed_at is not null
      and s.closed_at > coalesce((select max(p.closed_at) from congress_sessions p where p.union_id = ${row.unionId} and p.kind <> 'joint'), '-infinity')
    order by s.closed_at, i.position`)
  if (rows.length)
    await db.insert(items).values(
      rows.map(({ title, resolution }, position) => ({
        ...{ ...ofSession(row), position, kind: 'supervise' as const, matter: 'other' as const, way: 'hands' as const },
        ...{ title: `确认联席会议处理的事项：${title}`.slice(0, 80), body: resolution ?? '' },
      })),
    )
}

export async function cancel(session: Session, { id, reason }: { id: string; reason: string }) {
  await heldIn(session, id, 'preparing')
  await session.db.update(sessions).set({ cancelledOn: session.today, cancelledWhy: reason }).where(eq(sessions.id, id))
  return { id }
}

async function stepLine(session: Session, sessionId: string, step: Step) {
  const row = await heldIn(session, sessionId, 'preparing', 'open', 'closed')
  return { row, line: found((await linesOf(session, row)).find((one) => one.step === step)) }
}

/** Ticks off a step that a cadre does outside the platform; papers are told to every deputy. */
export async function mark(
  session: Session,
  { sessionId, step, on, note }: { sessionId: string; step: Step; on: string; note: string | null },
) {
  const { row, line } = await stepLine(session, sessionId, step)
  if (!line.isManual) enforce(refuse('congress.derived', `“${stepNames[step]}”由记录得出，不用勾选`))
  if (line.state === 'done' || line.state === 'skipped') enforce(refuse('congress.done', '这一步已经办过'))
  if (on > session.today) enforce(refuse('congress.future', '日期不能晚于今天'))
  await session.db.insert(marked).values({ ...ofSession(row), step, doneOn: on, note })
  return { id: sessionId }
}

/** Leaves a step out, with the reason that stands in the minutes. */
export async function skip(session: Session, { sessionId, step, reason }: { sessionId: string; step: Step; reason: string }) {
  const { row, line } = await stepLine(session, sessionId, step)
  enforce(maySkip(line))
  await session.db.insert(marked).values({ ...ofSession(row), step, doneOn: session.today, skippedWhy: reason })
  Object.assign(session.line, { detail: { step, skipped: true } })
  return { id: sessionId }
}

/** The presidium as the preparatory meeting adopted it (WC-18). */
export async function seatPresidium(
  session: Session,
  { sessionId, members }: { sessionId: string; members: { memberId: string; isLeader: boolean }[] },
) {
  await heldIn(session, sessionId, 'preparing')
  const presidium = []
  for (const one of members) presidium.push({ ...one, name: (await memberOf(session, one.memberId)).name })
  await session.db.update(sessions).set({ presidium }).where(eq(sessions.id, sessionId))
  return { id: sessionId }
}

/** Puts a matter on the agenda, by its legal kind, with the way it is voted on. */
export async function addItem(session: Session, { sessionId, choices, ...facts }: NewItem) {
  const { db, today } = session
  const row = await heldIn(session, sessionId, 'preparing', 'open')
  enforce(mayAddItem({ ...facts, choices }, row, today, await statutesFor(session, row.unionPath)))
  const [last] = await db
    .select({ n: items.position })
    .from(items)
    .where(eq(items.sessionId, sessionId))
    .orderBy(desc(items.position))
    .limit(1)
  const named = choices.map((name, at) => ({ key: `c${at + 1}`, name }))
  const [item] = await db
    .insert(items)
    .values({ ...facts, ...ofSession(row), position: (last?.n ?? -1) + 1, choices: named })
    .returning({ id: items.id })
  return item!
}

export async function removeItem(session: Session, { id }: { id: string }) {
  const { item } = await heldItem(session, id, 'preparing')
  await session.db.delete(items).where(eq(items.id, item.id))
  return { id }
}

/** Draws the roll of those who should attend: the deputies as they sit today; who came already keeps his mark. */
export async function drawRoll(session: Session, { id }: { id: string }) {
  const { db, today, line } = session
  const row = await heldIn(session, id, 'preparing')
  const sitting = await deputiesOn(session, row.unionId, today)
  if (!sitting.length) enforce(refuse('congress.roll', '本届还没有职工代表，请先登记代表'))
  const keep = sitting.map(({ memberId }) => memberId)
  await db
    .delete(roll)
    .where(and(eq(roll.sessionId, id), eq(roll.isObserver, false), sql`${roll.memberId} <> all(${sql.param(keep)}::uuid[])`))
  await db
    .insert(roll)
    .values(sitting.map(({ memberId, name, unitName }) => ({ ...ofSession(row), memberId, name, unitName })))
    .onConflictDoNothing()
  Object.assign(line, { detail: { deputies: sitting.length } })
  return { id }
}

/** An observer attends without a vote (WC-19). */
export async function observe(session: Session, { sessionId, memberId }: { sessionId: string; memberId: string }) {
  const row = await heldIn(session, sessionId, 'preparing', 'open')
  const { name, unionId } = await memberOf(session, memberId)
  const unit = await unionOf(session, unionId)
  const values = { ...ofSession(row), memberId, name, unitName: unit.shortName ?? unit.name, isObserver: true }
  await session.db.insert(roll).values(values).onConflictDoNothing()
  return { id: sessionId }
}

/** The superior links an instructor to a session (DEM-06). */
export async function guide(session: Session, { sessionId, name }: { sessionId: string; name: string }) {
  await heldIn(session, sessionId, 'preparing')
  const from = session.user.post?.unionName ?? null
  await session.db
    .update(sessions)
    .set({ instructorName: name, instructorFrom: from })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.cancelledOn)))
  return { id: sessionId }
}
