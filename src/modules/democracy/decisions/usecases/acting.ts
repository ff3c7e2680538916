import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { notify, OFFICE } from '#platform/notices'
import { enforce, refuseIf } from './asking.ts'
import { found, type Session } from '#platform/session'
import type { Decision, Draft, Meeting, NewTask, Position } from '../contract.ts'
import {
  mayAddTask,
  mayAsk,
  mayClose,
  mayDecide,
  mayFeedBack,
  mayFinishTask,
  mayMeet,
  mayPosition,
  maySkip,
  type Stage,
  stageWords,
} from '../rules.ts'
import { matters, opinions, progress, skips, tasks } from '../tables.ts'
import { EMPLOYER, told } from './telling.ts'
import { heldMatter, heldTask, ownUnion } from './parts.ts'

type Changes = Partial<typeof matters.$inferInsert>
async function change({ db }: Session, { id, version }: { id: string; version: number }, changes: Changes) {
  await db
    .update(matters)
    .set({ ...changes, version: version + 1 })
    .where(eq(matters.id, id))
  return { id }
}

/** A major matter enters the register with its draft, by the employer's side or by the union for it; the other side is told. */
export async function register(session: Session, draft: Draft) {
  const { db, now, today, line } = session
  const { union, side } = await ownUnion(session, draft.unionId)
  refuseIf(draft.kind === 'unionRule' && side !== 'union', 'decisions.unionOnly', '工会自己的制度由工会登记')
  enforce(mayAsk(draft.opinionsUntil, draft.plannedOn, today))
  const [row] = await db
    .insert(matters)
    .values({ ...draft, unionId: union.id, unionPath: union.path, registeredSide: side, registeredOn: today, registeredAt: now })
    .returning({ id: matters.id })
  Object.assign(line, { unionId: union.id, subject: row!.id, detail: { kind: draft.kind, side } })
  const posts = side === 'employer' ? OFFICE : EMPLOYER
  if (draft.kind !== 'unionRule')
    await notify(session, told(row!.id, union.id, 'registered', `重大事项已登记：${draft.title}`, { posts }))
  return row!
}

/** The union's written position, from what the workers said. */
export async function position(session: Session, { id, ...said }: z.infer<typeof Position>) {
  const { matter, side, facts } = await heldMatter(session, id)
  enforce(mayPosition(facts, side, session.today))
  if (matter.kind !== 'unionRule')
    await notify(session, told(id, matter.unionId, 'positioned', `工会提出书面意见：${matter.title}`, { posts: EMPLOYER }))
  return change(session, matter, { ...said, positionOn: session.today })
}

/** The meeting that deliberated: who sat there for the union, what he said, how he voted. */
export async function meet(session: Session, { id, ...meeting }: z.infer<typeof Meeting>) {
  const { matter, facts } = await heldMatter(session, id)
  enforce(mayMeet(facts, meeting.metOn, session.today))
  refuseIf(meeting.metOn < matter.registeredOn, 'decisions.early', '会议不能早于事项登记')
  return change(session, matter, meeting)
}

export async function decide(session: Session, { id, ...decision }: z.infer<typeof Decision>) {
  const { matter, facts } = await heldMatter(session, id)
  enforce(mayDecide(facts, { answer: decision.answer, isDiffering: matter.unionVote === 'against' }))
  await notify(session, told(id, matter.unionId, 'decided', `已作出决定：${matter.title}`, { posts: OFFICE }))
  return change(session, matter, { ...decision, decidedOn: session.today })
}

/** The decision with its reasons goes to the workers, and a note to each who gave an opinion. */
export async function feedBack(session: Session, { id }: { id: string }) {
  const { db, today } = session
  const { matter, facts } = await heldMatter(session, id)
  enforce(mayFeedBack(facts))
  const said = await db.select({ person: opinions.memberId }).from(opinions).where(eq(opinions.matterId, id))
  await notify(
    session,
    said.map(({ person }) => ({
      ...{ key: `decisions.answered:${id}`, kind: 'decisions.answered', to: { person }, subject: id, unionId: matter.unionId },
      ...{ title: `您提过意见的事项有了结果：${matter.title}`, link: `/m/decisions/${id}` },
    })),
  )
  return change(session, matter, { feedbackOn: today })
}

/** A stage passed over: the reason stays on the list of decisions taken without the union, which the superior sees. */
export async function skip(session: Session, { id, stage, reason }: { id: string; stage: Stage; reason: string }) {
  const { db, today, line } = session
  const { matter, side, facts } = await heldMatter(session, id)
  enforce(maySkip(facts, stage))
  await db
    .insert(skips)
    .values({ matterId: id, unionId: matter.unionId, unionPath: matter.unionPath, stage, side, reason, skippedOn: today })
  Object.assign(line, { detail: { side, stage } })
  const title = `略过${stageWords[stage]}：${matter.title}`
  await notify(session, told(id, matter.unionId, 'skipped', title, { posts: OFFICE, more: stage }))
  return { id }
}

/** What the union's chair says to a stage passed over (DEC-06). */
export async function explain(session: Session, { id, explanation }: { id: string; explanation: string }) {
  const { db, today } = session
  const [row] = await db.select().from(skips).where(eq(skips.id, id))
  const { side } = await heldMatter(session, found(row).matterId)
  refuseIf(side !== 'union', 'decisions.unionOnly', '由工会主席说明')
  refuseIf(row!.explainedOn !== null, 'decisions.twice', '已经说明')
  await db.update(skips).set({ explanation, explainedOn: today }).where(eq(skips.id, id))
  return { id }
}

export async function addTask(session: Session, { id, ...task }: z.infer<typeof NewTask>) {
  const { db, today } = session
  const { matter, facts } = await heldMatter(session, id)
  enforce(mayAddTask(facts))
  refuseIf(task.dueOn < today, 'decisions.due', '期限不能早于今天')
  const [row] = await db
    .insert(tasks)
    .values({ ...task, matterId: id, unionId: matter.unionId, unionPath: matter.unionPath })
    .returning({ id: tasks.id })
  return row!
}

export async function noteTask(session: Session, { id, body }: { id: string; body: string }) {
  const { db, now } = session
  const { matter, side, task } = await heldTask(session, id)
  refuseIf(task.doneOn !== null, 'decisions.done', '任务已经完成')
  await db.insert(progress).values({ taskId: id, unionId: matter.unionId, unionPath: matter.unionPath, side, body, at: now })
  return { id }
}

export async function finishTask(session: Session, { id, outcome }: { id: string; outcome: string }) {
  const { side, task } = await heldTask(session, id)
  enforce(mayFinishTask(task, side))
  await session.db.update(tasks).set({ outcome, doneOn: session.today }).where(eq(tasks.id, id))
  return { id }
}

export async function close(session: Session, { id }: { id: string }) {
  const { matter, facts } = await heldMatter(session, id)
  enforce(mayClose(facts))
  return change(session, matter, { closedOn: session.today })
}
