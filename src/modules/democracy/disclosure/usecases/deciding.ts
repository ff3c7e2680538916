import { and, desc, eq, sql } from 'drizzle-orm'
import { dueOn } from './days.ts'
import { hold } from '#platform/db'
import { notify, settle } from '#platform/notices'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Approval, Check, Draft, OnPaper, Side, StepKind } from '../contract.ts'
import { isTooEarly, mayApprove, mayCheck, mayDraft, mayTakeDown } from '../rules.ts'
import { entries, items, steps, versions } from '../tables.ts'
import { handOf } from './groups.ts'
import { EMPLOYER } from './telling.ts'

type Item = typeof items.$inferSelect
type Version = typeof versions.$inferSelect
export type Note = Partial<typeof steps.$inferInsert> & { note: string; byTitle: string }

async function itemHeld({ db }: Session, id: string): Promise<Item> {
  await hold(db, items, id)
  const [item] = await db.select().from(items).where(eq(items.id, id))
  return found(item)
}
async function newest({ db }: Session, itemId: string): Promise<Version | undefined> {
  const [version] = await db.select().from(versions).where(eq(versions.itemId, itemId)).orderBy(desc(versions.number)).limit(1)
  return version
}
const step = ({ db, today }: Session, { id: itemId, unionId, unionPath }: Item, number: number, kind: StepKind, note: Note) =>
  db.insert(steps).values({ itemId, unionId, unionPath, number, step: kind, onDay: today, ...note })

/** An item of what is published as it happens: due so many days after the day. */
export async function open({ db, line }: Session, { entryId, label, on }: { entryId: string; label: string; on: string }) {
  const [entry] = await db.select().from(entries).where(eq(entries.id, entryId))
  const { unionId, unionPath, side, audience, dueDays, planId } = found(entry)
  const [made] = await db
    .insert(items)
    .values({
      unionId,
      unionPath,
      entryId,
      side,
      audience,
      label,
      periodFrom: on,
      dueOn: sql`${on}::date + ${dueDays}::integer`,
      kind: sql`(select kind from disclosure_plans where id = ${planId})`,
    })
    .returning({ id: items.id })
  Object.assign(line, { unionId, subject: made!.id, detail: { entry: entryId } })
  return made!
}

/** Writes an item, or a correction of it; ready, it goes to the leading group. */
export const drafting =
  (as: Side) =>
  async (session: Session, { id, isReady, reason, ...text }: Draft) => {
    const { db, user, line } = session
    const item = await itemHeld(session, id)
    const last = await newest(session, id)
    enforce(mayDraft(item, as, last ?? null, reason))
    const isNew = !last || last.state === 'published'
    const number = last ? last.number + (isNew ? 1 : 0) : 1
    const place = { unionId: item.unionId, unionPath: item.unionPath }
    const post = postOf(session)
    const written = {
      ...text,
      state: isReady ? ('handed' as const) : ('draft' as const),
      byPerson: user.person ?? null,
      byPost: post.title,
      approvedBy: null,
    }
    if (isNew) await db.insert(versions).values({ ...place, itemId: id, number, reason: number > 1 ? reason : null, ...written })
    else await db.update(versions).set(written).where(eq(versions.id, last.id))
    if (isReady) await step(session, item, number, 'handed', { note: reason ?? '', byTitle: post.title })
    Object.assign(line, { unionId: item.unionId, subject: id, detail: { number, ready: isReady } })
    return { id }
  }

/** The leading group approves what was handed in, or gives it back. */
export async function approve(session: Session, { id, isApproved, hasNoSecrets, note, ...signed }: Approval & Partial<OnPaper>) {
  const { db, line } = session
  const item = await itemHeld(session, id)
  const version = found(await newest(session, id))
  const hand = await handOf(session, item.unionId, 'leading', paperOf(signed))
  enforce(mayApprove(version, hand, { isApproved, hasNoSecrets, note }))
  const after = isApproved ? { state: 'approved' as const, approvedBy: hand.person } : { state: 'returned' as const }
  await db.update(versions).set(after).where(eq(versions.id, version.id))
  await step(session, item, version.number, isApproved ? 'approved' : 'returned', {
    note,
    byTitle: hand.title,
    paper: hand.paper,
  })
  Object.assign(line, { unionId: item.unionId, subject: id, detail: { number: version.number, approved: isApproved } })
  return { id }
}

/** The supervision group checks; what passes is published as it stands, in this very act, under its fingerprint. */
export async function check(session: Session, { id, isTrue, isComplete, isLawful, note, ...signed }: Check & Partial<OnPaper>) {
  const item = await itemHeld(session, id)
  const version = found(await newest(session, id))
  const hand = await handOf(session, item.unionId, 'supervision', paperOf(signed))
  const checked = { isTrue, isComplete, isLawful, note }
  enforce(mayCheck(version, hand, checked))
  const passes = isTrue && isComplete && isLawful
  await step(session, item, version.number, passes ? 'passed' : 'faulted', { ...checked, byTitle: hand.title, paper: hand.paper })
  const detail = passes ? await publish(session, item, version) : await fault(session, item, version)
  Object.assign(session.line, { unionId: item.unionId, subject: id, detail })
  return { id }
}

async function fault(session: Session, item: Item, version: Version) {
  await session.db.update(versions).set({ state: 'returned' }).where(eq(versions.id, version.id))
  await notify(session, {
    key: `disclosure.faulted:${version.id}:${session.now.toISOString()}`,
    kind: 'disclosure.faulted',
    to: { unionId: item.unionId, ...(item.side === 'employer' && { posts: EMPLOYER }) },
    subject: item.id,
    title: '公开事项核查不通过，请修改后重新送审',
    link: `/disclosure/items/${item.id}`,
  })
  return { number: version.number, fault: true }
}

async function publish(session: Session, item: Item, version: Version) {
  const { db, now, today } = session
  const hash = sql<string>`disclosure_hash(item_id, number, title, body, tables, reason, ${now.toISOString()}::timestamptz)`
  const [kept] = await db
    .update(versions)
    .set({ state: 'published', publishedAt: now, hash })
    .where(eq(versions.id, version.id))
    .returning({ hash: versions.hash })
  const shownUntil = await dueOn(session, item.unionPath, 'DISC-07.display', today)
  // A correction leaves the day on which the item was first published, unless that was taken down too early.
  const first = item.publishedOn && !item.isVoid ? item.publishedOn : today
  await db
    .update(items)
    .set({ publishedOn: first, shownUntil, takenDownOn: null, takenDownWhy: null, isVoid: false })
    .where(eq(items.id, item.id))
  await settle(session, { kind: 'disclosure.faulted', subject: item.id })
  return { number: version.number, hash: kept!.hash }
}

const paperOf = ({ seatId, paper }: Partial<OnPaper>) => (seatId && paper ? { seatId, paper } : undefined)

/** Takes an item off the board; before its time it counts as not published, and the journal says so. */
export async function takeDown(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today, line } = session
  const item = await itemHeld(session, id)
  enforce(mayTakeDown(item))
  const isVoid = isTooEarly(item.shownUntil, today)
  await db
    .update(items)
    .set({ takenDownOn: today, takenDownWhy: reason, isVoid })
    .where(and(eq(items.id, id)))
  const { number } = found(await newest(session, id))
  await step(session, item, number, 'takenDown', { note: reason, byTitle: postOf(session).title })
  Object.assign(line, { unionId: item.unionId, subject: id, detail: { early: isVoid } })
  return { id }
}
