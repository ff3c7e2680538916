import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { issueTicket } from '#platform/files'
import { found, postOf, type Session } from '#platform/session'
import type { Course, Listing, Training, TrainingListing } from '../contract.ts'
import { queueOf, stateOf, trainingStateOf } from '../rules.ts'
import { courses, trainings } from '../tables.ts'

// Names of tables are written out: in a select from one table Drizzle drops them, and a subquery would take the columns for its own.
const taken = sql<number>`(select count(*)::int from cadre_course_places p where p.course_id = cadre_courses.id)`
const completed = sql<number>`(select count(*)::int from cadre_trainings t where t.course_id = cadre_courses.id and t.completed_on is not null)`
const unionName = sql<string>`(select u.name from union_directory u where u.id = cadre_courses.union_id)`

type CourseRow = typeof courses.$inferSelect & { taken: number; completed: number; unionName: string }
const courseColumns = { course: courses, taken, completed, unionName }
type Selected = { course: typeof courses.$inferSelect; taken: number; completed: number; unionName: string }
const flat = ({ course, ...more }: Selected): CourseRow => ({ ...course, ...more })

export const shownCourse = (row: CourseRow, today: string, mine: string): Course => {
  const { id, version, unionId, unionName, kind, title, subjects, content, teacher, place, startsOn, endsOn, enrolUntil } = row
  const { hours, capacity, leastDays, passMark, cancelledWhy, completed } = row
  return {
    ...{ id, version, unionId, unionName, kind, title, subjects, content, teacher, place, startsOn, endsOn, enrolUntil },
    ...{ hours, capacity, leastDays, passMark, cancelledWhy, completed },
    state: stateOf(row, row.taken, today),
    seated: Math.min(row.taken, capacity),
    waiting: Math.max(0, row.taken - capacity),
    isOwn: mine !== '' && row.unionPath.startsWith(mine),
  }
}

/** The course with its counts; 404 when it is neither published nor in one's scope. */
export async function courseOf({ db }: Pick<Session, 'db'>, id: string): Promise<CourseRow> {
  const [row] = await db.select(courseColumns).from(courses).where(eq(courses.id, id))
  return flat(found(row))
}

/** The same for whoever holds it; 404 for a union below, which only takes part. */
export async function ownCourse(session: Session, id: string) {
  const row = await courseOf(session, id)
  return found(row.unionPath.startsWith(postOf(session).path) ? row : undefined)
}

export async function get(session: Session, { id }: { id: string }) {
  return shownCourse(await courseOf(session, id), session.today, postOf(session).path)
}

