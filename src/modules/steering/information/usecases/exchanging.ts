import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { settle } from '#platform/notices'
import { enforce, found, postOf, type Session } from '#platform/session'
import { mayReply } from '../rules.ts'
import { information, recipients, replies } from '../tables.ts'
import { signature, tellReplied, tellUnread } from './telling.ts'
import { ownInformation } from './keeping.ts'

/** Opens what came: the first of the union's holders gives its receipt; a later one only that he has seen the newest wording. */
export async function open(session: Session, { id }: { id: string }) {
  const { db, user, now, line } = session
  const mine = and(eq(recipients.informationId, id), eq(recipients.unionId, postOf(session).unionId))
  const [receipt] = await db.select({ id: recipients.id }).from(recipients).where(mine)
  const [info] = await db.select({ version: information.version }).from(information).where(eq(information.id, id))
  const { version } = found(receipt && info)
  const openedName = await signature(session)
  const first = await db
    .update(recipients)
    .set({ openedAt: now, openedBy: user.account ?? null, openedName, openedVersion: version })
    .where(and(eq(recipients.id, receipt!.id), isNull(recipients.openedAt)))
    .returning({ id: recipients.id })
  if (!first.length)
    await db
      .update(recipients)
      .set({ openedVersion: version })
      .where(and(eq(recipients.id, receipt!.id), lt(recipients.openedVersion, version)))
  for (const kind of ['information.arrived', 'information.corrected', 'information.unread'])
    await settle(session, { kind, subject: receipt!.id })
  Object.assign(line, { subject: id, detail: { isFirst: first.length > 0, version } })
  return { id, isFirst: first.length > 0 }
}

type Saying = { id: string; recipientId: string; body: string }

/** Either of the two unions says something to the other about it. */
export async function reply(session: Session, { id, recipientId, body }: Saying) {
  const { db, user, now, line } = session
  const { unionId, unionName } = postOf(session)
  const [row] = await db
    .select()
    .from(recipients)
    .where(and(eq(recipients.id, recipientId), eq(recipients.informationId, id)))
  const [info] = await db.select().from(information).where(eq(information.id, id))
  const receipt = found(row && info && row)
  const isReceiver = unionId === receipt.unionId
  enforce(mayReply(info!.state, isReceiver || unionId === receipt.fromUnionId))
  const place = {
    unionId: receipt.unionId,
    unionPath: receipt.unionPath,
    fromUnionId: receipt.fromUnionId,
    fromPath: receipt.fromPath,
  }
  const [made] = await db
    .insert(replies)
    .values({
      informationId: id,
      recipientId,
      ...place,
      byUnionId: unionId,
      body,
      byAccount: user.account ?? null,
      byName: await signature(session),
      at: now,
    })
    .returning({ id: replies.id })
  if (isReceiver) {
    await db
      .update(recipients)
      .set({ repliedAt: sql`coalesce(${recipients.repliedAt}, ${now.toISOString()})` })
      .where(eq(recipients.id, recipientId))
    await settle(session, { kind: 'information.unanswered', subject: recipientId })
  }
  await tellReplied(session, info!, made!.id, isReceiver ? receipt.fromUnionId : receipt.unionId, unionName)
  Object.assign(line, { subject: id, detail: { isReceiver } })
  return { id: made!.id }
}

/** Reminds, once, the unions that have not opened it; never those who have. */
export async function remind(session: Session, { id }: { id: string }) {
  const { db, now, line } = session
  const kept = await ownInformation(session, id)
  if (kept.state !== 'released') return { count: 0 }
  const waiting = await db
    .update(recipients)
    .set({ remindedAt: now })
    .where(and(eq(recipients.informationId, id), isNull(recipients.openedAt), isNull(recipients.remindedAt)))
    .returning({ id: recipients.id, unionId: recipients.unionId })
  await tellUnread(session, { ...kept, unionName: postOf(session).unionName }, waiting)
  Object.assign(line, { detail: { count: waiting.length } })
  return { count: waiting.length }
}
