import { and, asc, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { addMonths } from '#kit/dates'
import { unionOf } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import { found, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Appointment, AppointmentState, Listing } from '../contract.ts'
import { type Body, committeesOf, type Kind, kinds, postKinds, postTitle, rankOf } from '../rules.ts'
import { appointments, handovers } from '../tables.ts'
import { bodyFacts } from './facts.ts'

const unionName = sql<string>`(select u.name from unions u where u.id = ${appointments.unionId})`

/** How an appointment stands on a day. */
export const stateOn = (day: string) => sql<AppointmentState>`case
  when ${appointments.waitsForConfirmation} then 'waiting'
  when ${appointments.endedOn} <= ${day} then 'ended'
  when ${appointments.fromOn} > ${day} then 'coming'
  when ${appointments.untilOn} < ${day} then 'expired'
  else 'inOffice' end`

export const columnsOn = (day: string) => {
  const { id, unionId, memberId, personName, kind, title, portfolio, fromOn, untilOn, fullTime } = appointments
  const { substituteFor, came, basis, endedOn, endedWhy, extensionBasis } = appointments
  return {
    ...{ id, unionId, unionName, memberId, personName, kind, title, portfolio, fromOn, untilOn, fullTime },
    ...{ substituteFor, came, basis, endedOn, endedWhy, extensionBasis, state: stateOn(day) },
  }
}

type Row = Omit<Appointment, 'title'> & { title: string | null }
export const shown = (row: Row): Appointment => ({ ...row, title: postTitle(row.kind, row.title) })
const byRank = (a: Appointment, b: Appointment) => rankOf(a.kind) - rankOf(b.kind) || a.fromOn.localeCompare(b.fromOn)

/** One appointment, 404 outside one's scope. */
export async function appointmentOf({ db, today }: Session, id: string) {
  const [row] = await db
    .select({ ...columnsOn(today), unionPath: appointments.unionPath, handedOverTo: appointments.handedOverTo })
    .from(appointments)
    .where(eq(appointments.id, id))
  return found(row)
}

export async function get(session: Session, { id }: { id: string }) {
  const row = await appointmentOf(session, id)
  return { ...shown(row), handovers: await handoversOf(session.db, id) }
}

const handoversOf = (db: Session['db'], id: string) =>
  db
    .select({
      id: handovers.id,
      from: sql<string>`(select a.person_name from appointments a where a.id = ${handovers.fromId})`,
      to: sql<string>`(select a.person_name from appointments a where a.id = ${handovers.toId})`,
      onDay: handovers.onDay,
      moved: handovers.moved,
      note: handovers.note,
    })
    .from(handovers)
    .where(or(eq(handovers.fromId, id), eq(handovers.toId, id)))
    .orderBy(asc(handovers.onDay))

/** Who holds what at one union on a day, who held it before, and how its five committees stand. */
export async function ofUnion(session: Session, { unionId, on = session.today }: { unionId: string; on?: string | undefined }) {
  const union = await unionOf(session, unionId)
  const rows = await session.db.select(columnsOn(on)).from(appointments).where(eq(appointments.unionId, unionId))
  const all = rows.map(shown).sort(byRank)
  const [facts] = await bodyFacts(session, on, [unionId])
  return {
    unionName: union.name,
    committees: facts ? committeesOf(facts, on) : [],
    appointments: all.filter(({ state }) => state !== 'ended'),
    past: all.filter(({ state }) => state === 'ended').sort((a, b) => b.endedOn!.localeCompare(a.endedOn!)),
  }
}

type Search = Paging & {
  text: string
  kind?: Kind | undefined
  body?: Body | undefined
  state: 'inOffice' | 'expired' | 'ended' | 'ending' | 'waiting'
}

const sortable = {
  name: appointments.personName,
  from: appointments.fromOn,
  until: appointments.untilOn,
  union: appointments.unionPath,
}

/** The appointments of one's scope; `ending`: in office, with the last six months of the term begun. */
export async function list(session: Session, { page, size, sort, descending, text, kind, body, state }: Search) {
  const { db, today } = session
  const where = and(
    await stateFilter(session, state),
    kind && eq(appointments.kind, kind),
    body &&
      inArray(
        appointments.kind,
        kinds.filter((each) => postKinds[each].body === body),
      ),
    text ? sql`(${appointments.personName} like ${`%${text.replace(/[%_\\]/g, '\\$&')}%`} or ${named(text)})` : undefined,
  )
  const by = sortable[sort as keyof typeof sortable] ?? sortable.union
  const rows = await db
    .select(columnsOn(today))
    .from(appointments)
    .where(where)
    .orderBy(descending ? desc(by) : asc(by), asc(appointments.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows: rows.map(shown), total: await db.$count(appointments, where) }
}

const named = (text: string) =>
  sql`${appointments.unionId} in (select u.id from unions u where u.name like ${`%${text.replace(/[%_\\]/g, '\\$&')}%`})`

async function stateFilter(session: Session, state: Search['state']): Promise<SQL | undefined> {
  const { today } = session
  if (state !== 'ending') return sql`${stateOn(today)} = ${state}`
  const [months] = (await statutesFor(session)).on('ELEC-27.warn', today).value
  return and(
    sql`${stateOn(today)} = 'inOffice'`,
    lte(appointments.untilOn, addMonths(today, months!)),
    isNull(appointments.endedOn),
  )
}

/** People registered at a union or below who may be given a post: by name, pinyin, initials or card number. */
export async function candidates(session: Session, { unionId, text }: { unionId: string; text: string }) {
  const { path } = await unionOf(session, unionId)
  const latin = text.toLowerCase().replace(/\s/g, '')
  const { rows } = await session.db.execute<{ id: string; name: string; unionName: string; number: string | null }>(sql`
    select m.id, m.name, u.name as "unionName", m.number from members m join unions u on u.id = m.union_id
    where m.union_path >= ${path} and m.union_path < ${`${path}~`} and m.merged_into is null and m.status in ('worker', 'member', 'retained')
      and ((m.name >= ${text} collate "C" and m.name < ${`${text}\u{10ffff}`} collate "C") or m.number = ${text}
        or (m.pinyin >= ${latin} and m.pinyin < ${`${latin}~`}) or (m.initials >= ${latin} and m.initials < ${`${latin}~`}))
    order by m.name, m.id limit 20`)
  return rows
}

/** A ticket for the list as a workbook, whichever page of it is on screen. */
export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'posts.export', input)
