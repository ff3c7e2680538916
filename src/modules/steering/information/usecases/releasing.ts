import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { settle } from '#platform/notices'
import { enforce, found, postOf, type Session } from '#platform/session'
import { mayAddress, mayDecide, mayEdit, mayWithdraw } from '../rules.ts'
import { information, informationSettings, informationVersions, recipients } from '../tables.ts'
import { addressees } from './audience.ts'
import { signature, tellArrived, tellCorrected, tellWaiting } from './telling.ts'
import { endFiles, type Kept, ownInformation, pendingOf } from './keeping.ts'

/** Whether a second person agrees before this union's information goes out. */
export async function setting({ db, user }: Session) {
  const [row] = await db
    .select()
    .from(informationSettings)
    .where(eq(informationSettings.unionId, postOf({ user }).unionId))
    .orderBy(desc(informationSettings.madeAt))
    .limit(1)
  return { needsApproval: row?.needsApproval ?? false, reason: row?.reason ?? null, at: row?.madeAt ?? null }
}

/** Says for one's own union whether a second person agrees before release. */
export async function set(session: Session, { needsApproval, reason }: { needsApproval: boolean; reason: string }) {
  const { db, user, now, line } = session
  const { unionId, path } = postOf(session)
  const [made] = await db
    .insert(informationSettings)
    .values({ unionId, unionPath: path, needsApproval, reason, madeBy: user.account ?? null, madeAt: now })
    .returning({ id: informationSettings.id })
  Object.assign(line, { detail: { needsApproval } })
  return made!
}

/** A draft goes out, or to whom agrees first. */
export async function submit(session: Session, { id }: { id: string }) {
  const kept = await ownInformation(session, id)
  enforce(mayEdit(kept.state))
  const { to, copies } = await addressees(session, kept.way, kept.audience)
  enforce(mayAddress({ way: kept.way, to: to.length, isPassing: copies.length > 0, reason: kept.audience.reason }))
  return sendOn(session, kept)
}

/** Sends the pending wording to whom agrees, or releases it where nobody need. */
export async function sendOn(session: Session, kept: Kept) {
  const pending = found(await pendingOf(session, kept))
  const { needsApproval } = await setting(session)
  if (!needsApproval) {
    await release(session, kept)
    return { id: kept.id, isReleased: true }
  }
  await session.db.update(informationVersions).set({ state: 'waiting' }).where(eq(informationVersions.id, pending.id))
  if (kept.version === 0) await session.db.update(information).set({ state: 'waiting' }).where(eq(information.id, kept.id))
  await tellWaiting(session, { id: kept.id, title: pending.title }, pending.version)
  return { id: kept.id, isReleased: false }
}

/** The second person's word. */
export async function decide(session: Session, { id, isAccepted, reason }: { id: string; isAccepted: boolean; reason: string }) {
  const { db, user, now, line } = session
  const kept = await ownInformation(session, id)
  const pending = await pendingOf(session, kept)
  const hasWaiting = pending?.state === 'waiting'
  enforce(mayDecide({ hasWaiting, author: pending?.madeBy ?? null, approver: user.account }))
  await settle(session, { kind: 'information.waiting', subject: id })
  Object.assign(line, { detail: { isAccepted, version: pending!.version } })
  const decided = { decidedBy: user.account ?? null, decidedName: await signature(session), decidedAt: now }
  if (isAccepted) {
    await db.update(informationVersions).set(decided).where(eq(informationVersions.id, pending!.id))
    await release(session, kept)
    return { id }
  }
  await db
    .update(informationVersions)
    .set({ ...decided, state: 'refused', refusedWhy: reason.length >= 4 ? reason : '请修改后再送审' })
    .where(eq(informationVersions.id, pending!.id))
  if (kept.version === 0) await db.update(information).set({ state: 'refused' }).where(eq(information.id, id))
  return { id }
}

/** Puts the pending wording before its readers; the first time, who they are is fixed. */
async function release(session: Session, kept: Kept) {
  const { db, now } = session
  const pending = found(await pendingOf(session, kept))
  const { version, title } = pending
  await db.update(informationVersions).set({ state: 'released' }).where(eq(informationVersions.id, pending.id))
  await db
    .update(information)
    .set({ state: 'released', version, title, releasedAt: kept.releasedAt ?? now })
    .where(eq(information.id, kept.id))
  await endFiles(session, kept.id, version, pending.keptFiles)
  const sent = { id: kept.id, title, unionName: postOf(session).unionName, replyBy: kept.replyBy, asksReceipt: kept.asksReceipt }
  if (version > 1) {
    const readers = await db
      .select({ id: recipients.id, unionId: recipients.unionId })
      .from(recipients)
      .where(and(eq(recipients.informationId, kept.id), isNotNull(recipients.openedAt)))
    await tellCorrected(session, sent, readers, version)
    return
  }
  await tellArrived(session, sent, await deliver(session, kept))
}

async function deliver({ db, now, ...session }: Session, { id, unionId, unionPath, way, audience }: Kept) {
  const { to, copies } = await addressees({ db, now, ...session }, way, audience)
  const rows = [...to.map((one) => ({ one, isCopy: false })), ...copies.map((one) => ({ one, isCopy: true }))]
  const items = rows.map(({ one, isCopy }) => ({ union: one.id, copy: isCopy }))
  // The row's place in the tree is the recipient's, which a sender need not see: a trigger fills it in.
  const { rows: made } = await db.execute<{ id: string; unionId: string }>(sql`
    insert into information_recipients (information_id, union_id, union_path, from_union_id, from_path, is_copy, released_at)
    select ${id}, x."union", '', ${unionId}, ${unionPath}, x."copy", ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as x("union" uuid, "copy" boolean)
    returning id, union_id as "unionId"`)
  return made
}

/** Takes it back: it stays readable as withdrawn, with the reason, and nobody is reminded of it. */
export async function withdraw(session: Session, { id, why }: { id: string; why: string }) {
  const { db, now } = session
  const kept = await ownInformation(session, id)
  enforce(mayWithdraw(kept.state))
  await db.update(information).set({ state: 'withdrawn', withdrawnAt: now, withdrawnWhy: why }).where(eq(information.id, id))
  await settle(session, { kind: 'information.waiting', subject: id })
  const at = now.toISOString()
  await db.execute(sql`select notices_settle(null, k, r.id, ${at}::timestamptz) from information_recipients r,
      unnest(array['information.arrived', 'information.corrected', 'information.unread', 'information.unanswered']) k
    where r.information_id = ${id}`)
  return { id }
}
