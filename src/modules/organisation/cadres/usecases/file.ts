import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { cadreIfAny, ownCadre } from '#modules/organisation/competences'
import { enforce, found, personOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { cameNames, type Came } from '#contracts/organisation/posts'
import { postTitle } from '#rules/organisation/posts'
import { daysBetween } from '#kit/dates'
import type { File, MonthOf, NewEntry, Task, Term } from '../contract.ts'
import { type Allowance, allowanceOn, mayAgree, mayRecordHours } from '../rules.ts'
import { agreements, hours } from '../tables.ts'
import { monthsSeen } from './load.ts'
import { rowOf } from './reading.ts'

const MONTHS = 12

async function termsOf({ db }: Session, memberId: string): Promise<Term[]> {
  type Row = Omit<Term, 'title' | 'came'> & { kind: string; title: string | null; came: Came }
  const { rows } = await db.execute<Row>(sql`
    select a.id, a.union_id as "unionId", u.name as "unionName", a.kind, a.title, a.from_on::text as "fromOn",
      a.until_on::text as "untilOn", a.ended_on::text as "endedOn", a.full_time as "isFullTime", a.came, a.basis
    from appointments a join union_directory u on u.id = a.union_id
    where a.member_id = ${memberId} and not a.waits_for_confirmation order by a.from_on desc, a.id`)
  return rows.map(({ kind, title, came, ...row }) => ({ ...row, title: postTitle(kind, title), came: cameNames[came] }))
}

async function monthsOf({ db, today }: Session, memberId: string, { outside }: Allowance): Promise<MonthOf[]> {
  const from = sql`(date_trunc('month', ${today}::date) - make_interval(months => ${MONTHS - 1}))::date`
  const { rows } = await db.execute<{ month: string; task: Task; minutes: number; paid: number }>(sql`
    select to_char(h.on_day, 'YYYY-MM') as month, h.task, sum(h.minutes)::int as minutes,
      coalesce(sum(h.minutes) filter (where h.in_work_time), 0)::int as paid
    from cadre_hours h where h.member_id = ${memberId} and h.on_day >= ${from} group by 1, 2 order by 1 desc, 3 desc`)
  const months = [...new Set(rows.map(({ month }) => month))]
  return months.map((month) => {
    const own = rows.filter((row) => row.month === month)
    return {
      month,
      minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
      counted: own.filter(({ task }) => !outside.includes(task)).reduce((sum, { paid }) => sum + paid, 0),
      tasks: own.map(({ task, minutes }) => ({ task, minutes })),
    }
  })
}

async function fileOf(
  session: Session,
  memberId: string,
  personName: string,
  row: File['row'],
  path: string | undefined,
): Promise<File> {
  const { db, today } = session
  const allowance = allowanceOn(today, await statutesFor(session, path))
  const { id, hoursPerMonth, basis, fromOn, untilOn } = agreements
  return {
    ...{ memberId, personName, isCadre: path !== undefined, row, terms: await termsOf(session, memberId) },
    agreements: await db
      .select({ id, hoursPerMonth, basis, fromOn, untilOn })
      .from(agreements)
      .where(eq(agreements.memberId, memberId))
      .orderBy(desc(fromOn)),
    allowance: { ...allowance, outside: [...allowance.outside] },
    months: await monthsOf(session, memberId, allowance),
  }
}

/** A cadre's file, as far as it lies within one's scope; 404 when he never held a post there. */
export async function get(session: Session, { memberId }: { memberId: string }) {
  const { db } = session
  const { rows } = await db.execute<{ name: string }>(
    sql`select person_name as name from appointments where member_id = ${memberId} order by from_on desc limit 1`,
  )
  const { name } = found(rows[0])
  const cadre = await cadreIfAny(session, memberId)
  return fileOf(session, memberId, name, await rowOf(session, memberId), cadre?.unionPath)
}

const entryColumns = () => {
  const { id, onDay, minutes, task, inWorkTime, note } = hours
  return { id, onDay, minutes, task, inWorkTime, note }
}

/** What a cadre recorded in a month. */
export async function entries(session: Session, { memberId, month }: { memberId: string; month: string }) {
  return session.db
    .select(entryColumns())
    .from(hours)
    .where(and(eq(hours.memberId, memberId), sql`to_char(${hours.onDay}, 'YYYY-MM') = ${month}`))
    .orderBy(asc(hours.onDay), asc(hours.recordedAt))
}

type NewAgreement = { memberId: string; hoursPerMonth: number; basis: string; fromOn: string }

/** Files what was agreed with the employer; what was agreed before ends the day before. */
export async function agree(session: Session, { memberId, ...facts }: NewAgreement) {
  const { db, user, now, line } = session
  const cadre = found(await cadreIfAny(session, memberId))
  const row = await rowOf(session, memberId)
  const { unionId, unionPath } = cadre
  const [before] = await db
    .select()
    .from(agreements)
    .where(and(eq(agreements.memberId, memberId), eq(agreements.unionId, unionId), sql`${agreements.untilOn} is null`))
    .for('update')
  enforce(mayAgree(!row?.isFullTime, user.person === memberId, facts.fromOn, before?.fromOn ?? null))
  if (before)
    await db
      .update(agreements)
      .set({ untilOn: sql`${facts.fromOn}::date - 1` })
      .where(eq(agreements.id, before.id))
  const [made] = await db
    .insert(agreements)
    .values({ unionId, unionPath, memberId, ...facts, recordedAt: now })
    .returning({ id: agreements.id })
  Object.assign(line, { unionId, subject: made!.id, detail: { hours: facts.hoursPerMonth } })
  return made!
}

/** One's own file, with what one recorded lately. */
export async function mine(session: Session) {
  const { db, today } = session
  const memberId = personOf(session)
  const cadre = await ownCadre(session)
  const held = (await termsOf(session, memberId)).filter(
    ({ untilOn, endedOn, fromOn }) =>
      fromOn <= today && (untilOn === null || untilOn >= today) && (endedOn === null || endedOn > today),
  )
  const titles = held.map(({ unionName, title }) => `${unionName}${title}`)
  const row = cadre ? await rowOf(session, memberId, titles) : null
  const [, , last] = monthsSeen(today)
  const recent = await db
    .select(entryColumns())
    .from(hours)
    .where(and(eq(hours.memberId, memberId), sql`${hours.onDay} >= ${last!}`))
    .orderBy(desc(hours.onDay), desc(hours.recordedAt))
    .limit(60)
  return { ...(await fileOf(session, memberId, cadre?.name ?? '', row, cadre?.unionPath)), entries: recent }
}

/** Three taps: what, how long, done. */
export async function recordHours(session: Session, entry: NewEntry) {
  const { db, now, today, line } = session
  const memberId = personOf(session)
  const cadre = await ownCadre(session)
  const [sum] = await db
    .select({ minutes: sql<number>`coalesce(sum(${hours.minutes}), 0)::int` })
    .from(hours)
    .where(and(eq(hours.memberId, memberId), eq(hours.onDay, entry.onDay)))
  const ago = daysBetween(entry.onDay, today)
  enforce(mayRecordHours(cadre !== undefined, entry.onDay, today, ago, sum!.minutes, entry.minutes))
  const { unionId, unionPath } = cadre!
  const [row] = await db
    .insert(hours)
    .values({ unionId, unionPath, memberId, ...entry, note: entry.note || null, recordedAt: now })
    .returning({ id: hours.id })
  Object.assign(line, { unionId, subject: row!.id, detail: { task: entry.task } })
  return row!
}

export async function dropHours(session: Session, { id }: { id: string }) {
  const { db, line } = session
  const [row] = await db
    .delete(hours)
    .where(and(eq(hours.id, id), eq(hours.memberId, personOf(session))))
    .returning({ unionId: hours.unionId })
  Object.assign(line, { unionId: found(row).unionId, subject: id })
  return { id }
}
