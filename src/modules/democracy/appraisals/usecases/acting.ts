import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Question } from '#kit/ballots'
import { refuse } from '#law/verdict'
import { deputiesOn } from '#modules/democracy/deputies'
import { membersUnder } from './electing.ts'
import { unionOf } from '#modules/organisation/unions'
import { closeBallot, countBallot, openBallot, publishBallot } from '#platform/ballots'
import { hold } from '#platform/db'
import { notify } from '#platform/notices'
import { enforce, found, postOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Draft, NewImprovement } from '../contract.ts'
import { gradesOf, isTold, mayClose, mayFinish, mayImprove, mayOpen, mayPublish, mayReport } from '../rules.ts'
import { type Appraisal, appraisals, improvements } from '../tables.ts'
import './telling.ts'

/** An appraisal of one's own union, held until the act ends; a superior sees and does not act. */
async function held(session: Session, id: string): Promise<Appraisal> {
  await hold(session.db, appraisals, id)
  const [row] = await session.db.select().from(appraisals).where(eq(appraisals.id, id))
  const appraisal = found(row)
  if (appraisal.unionId !== postOf(session).unionId) enforce(refuse('appraisals.own', '上级只看不办：由本单位工会组织评议'))
  Object.assign(session.line, { unionId: appraisal.unionId, subject: id })
  return appraisal
}

async function change({ db }: Session, { id, version }: Appraisal, changes: Partial<typeof appraisals.$inferInsert>) {
  await db
    .update(appraisals)
    .set({ ...changes, version: version + 1 })
    .where(eq(appraisals.id, id))
  return { id }
}

/** Whom or what is appraised, by whom, on which questions. */
export async function make(session: Session, draft: Draft) {
  const union = await unionOf(session, postOf(session).unionId)
  const [row] = await session.db
    .insert(appraisals)
    .values({ ...draft, unionId: union.id, unionPath: union.path, madeOn: session.today })
    .returning({ id: appraisals.id })
  Object.assign(session.line, { unionId: union.id, subject: row!.id, detail: { kind: draft.kind } })
  return row!
}

const questionsOf = ({ kind, subjects, items }: Appraisal): Question[] =>
  subjects.map((subject, at) => ({
    ...{ key: `s${at}`, title: subject, kind: 'score', seats: 1, writeIns: false, grades: [...gradesOf(kind)] },
    lines: items.map((name, n) => ({ key: `i${n}`, name })),
  }))

/** Opens the secret ballot on a frozen roll: the deputies of the day, or all workers of the unit. */
export async function open(session: Session, { id, closesOn }: { id: string; closesOn: string }) {
  const appraisal = await held(session, id)
  const union = await unionOf(session, appraisal.unionId)
  const electors =
    appraisal.electorate === 'deputies'
      ? (await deputiesOn(session, union.id, session.today)).map(({ memberId, name, unitName }) => ({
          ...{ voterId: memberId, name, group: unitName },
        }))
      : await membersUnder(session, union.path)
  enforce(mayOpen(appraisal, electors.length, closesOn, session.today, await statutesFor(session, union.path)))
  const ballot = await openBallot(session, {
    union: { id: union.id, path: union.path, name: union.name },
    ...{ kind: 'appraisal', title: appraisal.title, questions: questionsOf(appraisal), electors, isRehearsal: false },
    closesAt: new Date(`${closesOn}T23:59:59+08:00`),
    rules: ['民主评议，无记名；结果先向职工代表大会报告，再向职工公布'],
  })
  await notify(
    session,
    electors.map(({ voterId }) => ({
      ...{ key: `appraisals.opened:${id}`, kind: 'appraisals.opened', to: { person: voterId }, subject: id, unionId: union.id },
      ...{ title: `请参加${appraisal.title}`, link: `/m/appraisals/${id}` },
    })),
  )
  return change(session, appraisal, { ballotId: ballot.id, openedOn: session.today, closesOn })
}

/** Ends it and counts; marks of too few people stay unread for good. */
export async function close(session: Session, { id }: { id: string }) {
  const appraisal = await held(session, id)
  enforce(mayClose(appraisal))
  await closeBallot(session, { id: appraisal.ballotId! })
  const { counts } = await countBallot(session, { id: appraisal.ballotId! })
  const isWithheld = !isTold(counts.returned, session.today, await statutesFor(session, appraisal.unionPath))
  return change(session, appraisal, { countedOn: session.today, isWithheld })
}

/** The result was put before the congress (WC-34). */
export async function report(session: Session, { id, reportedAtMeeting }: { id: string; reportedAtMeeting: string }) {
  const appraisal = await held(session, id)
  enforce(mayReport(appraisal))
  return change(session, appraisal, { reportedAtMeeting, reportedOn: session.today })
}

/** Every worker of the unit reads the result; the box is published, so that anybody can recount it. */
export async function publish(session: Session, { id }: { id: string }) {
  const appraisal = await held(session, id)
  enforce(mayPublish(appraisal))
  await publishBallot(session, { id: appraisal.ballotId! })
  return change(session, appraisal, { publishedOn: session.today })
}

export async function improve(session: Session, { id, ...improvement }: z.infer<typeof NewImprovement>) {
  const appraisal = await held(session, id)
  enforce(mayImprove(appraisal))
  if (!appraisal.subjects.includes(improvement.subject)) enforce(refuse('appraisals.subject', '不是这次评议的对象'))
  if (improvement.dueOn < session.today) enforce(refuse('appraisals.due', '期限不能早于今天'))
  const [row] = await session.db
    .insert(improvements)
    .values({ ...improvement, appraisalId: id, unionId: appraisal.unionId, unionPath: appraisal.unionPath })
    .returning({ id: improvements.id })
  return row!
}

/** Closed with evidence, once. */
export async function finish(session: Session, { id, evidence }: { id: string; evidence: string }) {
  const [row] = await session.db.select().from(improvements).where(eq(improvements.id, id))
  await held(session, found(row).appraisalId)
  const [fresh] = await session.db.select().from(improvements).where(eq(improvements.id, id))
  enforce(mayFinish(fresh!))
  await session.db.update(improvements).set({ evidence, doneOn: session.today }).where(eq(improvements.id, id))
  return { id }
}
