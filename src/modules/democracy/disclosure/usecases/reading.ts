import { and, asc, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Item, ItemState, Listing, VersionState } from '../contract.ts'
import { reachOf, stateOf } from '../rules.ts'
import { entries, items, questions, steps, versions } from '../tables.ts'
import { dueOn } from './days.ts'

const last = sql<VersionState | null>`(select v.state from disclosure_versions v where v.item_id = disclosure_items.id order by v.number desc limit 1)`
const openQuestions = sql<number>`(select count(*)::int from disclosure_questions q where q.item_id = disclosure_items.id and q.answer is null)`
const unionName = sql<string>`(select u.name from union_directory u where u.id = disclosure_items.union_id)`

const shape = {
  item: items,
  heading: entries.heading,
  title: entries.title,
  responsible: entries.responsible,
  content: entries.content,
  procedure: entries.procedure,
  article: entries.article,
  version: last,
  openQuestions,
  unionName,
}
type Row = { item: typeof items.$inferSelect } & Omit<Item, 'state' | keyof typeof items.$inferSelect>
const shown = <R extends Row>({ item, ...row }: R, today: string) => ({
  ...item,
  ...row,
  state: stateOf({ ...item, version: row.version }, today),
})

/** The state of a row, as `stateOf` has it. */
function inState(state: ItemState, today: string): SQL {
  const isOpen = sql`not disclosure_items.is_void and disclosure_items.published_on is null and disclosure_items.dropped_on is null`
  const late = sql`disclosure_items.due_on < ${today}::date`
  return {
    void: sql`disclosure_items.is_void`,
    published: sql`not disclosure_items.is_void and disclosure_items.published_on is not null`,
    dropped: sql`not disclosure_items.is_void and disclosure_items.published_on is null and disclosure_items.dropped_on is not null`,
    overdue: sql`${isOpen} and ${late}`,
    waiting: sql`${isOpen} and not ${late} and ${last} is null`,
    underWay: sql`${isOpen} and not ${late} and ${last} is not null`,
  }[state]
}

/** Items of one's scope, what is due first. */
export async function list({ db, today }: Session, { page, size, unionId, kind, state, text }: Listing) {
  const like = `%${text.replace(/[%_\\]/g, '\\$&')}%`
  const where = and(
    unionId ? eq(items.unionId, unionId) : undefined,
    kind ? eq(items.kind, kind) : undefined,
    state ? inState(state, today) : sql`disclosure_items.dropped_on is null`,
    text ? or(ilike(entries.title, like), ilike(items.label, like)) : undefined,
  )
  const rows = await db
    .select(shape)
    .from(items)
    .innerJoin(entries, eq(entries.id, items.entryId))
    .where(where)
    .orderBy(
      sql`(${items.publishedOn} is null) desc`,
      sql`case when ${items.publishedOn} is null then ${items.dueOn} end`,
      desc(items.publishedOn),
      asc(items.id),
    )
    .limit(size)
    .offset((page - 1) * size)
  const [counted] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(items)
    .innerJoin(entries, eq(entries.id, items.entryId))
    .where(where)
  return { rows: rows.map((row) => shown(row, today)), total: counted!.n }
}

export const exportMany = (session: Session, filter: Listing) => issueTicket(session, 'disclosure.export', filter)

/** One item with all its versions, steps and questions; of who asked nothing. */
export async function get(session: Session, { id }: { id: string }) {
  const { db, today } = session
  const [row] = await db.select(shape).from(items).innerJoin(entries, eq(entries.id, items.entryId)).where(eq(items.id, id))
  const item = shown(found(row), today)
  const written = await db.select().from(versions).where(eq(versions.itemId, id)).orderBy(desc(versions.number))
  const taken = await db.select().from(steps).where(eq(steps.itemId, id)).orderBy(asc(steps.seq))
  const { rows } = await db.execute<{ readers: number; audience: number }>(
    sql`select readers, audience from disclosure_reach(array[${id}]::uuid[])`,
  )
  const reach =
    item.publishedOn && rows[0]
      ? reachOf(rows[0].readers, rows[0].audience, today, await statutesFor(session, item.unionPath))
      : null
  return { ...item, versions: written, steps: taken, questions: await questionsOf(session, id), reach }
}

/** What was asked about an item, by the day it must be answered. */
export async function questionsOf(session: Session, itemId: string) {
  const rows = await session.db
    .select()
    .from(questions)
    .where(eq(questions.itemId, itemId))
    .orderBy(asc(questions.askedOn), asc(questions.id))
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      dueOn: await dueOn(session, row.unionPath, 'DISC-09.answer', row.reopenedOn ?? row.askedOn),
    })),
  )
}
