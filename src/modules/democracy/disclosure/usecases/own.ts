import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { found, personOf, type Session } from '#platform/session'
import { unionNames } from '#modules/organisation/unions'
import type { QuestionKind, Settled } from '../contract.ts'
import { askers, entries, items, questions, reads, versions } from '../tables.ts'
import { dueOn } from './days.ts'
import { questionsOf } from './reading.ts'
import { tellAsked } from './questions.ts'

const number = sql<number>`(select max(v.number) from disclosure_versions v where v.item_id = disclosure_items.id)`
const hasRead = sql<boolean>`exists (select from disclosure_reads r where r.item_id = disclosure_items.id and r.number = ${number})`
const onBoard = and(isNotNull(items.publishedOn), isNull(items.takenDownOn))

/** What is published for me now, the newest first. */
export async function mine(session: Session) {
  personOf(session)
  const { db } = session
  const { id, unionId, label, kind, publishedOn } = items
  const rows = await db
    .select({ id, unionId, label, kind, publishedOn, title: entries.title, hasRead, number })
    .from(items)
    .innerJoin(entries, eq(entries.id, items.entryId))
    .where(onBoard)
    .orderBy(desc(publishedOn), id)
    .limit(200)
  const names = await unionNames(
    session,
    rows.map((row) => row.unionId),
  )
  return rows.map((row) => ({
    ...row,
    publishedOn: row.publishedOn!,
    unionName: names.get(row.unionId) ?? '',
    isCorrected: row.number > 1,
  }))
}

async function published(session: Session, id: string) {
  const { db } = session
  const [item] = await db.select().from(items).where(eq(items.id, id))
  const rows = await db
    .select()
    .from(versions)
    .where(eq(versions.itemId, found(item).id))
    .orderBy(desc(versions.number))
  return { item: item!, versions: rows }
}

/** One item as it is published, all its versions, what was asked and answered. */
export async function show(session: Session, { id }: { id: string }) {
  const me = personOf(session)
  const { db } = session
  const { item, versions: rows } = await published(session, id)
  const [read] = await db
    .select({ id: reads.id })
    .from(reads)
    .where(and(eq(reads.itemId, id), eq(reads.number, rows[0]!.number)))
  const own = await db
    .select({ id: askers.questionId })
    .from(askers)
    .innerJoin(questions, eq(questions.id, askers.questionId))
    .where(and(eq(askers.memberId, me), eq(questions.itemId, id)))
  const names = await unionNames(session, [item.unionId])
  const asked = await questionsOf(session, id)
  return {
    ...item,
    unionName: names.get(item.unionId) ?? '',
    versions: rows,
    questions: asked,
    hasRead: read !== undefined,
    own: own.map((row) => row.id),
  }
}

/** Says that one has read the version in force. Only the sum of it is ever seen. */
export async function confirm(session: Session, { id }: { id: string }) {
  const memberId = personOf(session)
  const { versions: rows } = await published(session, id)
  await session.db.insert(reads).values({ itemId: id, number: rows[0]!.number, memberId }).onConflictDoNothing()
  // The journal must not say who has read what either.
  return { id: NOBODY }
}
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Asks, objects or doubts. Who asked stands in a table that only he reads; the day is kept and no time; the journal's line names neither
 * item nor union, and the answer gives no id.
 */
export async function ask(
  session: Session,
  { itemId, kind, body, isNamed }: { itemId: string; kind: QuestionKind; body: string; isNamed: boolean },
) {
  const memberId = personOf(session)
  const { db, today } = session
  const { item, versions: rows } = await published(session, itemId)
  const { unionId, unionPath, side } = item
  const askerName = isNamed ? sql`(select name from members where id = ${memberId})` : null
  const id = crypto.randomUUID()
  await db
    .insert(questions)
    .values({ id, itemId, unionId, unionPath, side, number: rows[0]!.number, kind, body, askerName, askedOn: today })
  await db.insert(askers).values({ questionId: id, memberId })
  await tellAsked(session, { id, itemId, unionId, side })
  return { dueOn: await dueOn(session, unionPath, 'DISC-09.answer', today) }
}

/** Whether the answer satisfies who asked. */
export async function settle({ db }: Session, { id, as }: { id: string; as: Settled }) {
  const rows = await db
    .update(questions)
    .set({ settledAs: as })
    .where(and(eq(questions.id, id), isNotNull(questions.answer)))
    .returning({ id: questions.id })
  found(rows[0])
  return { isSettled: true }
}

/** What a unit shows the public. */
export async function board({ db }: Session, { unionId }: { unionId: string }) {
  const { id, label, kind, publishedOn } = items
  const rows = await db
    .select({ id, label, kind, publishedOn, title: entries.title })
    .from(items)
    .innerJoin(entries, eq(entries.id, items.entryId))
    .where(and(eq(items.unionId, unionId), onBoard))
    .orderBy(desc(publishedOn), id)
    .limit(200)
  return rows.map((row) => ({ ...row, publishedOn: row.publishedOn! }))
}

/** One item for the public, with what was answered; no names. */
export async function shown(session: Session, { id }: { id: string }) {
  const { item, versions: rows } = await published(session, id)
  const names = await unionNames(session, [item.unionId])
  const answered = (await questionsOf(session, id)).filter(({ answer }) => answer !== null)
  return {
    unionName: names.get(item.unionId) ?? '',
    label: item.label,
    versions: rows,
    questions: answered.map((one) => ({ ...one, askerName: null })),
  }
}