const escaped = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`

/** Courses that one's own unions hold or may send cadres to. */
export async function list(session: Session, { page, size, text, subject, show }: Listing) {
  const { db, today } = session
  const { path } = postOf(session)
  const when: Record<Listing['show'], SQL | undefined> = {
    all: undefined,
    coming: sql`${courses.endsOn} >= ${today} and ${courses.publishedAt} is not null and ${courses.cancelledAt} is null`,
    past: sql`${courses.endsOn} < ${today}`,
    draft: sql`${courses.publishedAt} is null`,
  }
  const where = and(
    or(sql`starts_with(${courses.unionPath}, ${path})`, sql`starts_with(${path}, ${courses.unionPath})`),
    when[show],
    subject ? sql`${subject} = any (${courses.subjects})` : undefined,
    text ? sql`${courses.title} like ${escaped(text)}` : undefined,
  )
  const rows = await db
    .select(courseColumns)
    .from(courses)
    .where(where)
    .orderBy(desc(courses.startsOn), asc(courses.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: rows.map((row) => shownCourse(flat(row), today, path)), total: await db.$count(courses, where) }
}

const place = sql<number | null>`(select p.place from cadre_course_places p where p.course_id = cadre_trainings.course_id
  and p.training_id = cadre_trainings.id)`
const days = sql<
  string[]
>`array(select a.on_day::text from cadre_attendances a where a.training_id = cadre_trainings.id order by a.on_day)`
const of = sql<string>`(select u.name from union_directory u where u.id = cadre_trainings.union_id)`
const held = sql<
  string | null
>`(select u.name from cadre_courses c join union_directory u on u.id = c.union_id where c.id = cadre_trainings.course_id)`
const capacity = sql<number | null>`(select c.capacity from cadre_courses c where c.id = cadre_trainings.course_id)`
const trainingColumns = { training: trainings, place, days, of, held, capacity }
type TrainingRow = {
  training: typeof trainings.$inferSelect
  place: number | null
  days: string[]
  of: string
  held: string | null
  capacity: number | null
}

export function shownTraining({ training, place, days, of, held, capacity }: TrainingRow): Training {
  const { id, courseId, memberId, personName, unionId, kind, title, subjects, hours, startsOn } = training
  const { mark, completedOn, missedWhy, certificateNumber } = training
  const state = trainingStateOf(training, place, capacity)
  return {
    ...{ id, courseId, memberId, personName, unionId, unionName: of, kind, title, subjects, hours, startsOn, state },
    ...{ organiser: training.organiser ?? held ?? '', queue: queueOf(state, place, capacity), days },
    ...{ mark, completedOn, missedWhy, certificateNumber },
  }
}

/** Trainings that fit, as the contract shows them. */
export async function trainingsWhere({ db }: Pick<Session, 'db'>, where: SQL | undefined, order: SQL, limit = 5000, offset = 0) {
  const rows = await db.select(trainingColumns).from(trainings).where(where).orderBy(order).limit(limit).offset(offset)
  return rows.map(shownTraining)
}

/** Who is enrolled in a course, within one's scope, in the order of the queue. */
export async function trainees(session: Session, { courseId }: { courseId: string }) {
  await courseOf(session, courseId)
  return trainingsWhere(session, eq(trainings.courseId, courseId), sql`cadre_trainings.seq`)
}

/** One training; 404 outside one's scope (for oneself: somebody else's). */
export async function trainingOf(session: Session, id: string) {
  const [row] = await trainingsWhere(session, eq(trainings.id, id), sql`cadre_trainings.id`)
  return found(row)
}

/** A certificate: a training that was completed. */
export async function certificate(session: Session, { id }: { id: string }) {
  const row = await trainingOf(session, id)
  return found(row.completedOn ? row : undefined)
}

/** Completed trainings of one's scope: by name or union, kind, year of completion. */
export async function completedTrainings(session: Session, { page, size, text, kind, year }: TrainingListing) {
  const where = and(
    sql`cadre_trainings.completed_on is not null`,
    kind && eq(trainings.kind, kind),
    year ? sql`cadre_trainings.completed_on between ${`${year}-01-01`} and ${`${year}-12-31`}` : undefined,
    text
      ? or(
          sql`cadre_trainings.person_name like ${escaped(text)}`,
          sql`cadre_trainings.union_id in (select u.id from unions u where u.name like ${escaped(text)})`,
        )
      : undefined,
  )
  const rows = await trainingsWhere(session, where, sql`completed_on desc, cadre_trainings.id`, size, (page - 1) * size)
  return { rows, total: await session.db.$count(trainings, where) }
}

/** What a cadre has been trained in, wherever he served then; 404 when he holds no post within one's scope. */
export async function ofCadre(session: Session, { memberId }: { memberId: string }) {
  const { db } = session
  const { rows: held } = await db.execute(sql`select 1 from appointments a where a.member_id = ${memberId} limit 1`)
  found(held[0])
  const own = await trainingsWhere(session, eq(trainings.memberId, memberId), sql`starts_on desc, cadre_trainings.id`)
  const elsewhere = await filed(
    session,
    memberId,
    own.map(({ id }) => id),
  )
  return [...own, ...elsewhere].sort((a, b) => b.startsOn.localeCompare(a.startsOn))
}

/** Trainings that lie with a union he served at before: only those completed. */
async function filed({ db }: Session, memberId: string, known: readonly string[]): Promise<Training[]> {
  type Filed = Omit<Training, 'state' | 'queue' | 'days'>
  const { rows } = await db.execute<Filed>(sql`
    select t.id, t.course_id as "courseId", t.member_id as "memberId", t.person_name as "personName", t.union_id as "unionId",
      (select u.name from union_directory u where u.id = t.union_id) as "unionName", t.kind, t.title, t.subjects, t.hours,
      coalesce(t.organiser, (select u.name from cadre_courses c join union_directory u on u.id = c.union_id where c.id = t.course_id), '') as organiser,
      t.starts_on::text as "startsOn", t.mark, t.completed_on::text as "completedOn", t.missed_why as "missedWhy",
      t.certificate_number as "certificateNumber"
    from cadre_trainings_of(${memberId}) t where t.completed_on is not null`)
  return rows
    .filter(({ id }) => !known.includes(id))
    .map((row) => ({ ...row, state: row.courseId ? 'completed' : 'elsewhere', queue: null, days: [] }))
}

/** A ticket for the completed trainings as a workbook. */
export const exportMany = (session: Session, input: TrainingListing) => issueTicket(session, 'cadreCourses.export', input)
