import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { maskIdNumber } from '#kit/identifiers'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { foundingClock } from '#rules/organisation/employers'
import { unionNames } from '#modules/organisation/unions'
import { issueTicket } from '#platform/files'
import { open } from '#platform/secrets'
import { found, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import { scopeOf } from '#rules/organisation/unions'
import type { Listing, Row } from '../contract.ts'
import { findingsOf, kindOf, median } from '../rules.ts'
import { filings, foundings, group, meetings, supporters, tasks, timeline, units } from '../tables.ts'
import { ID_NUMBER } from './group.ts'
import type { Founding } from './parts.ts'

// Written out in full: in a select from one table Drizzle drops the table's name from columns.
const count = (table: string, and_ = '') =>
  sql<number>`(select count(*)::int from ${sql.raw(table)} p where p.founding_id = foundings.id ${sql.raw(and_)})`
const answerBy = sql<string | null>`(select p.answer_by::text from founding_filings p
  where p.founding_id = foundings.id order by p.round desc limit 1)`

const rowColumns = (today: string) => ({
  id: foundings.id,
  name: foundings.name,
  form: foundings.form,
  state: foundings.state,
  unionId: foundings.unionId,
  openedAt: foundings.openedAt,
  filedAt: foundings.filedAt,
  decidedAt: foundings.decidedAt,
  foundedUnionId: foundings.foundedUnionId,
  headName: sql<string | null>`(select p.name from founding_members p where p.founding_id = foundings.id and p.side = 'head')`,
  workers: sql<number>`(select coalesce(sum(p.headcount), 0)::int from founding_units p where p.founding_id = foundings.id)`,
  supporters: count('founding_supporters'),
  tasks: count('founding_tasks'),
  tasksDone: count('founding_tasks', 'and p.done_on is not null'),
  tasksLate: sql<number>`(select count(*)::int from founding_tasks p
    where p.founding_id = foundings.id and p.done_on is null and p.due_on < ${today}::date)`,
  answerBy,
})

async function rowsOf(session: Session, where: SQL | undefined, order: SQL[], limit = 200, offset = 0): Promise<Row[]> {
  const rows = await session.db
    .select(rowColumns(session.today))
    .from(foundings)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  const names = await unionNames(
    session,
    rows.map(({ unionId }) => unionId),
  )
  return rows.map((row) => ({
    ...row,
    superiorName: names.get(row.unionId) ?? '',
    answerBy: row.state === 'filed' ? row.answerBy : null,
  }))
}

/** The projects one opened or belongs to. */
export const mine = (session: Session) => rowsOf(session, undefined, [desc(foundings.openedAt)])

const late = (today: string) => sql`${foundings.state} = 'filed' and ${answerBy} < ${today}`

/** The projects under the post's union and below: filed first, the longest waiting on top. */
export async function list(session: Session, { page, size, state, form, text, overdue }: Listing) {
  const where = and(
    state && eq(foundings.state, state),
    form && eq(foundings.form, form),
    text ? ilike(foundings.name, `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`) : undefined,
    overdue ? late(session.today) : undefined,
  )
  const order = [sql`${foundings.state} = 'filed' desc`, asc(foundings.filedAt), desc(foundings.openedAt)]
  const rows = await rowsOf(session, where, order, size, (page - 1) * size)
  return { rows, total: await session.db.$count(foundings, where) }
}

/** All of a project, for whoever may see it: its group, or a superior. Identity numbers are masked for both. */
export async function get(session: Session, { id }: { id: string }) {
  const { db } = session
  const [row] = await rowsOf(session, eq(foundings.id, id), [asc(foundings.id)])
  const [whole] = await db.select().from(foundings).where(eq(foundings.id, id))
  const parts = await partsOf(session, found(whole))
  const { findings, clock } = await judged(session, found(whole), parts)
  const unitNames = new Map(parts.units.map((unit) => [unit.id, unit.name]))
  const owners = new Map(parts.group.map((one) => [one.id, one.name]))
  return {
    ...whole!,
    ...found(row),
    unionKind: kindOf[whole!.form],
    units: parts.units.map(({ employerId, ...unit }) => ({ ...unit, isOnRegister: employerId !== null })),
    roster: parts.roster.map(({ idNumber, account, unitId, ...one }) => ({
      ...one,
      idNumber: idNumber && maskIdNumber(open(ID_NUMBER, idNumber)),
      unitName: unitId && (unitNames.get(unitId) ?? null),
      hasAccount: account !== null,
    })),
    group: parts.group.map(({ account, ...one }) => ({ ...one, hasAccount: account !== null })),
    taskList: parts.tasks.map((task) => ({ ...task, ownerName: task.ownerId && (owners.get(task.ownerId) ?? null) })),
    meetings: parts.meetings,
    filings: parts.filings,
    timeline: parts.timeline,
    findings,
    clock,
  }
}

/** Everything that hangs on a project. */
export async function partsOf({ db }: Session, { id }: Pick<Founding, 'id'>) {
  const of = (table: { foundingId: PgColumn }) => eq(table.foundingId, id)
  return {
    units: await db.select().from(units).where(of(units)).orderBy(units.position),
    roster: await db.select().from(supporters).where(of(supporters)).orderBy(supporters.signedAt, supporters.id),
    group: await db.select().from(group).where(of(group)).orderBy(sql`side <> 'head'`, group.name),
    tasks: await db.select().from(tasks).where(of(tasks)).orderBy(tasks.position, tasks.id),
    meetings: await db.select().from(meetings).where(of(meetings)).orderBy(meetings.onDay),
    filings: await db.select().from(filings).where(of(filings)).orderBy(filings.round),
    timeline: await db.select().from(timeline).where(of(timeline)).orderBy(timeline.seq),
  }
}
export type Parts = Awaited<ReturnType<typeof partsOf>>

/** The verdicts of the day by the rules of the union's future place, and the founding clock of the unit. */
export async function judged(session: Session, founding: Founding, parts: Pick<Parts, 'units' | 'roster' | 'group'>) {
  const facts = {
    ...founding,
    units: parts.units,
    supporters: parts.roster.length,
    womenSupporters: parts.roster.filter(({ sex }) => sex === 'female').length,
    sides: parts.group.map(({ side }) => side),
  }
  const [first] = parts.units
  const book = await rulebookOf(session)
  const place = book.at(founding.unionPath, scopeOf(first?.creditCode ?? null, session.place))
  const clock = first ? foundingClock({ setUpOn: first.setUpOn, stage: 'none' }, place, book.calendar) : null
  return { findings: findingsOf(facts, session.today, place), clock }
}

const DAY = 86_400_000

/** How long superiors take, how often they return, what was founded (ORG-03), and how well projects are planned (ORG-04). */
export async function figures(session: Session) {
  const { db, today } = session
  const first = sql<Date>`(select min(p.filed_at) from founding_filings p where p.founding_id = foundings.id)`.mapWith(
    foundings.filedAt,
  )
  const returns = count('founding_filings', "and p.answer = 'returned'")
  const filed = await db
    .select({ state: foundings.state, form: foundings.form, decidedAt: foundings.decidedAt, first, returns })
    .from(foundings)
    .where(sql`exists (select 1 from founding_filings p where p.founding_id = foundings.id)`)
  const decided = filed.filter(({ decidedAt }) => decidedAt !== null)
  const days = median(decided.map(({ first: since, decidedAt }) => (decidedAt!.getTime() - since.getTime()) / DAY))
  const founded = Map.groupBy(decided, ({ form }) => form)
  return {
    filed: filed.length,
    decided: decided.length,
    medianDays: days === null ? null : Math.round(days * 10) / 10,
    returnsPerApplication: filed.length
      ? Math.round((filed.reduce((sum, row) => sum + row.returns, 0) / filed.length) * 100) / 100
      : null,
    waiting: filed.filter(({ state }) => state === 'filed').length,
    overdue: await db.$count(foundings, late(today)),
    forms: [...founded].map(([form, rows]) => ({ form, founded: rows.length })),
    ...(await planning(session)),
  }
}

async function planning({ db, today }: Session) {
  const underWay = inArray(foundings.state, ['drafted', 'filed', 'returned'])
  const unplanned = sql`exists (select 1 from founding_tasks p where p.founding_id = foundings.id and (p.owner_id is null or p.due_on is null))`
  const behind = await db
    .select({ dueOn: tasks.dueOn })
    .from(tasks)
    .innerJoin(foundings, eq(foundings.id, tasks.foundingId))
    .where(and(underWay, isNull(tasks.doneOn), isNotNull(tasks.dueOn), lt(tasks.dueOn, today)))
  return {
    underWay: await db.$count(foundings, underWay),
    planned: await db.$count(foundings, and(underWay, sql`not ${unplanned}`)),
    daysBehind: median(behind.map(({ dueOn }) => (Date.parse(today) - Date.parse(dueOn!)) / DAY)),
  }
}

export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'founding.export', input)
