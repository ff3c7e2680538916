import { desc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Paging } from '#kit/contract'
import { unionNames } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { notify, OFFICE } from '#platform/notices'
import { enforce, found, type Session } from '#platform/session'
import type { Instrument, InstrumentReply, Item, ItemAnswer, NewInstrument, NewItem } from '../contract.ts'
import { instrumentNames, mayAgree, mayReply } from '../rules.ts'
import { instruments, items } from '../tables.ts'
import { refuseIf } from './asking.ts'
import { actingSide, ownUnion } from './parts.ts'
import { EMPLOYER, told } from './telling.ts'

async function named<T extends { unionId: string }>(session: Session, rows: T[]) {
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  return rows.map((row) => ({ ...row, unionName: names.get(row.unionId) ?? '' }))
}

/** The instruments by which the unions of one's scope used their four powers (DEC-07), newest first. */
export async function listInstruments(session: Session, { page, size }: Paging): Promise<{ rows: Instrument[]; total: number }> {
  const rows = await session.db
    .select()
    .from(instruments)
    .orderBy(desc(instruments.issuedOn), desc(instruments.number))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: await named(session, rows), total: await session.db.$count(instruments) }
}

/** The union issues an instrument to an addressee of the employer, who owes a reply by the day. */
export async function issue(session: Session, draft: z.infer<typeof NewInstrument>) {
  const { db, today, line } = session
  const { union, side } = await ownUnion(session)
  refuseIf(side !== 'union', 'decisions.unionOnly', '文书由工会发出')
  refuseIf(draft.replyBy < today, 'decisions.replyBy', '答复期限不能早于今天')
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${union.id}, 341))`)
  const [last] = await db
    .select({ n: sql<number>`coalesce(max(${instruments.number}), 0)::int` })
    .from(instruments)
    .where(eq(instruments.unionId, union.id))
  const [row] = await db
    .insert(instruments)
    .values({ ...draft, unionId: union.id, unionPath: union.path, number: last!.n + 1, issuedOn: today })
    .returning({ id: instruments.id })
  Object.assign(line, { unionId: union.id, subject: row!.id, detail: { power: draft.power } })
  const link = '/decisions/instruments'
  const title = `${instrumentNames[draft.power]}：${draft.title}`
  await notify(session, told(row!.id, union.id, 'issued', title, { posts: EMPLOYER, link }))
  return row!
}

/** The reply, by the employer's side, or entered by the union from paper. */
export async function reply(session: Session, { id, ...said }: z.infer<typeof InstrumentReply>) {
  const { db, today, line } = session
  await hold(db, instruments, id)
  const [row] = await db.select().from(instruments).where(eq(instruments.id, id))
  const side = actingSide(session, found(row).unionId)
  enforce(mayReply({ replied: row!.reply !== null }))
  await db
    .update(instruments)
    .set({ ...said, repliedOn: today })
    .where(eq(instruments.id, id))
  Object.assign(line, { unionId: row!.unionId, subject: id, detail: { reply: said.reply, side } })
  const link = '/decisions/instruments'
  await notify(session, told(id, row!.unionId, 'replied', `工会文书有了答复：${row!.title}`, { posts: OFFICE, link }))
  return { id }
}

/** Union items of the administration's yearly plan, as both sides see them (DEC-09). */
export async function listItems(session: Session, { page, size, year }: Paging & { year: number | null }) {
  const where = year ? eq(items.year, year) : undefined
  const rows = await session.db
    .select()
    .from(items)
    .where(where)
    .orderBy(desc(items.year), items.submittedOn, items.id)
    .limit(size)
    .offset((page - 1) * size)
  const shown: Item[] = await named(session, rows)
  return { rows: shown, total: await session.db.$count(items, where) }
}

export async function submitItem(session: Session, draft: z.infer<typeof NewItem>) {
  const { db, today, line } = session
  const { union, side } = await ownUnion(session)
  refuseIf(side !== 'union', 'decisions.unionOnly', '工会项目由工会提出')
  refuseIf((draft.coreTask === null) !== (draft.coreWords === null), 'decisions.core', '请写明服务哪一项中心工作')
  const [row] = await db
    .insert(items)
    .values({ ...draft, unionId: union.id, unionPath: union.path, submittedOn: today })
    .returning({ id: items.id })
  Object.assign(line, { unionId: union.id, subject: row!.id, detail: { year: draft.year } })
  await notify(
    session,
    told(row!.id, union.id, 'item', `工会项目报请列入计划：${draft.title}`, { posts: EMPLOYER, link: '/decisions/items' }),
  )
  return row!
}

async function heldItem(session: Session, id: string) {
  await hold(session.db, items, id)
  const [row] = await session.db.select().from(items).where(eq(items.id, id))
  const side = actingSide(session, found(row).unionId)
  Object.assign(session.line, { unionId: row!.unionId, subject: id, detail: { side } })
  return { item: row!, side }
}

/** What the administration grants: people, money, things; a refusal with its reason. */
export async function answerItem(session: Session, { id, ...answer }: z.infer<typeof ItemAnswer>) {
  const { item } = await heldItem(session, id)
  refuseIf(item.agreedOn !== null, 'decisions.twice', '双方已经确认，不能再改')
  await session.db
    .update(items)
    .set({ ...answer, answeredOn: session.today })
    .where(eq(items.id, id))
  await notify(
    session,
    told(id, item.unionId, 'item', `行政方已答复：${item.title}`, { posts: OFFICE, link: '/decisions/items', more: 'answered' }),
  )
  return { id }
}

export async function agreeItem(session: Session, { id }: { id: string }) {
  const { item, side } = await heldItem(session, id)
  refuseIf(side !== 'union', 'decisions.unionOnly', '由工会确认')
  enforce(mayAgree(item))
  await session.db.update(items).set({ agreedOn: session.today }).where(eq(items.id, id))
  return { id }
}

/** What came of it for the core task it serves (DEC-10). */
export async function finishItem(session: Session, { id, effect }: { id: string; effect: string }) {
  const { item } = await heldItem(session, id)
  refuseIf(!item.agreedOn, 'decisions.agreed', '双方确认列入后才能登记成效')
  refuseIf(item.doneOn !== null, 'decisions.twice', '已经登记成效')
  await session.db.update(items).set({ effect, doneOn: session.today }).where(eq(items.id, id))
  return { id }
}
