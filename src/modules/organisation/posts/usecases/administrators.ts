import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { holdUnion } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { enforce, postOf, type Session } from '#platform/session'
import type { Ended } from '../contract.ts'
import { isAdministration, type Kind, kinds, mayConfirm, mayDismiss, mayName, type Naming } from '../rules.ts'
import { appointments } from '../tables.ts'
import { install } from './appointing.ts'
import { heldKinds, isHeadOf } from './holding.ts'
import { appointmentOf, columnsOn, shown, stateOn } from './reading.ts'

const administration = kinds.filter(isAdministration)

const actorOf = (session: Session, unionId: string): Naming['actor'] => {
  const post = postOf(session)
  return {
    person: session.user.person,
    kind: post.kind,
    isSecurity: post.kind === 'securityAdministrator',
    isHeadOfUnion: post.unionId === unionId && isHeadOf(session, post.path),
  }
}

export async function administrators({ db, today }: Session) {
  const rows = await db
    .select(columnsOn(today))
    .from(appointments)
    .where(and(inArray(appointments.kind, administration), sql`${stateOn(today)} in ('inOffice', 'waiting', 'coming')`))
    .orderBy(appointments.unionPath, appointments.kind)
  return rows.map(shown)
}

type Named = { unionId: string; memberId: string; kind: Kind; untilOn?: string | undefined }

/** Names an administrator. The auditor's post counts only after the head of the union has confirmed it. */
export async function appointAdministrator(session: Session, { unionId, memberId, kind, untilOn }: Named) {
  const { db, today, user, line } = session
  await holdUnion(session, unionId)
  const [security] = await db
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(eq(appointments.unionId, unionId), eq(appointments.kind, 'securityAdministrator'), sql`${stateOn(today)} = 'inOffice'`),
    )
  const holds = ((await heldKinds(session, memberId)) as Kind[]).filter(isAdministration)
  enforce(mayName({ kind, member: memberId, holds, actor: actorOf(session, unionId), hasSecurityAdministrator: !!security }))
  const waits = kind === 'auditAdministrator'
  const { id } = await install(session, {
    ...{ unionId, memberId, kind, untilOn, fromOn: today, came: 'appointed' as const },
    ...{ proposedBy: user.account, waitsForConfirmation: waits },
  })
  Object.assign(line, { unionId, subject: id, detail: { kind, waits } })
  return { id, waits }
}

/** The second person's word on an auditor. */
export async function confirmAuditor(session: Session, { id }: { id: string }) {
  const { db, user, line } = session
  await hold(db, appointments, id)
  const before = await appointmentOf(session, id)
  const [row] = await db.select().from(appointments).where(eq(appointments.id, id))
  const { isHeadOfUnion: isHead, person } = actorOf(session, before.unionId)
  const { waitsForConfirmation: waits, proposedBy, memberId: member } = row!
  enforce(mayConfirm({ waits, proposedBy, account: user.account!, member, person, isHead }))
  await db.update(appointments).set({ waitsForConfirmation: false, confirmedBy: user.account! }).where(eq(appointments.id, id))
  Object.assign(line, { unionId: before.unionId, subject: id, detail: { kind: before.kind } })
  return { id }
}

export async function endAdministrator(session: Session, { id, why }: { id: string; why: Ended }) {
  const { db, today, line } = session
  await hold(db, appointments, id)
  const { kind, memberId, unionId } = await appointmentOf(session, id)
  enforce(mayDismiss(kind, memberId, actorOf(session, unionId)))
  await db
    .update(appointments)
    .set({ endedOn: today, endedWhy: why })
    .where(and(eq(appointments.id, id), isNull(appointments.endedOn)))
  Object.assign(line, { unionId, subject: id, detail: { kind, why } })
  return { id }
}
