import { eq, sql } from 'drizzle-orm'
import { competencesInForce } from '#modules/organisation/competences'
import { hold } from '#platform/db'
import { blindIndex } from '#platform/secrets'
import { enforce, postOf, type Session } from '#platform/session'
import { refuse } from '#law/verdict'
import { isCurrent } from '#rules/organisation/unions'
import type { Draft } from '../contract.ts'
import { daysOf, mayCancel, mayChangeCourse, mayClose, mayPlan, mayPublish, shortfall } from '../rules.ts'
import { courses, trainings } from '../tables.ts'
import { ownCourse, trainees } from './reading.ts'

/** Drafts a course at one's own union, or puts one right. */
export async function save(session: Session, { id, version, ...facts }: Draft) {
  const { db, now, line } = session
  enforce(mayPlan(facts))
  const known = (await competencesInForce(session)).items.map(({ key }) => key)
  if (!facts.subjects.every((subject) => known.includes(subject)))
    enforce(refuse('cadreCourses.subject', '有科目不在能力标准里，请刷新页面'))
  if (id) return amend(session, { ...facts, id, version: version ?? 0 })
  const post = postOf(session)
  const [row] = await db
    .insert(courses)
    .values({ ...facts, unionId: post.unionId, unionPath: post.path, createdAt: now })
    .returning({ id: courses.id })
  Object.assign(line, { subject: row!.id, detail: { kind: facts.kind, capacity: facts.capacity } })
  return row!
}

async function amend(
  session: Session,
  { id, version, ...facts }: Omit<Draft, 'id' | 'version'> & { id: string; version: number },
) {
  const { db, line } = session
  await hold(db, courses, id)
  const before = await ownCourse(session, id)
  enforce(isCurrent(before.version, version))
  enforce(mayChangeCourse(before, facts.capacity, Math.min(before.taken, before.capacity)))
  await db
    .update(courses)
    .set({ ...facts, version: version + 1 })
    .where(eq(courses.id, id))
  Object.assign(line, { unionId: before.unionId, subject: id, detail: { capacity: facts.capacity } })
  return { id }
}

type Versioned = { id: string; version: number }

export async function publish(session: Session, { id, version }: Versioned) {
  const { db, now, today, line } = session
  await hold(db, courses, id)
  const course = await ownCourse(session, id)
  enforce(isCurrent(course.version, version) ?? mayPublish(course, today))
  await db
    .update(courses)
    .set({ publishedAt: now, version: version + 1 })
    .where(eq(courses.id, id))
  Object.assign(line, { unionId: course.unionId, subject: id })
  return { id }
}

export async function cancel(session: Session, { id, version, why }: Versioned & { why: string }) {
  const { db, now, line } = session
  await hold(db, courses, id)
  const course = await ownCourse(session, id)
  enforce(isCurrent(course.version, version) ?? mayCancel(course))
  await db
    .update(courses)
    .set({ cancelledAt: now, cancelledWhy: why, version: version + 1 })
    .where(eq(courses.id, id))
  Object.assign(line, { unionId: course.unionId, subject: id, detail: { taken: course.taken } })
  return { id }
}

/** The six digits shown in the room on one day: made from the house's key, so that nothing is stored and no other day's code fits. */
export function codeOf(courseId: string, onDay: string): string {
  const keyed = Buffer.from(blindIndex('cadreCourses.code', `${courseId} ${onDay}`)).subarray(0, 24)
  return String(BigInt(`0x${keyed.toString('hex')}`) % 1_000_000n).padStart(6, '0')
}

export async function code(session: Session, { id }: { id: string }) {
  const { today } = session
  const course = await ownCourse(session, id)
  if (!daysOf(course).includes(today) || !course.publishedAt || course.cancelledAt)
    enforce(refuse('cadreCourses.day', '签到码只在上课当天有'))
  return { code: codeOf(id, today), onDay: today }
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** Five letters that stand for a course in its certificates' numbers. */
const shortOf = (id: string) =>
  [...id.replaceAll('-', '').slice(0, 10).matchAll(/../g)].map(([pair]) => LETTERS[Number.parseInt(pair, 16) % 32]).join('')

/**
 * Ends a course: whoever was there enough and passed has completed it and gets a certificate; of the others it is said why not, and
 * whoever still waits is let go.
 */
export async function close(session: Session, { id, version }: Versioned) {
  const { db, now, today, line } = session
  await hold(db, courses, id)
  const course = await ownCourse(session, id)
  enforce(isCurrent(course.version, version) ?? mayClose(course, today))
  let [completed, missed] = [0, 0]
  for (const { id: training, state, days, mark } of await trainees(session, { courseId: id })) {
    if (state === 'waiting') await db.update(trainings).set({ withdrawnAt: now }).where(eq(trainings.id, training))
    if (state !== 'seated') continue
    const why = shortfall(course, days.length, mark)
    if (why) missed += 1
    else completed += 1
    const number = `培〔${course.endsOn.slice(0, 4)}〕${shortOf(id)}-${String(completed).padStart(3, '0')}`
    const said = why ? { missedWhy: why } : { completedOn: course.endsOn, certificateNumber: number }
    await db.update(trainings).set(said).where(eq(trainings.id, training))
  }
  await db
    .update(courses)
    .set({ closedAt: now, version: version + 1 })
    .where(eq(courses.id, id))
  Object.assign(line, { unionId: course.unionId, subject: id, detail: { completed, missed } })
  return { id, completed, missed }
}

/** Locks the queue of a course for the rest of the act, also where the course itself is only seen. */
export const holdQueue = ({ db }: Pick<Session, 'db'>, courseId: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`cadre_courses ${courseId}`}, 0))`)
