import { and, eq, isNull, sql } from 'drizzle-orm'
import { cadreIfAny, cadreOf, type Cadre } from '#modules/organisation/competences'
import { hold } from '#platform/db'
import { enforce, found, postOf, type Session } from '#platform/session'
import { refuse } from '#law/verdict'
import type { Record } from '../contract.ts'
import { mayAttend, mayEnrol, mayLeave, mayRecord } from '../rules.ts'
import { attendances, trainings } from '../tables.ts'
import { holdQueue } from './planning.ts'
import { courseOf, ownCourse, trainingOf } from './reading.ts'

type Course = Awaited<ReturnType<typeof courseOf>>

const isEnrolled = async ({ db }: Session, courseId: string, memberId: string) =>
  (await db.$count(
    trainings,
    and(eq(trainings.courseId, courseId), eq(trainings.memberId, memberId), isNull(trainings.withdrawnAt)),
  )) > 0

/** Asks whether this cadre may enrol now. */
export async function verdictOf(session: Session, course: Course, cadre: Cadre | undefined, byOrganiser: boolean) {
  return mayEnrol(course, session.today, {
    isCadre: cadre !== undefined,
    isBelow: cadre?.unionPath.startsWith(course.unionPath) ?? true,
    isEnrolled: cadre !== undefined && (await isEnrolled(session, course.id, cadre.memberId)),
    byOrganiser,
  })
}

/** Enters cadres of one's own unions into a course; who is in already is passed over. */
export async function enrolMany(session: Session, { courseId, memberIds }: { courseId: string; memberIds: string[] }) {
  const { db, now, line } = session
  await holdQueue(session, courseId)
  const course = await courseOf(session, courseId)
  const byOrganiser = course.unionPath.startsWith(postOf(session).path)
  let [enrolled, already] = [0, 0]
  for (const memberId of new Set(memberIds)) {
    const cadre = await cadreOf(session, memberId)
    const verdict = await verdictOf(session, course, cadre, byOrganiser)
    if (verdict?.code === 'cadreCourses.twice') {
      already += 1
      continue
    }
    enforce(verdict)
    const { unionId, unionPath, name: personName } = cadre
    await db.insert(trainings).values({ unionId, unionPath, memberId, personName, ...taughtIn(course), enrolledAt: now })
    enrolled += 1
  }
  Object.assign(line, { subject: courseId, detail: { enrolled, already } })
  return { enrolled, already }
}

/** What a training keeps of its course. */
export const taughtIn = ({ id: courseId, kind, title, subjects, hours, startsOn }: Course) => ({
  ...{ courseId, kind, title, subjects, hours, startsOn },
})

/** Takes a cadre out of a course: the next who waits has his seat. */
export async function withdrawOne(session: Session, { id }: { id: string }) {
  const { db, now, today, line } = session
  const { courseId, unionId } = await trainingOf(session, id)
  if (!courseId) return enforceLeft()
  await holdQueue(session, courseId)
  const { state } = await trainingOf(session, id)
  const course = await courseOf(session, courseId)
  enforce(mayLeave(course, state, today, course.unionPath.startsWith(postOf(session).path)))
  await db.update(trainings).set({ withdrawnAt: now }).where(eq(trainings.id, id))
  Object.assign(line, { unionId, subject: id, detail: { course: courseId } })
  return { id }
}
function enforceLeft(): never {
  enforce(refuse('cadreCourses.left', '没有可以退出的报名'))
  throw new Error('refused')
}

type Presence = { courseId: string; onDay: string; trainingId: string; isPresent: boolean }

/** Says by hand that somebody was there on a day, or was not. */
export async function attend(session: Session, { courseId, onDay, trainingId, isPresent }: Presence) {
  const { db, now, today, line } = session
  const course = await ownCourse(session, courseId)
  await hold(db, trainings, trainingId)
  const training = await trainingOf(session, trainingId)
  found(training.courseId === courseId || undefined)
  enforce(mayAttend(course, training.state, onDay, today))
  const { unionId, memberId } = training
  if (isPresent) {
    const { rows } = await db.execute<{ path: string }>(
      sql`select union_path as path from cadre_trainings where id = ${trainingId}`,
    )
    await db
      .insert(attendances)
      .values({ unionId, unionPath: rows[0]!.path, trainingId, memberId, onDay, way: 'hand', at: now })
      .onConflictDoNothing()
  } else await db.delete(attendances).where(and(eq(attendances.trainingId, trainingId), eq(attendances.onDay, onDay)))
  Object.assign(line, { unionId, subject: trainingId, detail: { onDay, isPresent } })
  return { id: trainingId }
}

/** The mark of the test. */
export async function mark(session: Session, { id, mark: points }: { id: string; mark: number | null }) {
  const { db, line } = session
  await hold(db, trainings, id)
  const { courseId, unionId, state } = await trainingOf(session, id)
  const course = await ownCourse(session, found(courseId))
  if (course.closedAt || state !== 'seated') enforce(refuse('cadreCourses.over', '课程已经结业，或这个人没有名额，不能再改成绩'))
  await db.update(trainings).set({ mark: points }).where(eq(trainings.id, id))
  Object.assign(line, { unionId, subject: id, detail: { course: course.id } })
  return { id }
}

/** Files a training that was taken elsewhere, with who held it. */
export async function record(session: Session, { memberId, ...facts }: Record) {
  const { db, now, today, line } = session
  enforce(mayRecord(facts.startsOn, facts.completedOn, today))
  const { unionId, unionPath, name: personName } = found(await cadreIfAny(session, memberId))
  const [row] = await db
    .insert(trainings)
    .values({ unionId, unionPath, memberId, personName, ...facts, enrolledAt: now })
    .returning({ id: trainings.id })
  Object.assign(line, { unionId, subject: row!.id, detail: { kind: facts.kind } })
  return row!
}
