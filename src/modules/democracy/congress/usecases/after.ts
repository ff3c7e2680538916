import { eq, sql } from 'drizzle-orm'
import { termById, unitsOf } from '#modules/democracy/deputies'
import { unionIfSeen, unionOf } from '#modules/organisation/unions'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import type { Side } from '../rules.ts'
import { firms, items, sessions, tasks } from '../tables.ts'
import { heldIn, heldItem, itemsOf, ofSession, placeOf, type Row } from './parts.ts'

/** Records the text of what was resolved on an item. It cannot be changed once the session has published its results. */
export async function resolve(session: Session, { id, resolution }: { id: string; resolution: string }) {
  const { item, row } = await heldItem(session, id, 'open', 'closed')
  if (!item.closedAt) enforce(refuse('congress.notOpen', '先表决，再登记决议'))
  if (item.result?.passed === false) enforce(refuse('congress.notPassed', '这项议题没有通过，不能形成决议'))
  if (row.publishedAt) enforce(refuse('congress.published', '决议已经公布，不能再改；要变更须重新提交职工代表大会'))
  await session.db.update(items).set({ resolution }).where(eq(items.id, id))
  return { id }
}

/** Closes the session once every item has its result; a regional or trade one sends each firm its confirmation. */
export async function close(session: Session, { id }: { id: string }) {
  const row = await heldIn(session, id, 'open')
  const all = await itemsOf(session, id)
  const left = all.filter(({ closedAt }) => !closedAt)
  if (left.length) enforce(refuse('congress.unsettled', `还有议题没有结果：${left.map(({ title }) => title).join('、')}`))
  await session.db.update(sessions).set({ closedAt: session.now }).where(eq(sessions.id, id))
  await askFirms(
    session,
    row,
    all.flatMap(({ title, resolution }) => (resolution ? [`${title}：${resolution}`] : [`${title}`])).join('\n'),
  )
  return { id }
}

async function askFirms(session: Session, row: Row, resolution: string) {
  const term = await termById(session, row.termId)
  if (term.scope === 'unit') return
  const lines = []
  for (const { id: unitId, name, staff, coversUnionId } of await unitsOf(session, term.id)) {
    const own = coversUnionId ? await unionIfSeen(session, coversUnionId) : undefined
    const place = own ? { unionId: own.id, unionPath: own.path } : placeOf(row)
    lines.push({ ...place, sessionId: row.id, unitId, name, staff, title: row.title, resolution: resolution.slice(0, 20_000) })
  }
  if (lines.length) await session.db.insert(firms).values(lines)
}

/** Makes the results public to every worker of the unit; the texts stand from then on. */
export async function publish(session: Session, { id }: { id: string }) {
  const row = await heldIn(session, id, 'closed')
  if (row.publishedAt) enforce(refuse('congress.done', '结果已经公布'))
  await session.db.update(sessions).set({ publishedAt: session.now }).where(eq(sessions.id, id))
  return { id }
}

/** Notes the report to the superior union. */
export async function report(session: Session, { id, on, how }: { id: string; on: string; how: string }) {
  const row = await heldIn(session, id, 'closed')
  if (row.reportedOn) enforce(refuse('congress.done', '已经报告过'))
  if (on > session.today) enforce(refuse('congress.future', '日期不能晚于今天'))
  await session.db.update(sessions).set({ reportedOn: on, reportedHow: how }).where(eq(sessions.id, id))
  return { id }
}

type NewTask = { itemId: string; title: string; side: Side; owner: string; dueOn: string }
/** Turns a resolution into a task with its owner and day. */
export async function assign(session: Session, { itemId, ...facts }: NewTask) {
  const { item, row } = await heldItem(session, itemId, 'open', 'closed')
  if (!item.resolution) enforce(refuse('congress.noResolution', '先登记决议，再分解任务'))
  const [task] = await session.db
    .insert(tasks)
    .values({ ...facts, ...ofSession(row), itemId })
    .returning({ id: tasks.id })
  return task!
}

/** The owner's side says it is done, with the evidence that the deputies then judge. */
export async function carryOut(session: Session, { id, on, evidence }: { id: string; on: string; evidence: string }) {
  const [task] = await session.db.select().from(tasks).where(eq(tasks.id, id)).for('update')
  if (on > session.today) enforce(refuse('congress.future', '日期不能晚于今天'))
  await session.db
    .update(tasks)
    .set({ doneOn: on, evidence })
    .where(eq(tasks.id, found(task).id))
  await session.db.execute(sql`delete from congress_task_views where task_id = ${id}`)
  Object.assign(session.line, { unionId: task!.unionId, subject: id })
  return { id }
}

/** What regional congresses ask a firm to confirm, at the firm's own union. */
export async function firmsOf(session: Session, { unionId }: { unionId: string }) {
  await unionOf(session, unionId)
  return session.db
    .select()
    .from(firms)
    .where(eq(firms.unionId, unionId))
    .orderBy(sql`${firms.answeredOn} nulls first`, firms.name)
}

type FirmAnswer = { id: string; answer: 'confirmed' | 'refused'; by: string; note: string | null }
/** A firm confirms that the resolution holds for it, or refuses with its reason; once. */
export async function confirmFirm(session: Session, { id, answer, by, note }: FirmAnswer) {
  const [firm] = await session.db.select().from(firms).where(eq(firms.id, id)).for('update')
  if (found(firm).answer) enforce(refuse('congress.done', '这家企业已经答复'))
  if (answer === 'refused' && (note ?? '').length < 4) enforce(refuse('congress.reason', '请写明不确认的理由'))
  await session.db.update(firms).set({ answer, answeredBy: by, note, answeredOn: session.today }).where(eq(firms.id, id))
  Object.assign(session.line, { unionId: firm!.unionId, subject: id })
  return { id }
}
