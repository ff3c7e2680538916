import { and, eq, isNull } from 'drizzle-orm'
import { cadreIfAny } from '#modules/organisation/competences'
import { memberOf } from '#modules/organisation/members'
import { refuse } from '#law/verdict'
import { hold } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import type { Decision, Found, Purpose } from '../contract.ts'
import { mayAdd, mayClose, mayDecide, mayFile } from '../rules.ts'
import { activists, deeds, nominations, proposals, tasks } from '../tables.ts'

type New = { memberId: string; foundHow: Found; reason: string }

/** Files a worker of one's scope as an activist. */
export async function add(session: Session, { memberId, foundHow, reason }: New) {
  const { db, today, line } = session
  const { unionId, unionPath, name: personName } = await memberOf(session, memberId)
  const isActivist = (await db.$count(activists, and(eq(activists.memberId, memberId), isNull(activists.endedOn)))) > 0
  enforce(mayAdd(isActivist, (await cadreIfAny(session, memberId)) !== undefined))
  const [row] = await db
    .insert(activists)
    .values({ unionId, unionPath, memberId, personName, foundOn: today, foundHow, reason })
    .returning({ id: activists.id })
  Object.assign(line, { unionId, subject: row!.id, detail: { foundHow } })
  return row!
}

async function held(session: Session, id: string) {
  await hold(session.db, activists, id)
  const [row] = await session.db.select().from(activists).where(eq(activists.id, id))
  const activist = found(row)
  Object.assign(session.line, { unionId: activist.unionId, subject: id })
  return activist
}

export async function end(session: Session, { id, why }: { id: string; why: string }) {
  const { db, today } = session
  enforce(mayFile(await held(session, id), today, today))
  await db.update(activists).set({ endedOn: today, endedWhy: why }).where(eq(activists.id, id))
  return { id }
}

export async function giveTask(session: Session, { id, title, dueOn }: { id: string; title: string; dueOn: string | null }) {
  const { db, today } = session
  const activist = await held(session, id)
  enforce(mayFile(activist, today, today))
  if (dueOn && dueOn < today) enforce(refuse('activists.day', '期限不能早于今天'))
  const { unionId, unionPath } = activist
  await db.insert(tasks).values({ unionId, unionPath, activistId: id, title, givenOn: today, dueOn })
  return { id }
}

export async function finishTask(session: Session, { id, doneOn, outcome }: { id: string; doneOn: string; outcome: string }) {
  const { db, today, line } = session
  await hold(db, tasks, id)
  const [row] = await db.select().from(tasks).where(eq(tasks.id, id))
  enforce(mayClose(found(row)) ?? (doneOn > today ? refuse('activists.day', '还没有到这一天') : null))
  await db.update(tasks).set({ doneOn, outcome }).where(eq(tasks.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: row!.activistId })
  return { id }
}

export async function recordDeed(session: Session, { id, onDay, deed }: { id: string; onDay: string; deed: string }) {
  const { db, now, today } = session
  const activist = await held(session, id)
  enforce(mayFile(activist, onDay, today))
  const { unionId, unionPath } = activist
  await db.insert(deeds).values({ unionId, unionPath, activistId: id, onDay, deed, recordedAt: now })
  return { id }
}

export async function propose(session: Session, { id, forWhat, proposal }: { id: string; forWhat: Purpose; proposal: string }) {
  const { db, user, today } = session
  const activist = await held(session, id)
  enforce(mayFile(activist, today, today))
  const { unionId, unionPath } = activist
  await db
    .insert(proposals)
    .values({ unionId, unionPath, activistId: id, forWhat, proposal, proposedOn: today, proposedBy: user.account ?? null })
  session.line.detail = { forWhat }
  return { id }
}

type Deciding = { id: string; decision: Decision; reason: string }

export async function decideProposal(session: Session, { id, decision, reason }: Deciding) {
  const { db, today, line } = session
  await hold(db, proposals, id)
  const [row] = await db.select().from(proposals).where(eq(proposals.id, id))
  enforce(mayClose(found(row)))
  await db.update(proposals).set({ decidedOn: today, decision, decisionReason: reason }).where(eq(proposals.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: row!.activistId, detail: { forWhat: row!.forWhat, decision } })
  return { id }
}

/** Answers a nomination: accepted, once it is found out who is meant, or refused with the reason that the worker reads. */
export async function decide(session: Session, { id, decision, memberId, reason }: Deciding & { memberId?: string | undefined }) {
  const { db, now, line } = session
  await hold(db, nominations, id)
  const [row] = await db.select().from(nominations).where(eq(nominations.id, id))
  enforce(mayDecide(found(row)))
  let activistId: string | null = null
  if (decision === 'accepted') {
    if (!memberId) enforce(refuse('activists.who', '请从名单里选出被推荐的人'))
    const [known] = await db
      .select({ id: activists.id })
      .from(activists)
      .where(and(eq(activists.memberId, memberId!), isNull(activists.endedOn)))
    activistId = known?.id ?? (await add(session, { memberId: memberId!, foundHow: 'nominated', reason: row!.reason })).id
  }
  await db.update(nominations).set({ decidedAt: now, decision, decisionReason: reason, activistId }).where(eq(nominations.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: id, detail: { decision } })
  return { id }
}
