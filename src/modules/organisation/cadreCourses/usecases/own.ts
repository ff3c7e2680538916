import { and, eq, sql } from 'drizzle-orm'
import { ownCadre } from '#modules/organisation/competences'
import { enforce, found, personOf, type Session } from '#platform/session'
import { refuse } from '#law/verdict'
import type { Offer } from '../contract.ts'
import { mayAttend, mayLeave } from '../rules.ts'
import { trainings } from '../tables.ts'
import { taughtIn, verdictOf } from './attending.ts'
import { codeOf, holdQueue } from './planning.ts'
import { courseOf, shownCourse, trainingOf, trainingsWhere } from './reading.ts'

const WEEKS_SHOWN = 26

/** Courses that one may take as a cadre, with one's own place in them: those not over, and those one is in. */
export async function offered(session: Session): Promise<Offer[]> {
  const { db, today } = session
  const cadre = await ownCadre(session)
  if (!cadre) return []
  const { rows } = await db.execute<{ id: string }>(sql`
    select c.id from cadre_courses c where c.published_at is not null and c.cancelled_at is null and c.closed_at is null
      and starts_with(${cadre.unionPath}, c.union_path) and c.ends_on >= ${today}::date - ${WEEKS_SHOWN * 7}::int
      and (c.ends_on >= ${today} or exists (select from cadre_trainings t
        where t.course_id = c.id and t.member_id = ${cadre.memberId} and t.withdrawn_at is null))
    order by c.starts_on, c.id limit 50`)
  const own = await mine(session)
  const offers: Offer[] = []
  for (const { id } of rows) {
    const {
      isOwn: _isOwn,
      completed: _completed,
      version: _version,
      ...course
    } = shownCourse(await courseOf(session, id), today, '')
    const training = own.find(({ courseId, state }) => courseId === id && state !== 'withdrawn')
    const place = training && { id: training.id, state: training.state, queue: training.queue, days: training.days }
    offers.push({ ...course, mine: place ?? null })
  }
  return offers
}

export async function enrol(session: Session, { courseId }: { courseId: string }) {
  const { db, now, line } = session
  const cadre = await ownCadre(session)
  await holdQueue(session, courseId)
  const course = await courseOf(session, courseId)
  enforce(await verdictOf(session, course, cadre, false))
  const { unionId, unionPath, memberId, name } = cadre!
  const { kind, title, subjects, hours, startsOn } = taughtIn(course)
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into cadre_trainings (union_id, union_path, member_id, person_name, course_id, kind, title, subjects, hours, starts_on, enrolled_at)
    values (${unionId}, ${unionPath}, ${memberId}, ${name}, ${courseId}, ${kind}, ${title},
      ${sql.param(subjects)}::text[], ${hours}, ${startsOn}, ${now.toISOString()}) returning id`)
  const { id } = rows[0]!
  const { state } = await trainingOf(session, id)
  Object.assign(line, { unionId, subject: id, detail: { course: courseId } })
  return { id, isSeated: state === 'seated' }
}

export async function leave(session: Session, { id }: { id: string }) {
  const { db, now, today, line } = session
  const { courseId, unionId, memberId } = await trainingOf(session, id)
  found(memberId === personOf(session) || undefined)
  if (courseId) await holdQueue(session, courseId)
  const { state } = await trainingOf(session, id)
  enforce(
    courseId
      ? mayLeave(await courseOf(session, courseId), state, today, false)
      : refuse('cadreCourses.left', '没有可以退出的报名'),
  )
  await db.update(trainings).set({ withdrawnAt: now }).where(eq(trainings.id, id))
  Object.assign(line, { unionId, subject: id, detail: { course: courseId } })
  return { id }
}

/** Signs in on a day of the course with the code shown in the room. */
export async function signIn(session: Session, { courseId, code }: { courseId: string; code: string }) {
  const { db, now, today, line } = session
  const course = await courseOf(session, courseId)
  const own = await trainingsWhere(
    session,
    and(eq(trainings.courseId, courseId), eq(trainings.memberId, personOf(session)), sql`withdrawn_at is null`),
    sql`cadre_trainings.id`,
  )
  const training = own[0]
  enforce(training ? mayAttend(course, training.state, today, today) : refuse('cadreCourses.seat', '没有这门课的名额'))
  if (code.replace(/\s/g, '') !== codeOf(courseId, today))
    enforce(refuse('cadreCourses.code', '签到码不对，请看教室里今天的签到码'))
  const { id, unionId, memberId } = training!
  await db.execute(sql`insert into cadre_attendances (union_id, union_path, training_id, member_id, on_day, way, at)
    select t.union_id, t.union_path, t.id, t.member_id, ${today}, 'code', ${now.toISOString()} from cadre_trainings t
    where t.id = ${id} and t.member_id = ${memberId} on conflict (training_id, on_day) do nothing`)
  Object.assign(line, { unionId, subject: id, detail: { course: courseId } })
  return { id }
}

/** One's own trainings, the newest first. */
export const mine = (session: Session) =>
  trainingsWhere(session, eq(trainings.memberId, personOf(session)), sql`starts_on desc, cadre_trainings.id`)
