import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { unionNames, unionOf } from '#modules/organisation/unions'
import { hold } from '#platform/db'
import { notify, settle as settleNotice } from '#platform/notices'
import { enforce, found, postOf, type Session } from '#platform/session'
import type { Answer, Ground, Side } from '../contract.ts'
import { mayAnswer, mayReopen } from '../rules.ts'
import { questions, reports } from '../tables.ts'
import { dueOn } from './days.ts'
import { handOf } from './groups.ts'
import { EMPLOYER } from './telling.ts'

async function questionHeld({ db }: Session, id: string) {
  await hold(db, questions, id)
  const [row] = await db.select().from(questions).where(eq(questions.id, id))
  return found(row)
}

/** The side that published answers, for everyone who may read the item. */
export const answering =
  (as: Side) =>
  async (session: Session, { id, answer, outcome }: Answer) => {
    const { db, today, line } = session
    const question = await questionHeld(session, id)
    enforce(mayAnswer(question, as, outcome))
    const answeredBy = postOf(session).title
    await db
      .update(questions)
      .set({ answer, outcome, answeredOn: today, answeredBy, settledAs: null })
      .where(eq(questions.id, id))
    await settleNotice(session, { kind: 'disclosure.asked', subject: id })
    Object.assign(line, { unionId: question.unionId, subject: id, detail: { item: question.itemId, outcome } })
    return { id }
  }

/** The supervision group does not accept an answer: it is owed again, the former stays in sight. */
export async function reopen(session: Session, { id, reason }: { id: string; reason: string }) {
  const { db, today, line } = session
  const question = await questionHeld(session, id)
  const { isSeated } = await handOf(session, question.unionId, 'supervision')
  enforce(mayReopen(question, isSeated))
  const { answer, answeredOn, answeredBy, earlier } = question
  const before = [...earlier, { answer: answer!, on: answeredOn!, by: answeredBy!, reopenedWhy: reason }]
  const again = {
    answer: null,
    answeredOn: null,
    answeredBy: null,
    outcome: null,
    reopenedOn: today,
    reopenedWhy: reason,
    earlier: before,
  }
  await db.update(questions).set(again).where(eq(questions.id, id))
  await tellAsked(session, question, `disclosure.reopened:${id}:${before.length}`)
  Object.assign(line, { unionId: question.unionId, subject: id, detail: { item: question.itemId } })
  return { id }
}

/** Tells the side that must answer; who asked is not said, nor when. */
export const tellAsked = (
  session: Session,
  { id, itemId, unionId, side }: { id: string; itemId: string; unionId: string; side: Side },
  key = `disclosure.asked:${id}`,
) =>
  notify(session, {
    key,
    kind: 'disclosure.asked',
    to: { unionId, ...(side === 'employer' && { posts: EMPLOYER }) },
    subject: id,
    title: '对公开事项有一条意见待答复',
    link: `/disclosure/items/${itemId}`,
  })

type NewReport = { unionId: string; itemId: string | null; ground: Ground; authority: string; facts: string; receivedOn: string }

/** Keeps that the authority was told of a violation, so that its ten days are counted (D30). */
export async function report(session: Session, { unionId, ...facts }: NewReport) {
  const { path: unionPath } = await unionOf(session, unionId)
  const [row] = await session.db
    .insert(reports)
    .values({ unionId, unionPath, ...facts, byPost: postOf(session).title })
    .returning({ id: reports.id })
  Object.assign(session.line, { unionId, subject: row!.id, detail: { ground: facts.ground } })
  return row!
}

export async function closeReport(
  { db, line }: Session,
  { id, investigatedOn, result }: { id: string; investigatedOn: string; result: string },
) {
  const [row] = await db
    .update(reports)
    .set({ investigatedOn, result })
    .where(and(eq(reports.id, id), isNull(reports.investigatedOn)))
    .returning({ unionId: reports.unionId })
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return { id }
}

/** Reports to authorities from one's scope, the newest first. */
export async function listReports(session: Session, { page, size }: Paging) {
  const { db } = session
  const rows = await db
    .select()
    .from(reports)
    .orderBy(desc(reports.receivedOn), reports.id)
    .limit(size)
    .offset((page - 1) * size)
  const names = await unionNames(
    session,
    rows.map(({ unionId }) => unionId),
  )
  const shown = rows.map(async (row) => ({
    ...row,
    unionName: names.get(row.unionId) ?? '',
    dueOn: await dueOn(session, row.unionPath, 'DISC-11.investigate', row.receivedOn),
  }))
  return { rows: await Promise.all(shown), total: await db.$count(reports) }
}
