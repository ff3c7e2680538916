import { asc, eq, sql, type SQL } from 'drizzle-orm'
import { termById } from '#modules/democracy/deputies'
import { unionOf } from '#modules/organisation/unions'
import { dayOf, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import type { Listing, Row } from '../contract.ts'
import { presidiumFinding, stateOf } from '../rules.ts'
import { firms, notes, opinions, speakers, tasks } from '../tables.ts'
import { deputiesAt, itemsOf, linesOf, presentAt, sessionOf } from './parts.ts'

const state = sql`case when s.cancelled_on is not null then 'cancelled' when s.closed_at is not null then 'closed'
  when s.opened_at is not null then 'open' else 'preparing' end`
const china = (column: SQL) => sql`(${column} at time zone 'Asia/Shanghai')::date`

function wanted({ text, unionId, kind, state: wantedState, from, until, lacksReport }: Listing): SQL {
  const all: SQL[] = [sql`true`]
  if (text) all.push(sql`(strpos(u.name, ${text}) > 0 or strpos(s.title, ${text}) > 0)`)
  if (unionId) all.push(sql`s.union_id = ${unionId}`)
  if (kind) all.push(sql`s.kind = ${kind}`)
  if (wantedState) all.push(sql`${state} = ${wantedState}`)
  if (from) all.push(sql`s.opens_on >= ${from}::date`)
  if (until) all.push(sql`s.opens_on <= ${until}::date`)
  if (lacksReport) all.push(sql`s.closed_at is not null and s.reported_on is null`)
  return sql.join(all, sql` and `)
}

const sorts: Record<string, SQL> = { opensOn: sql`s.opens_on`, union: sql`u.path`, title: sql`s.title` }

/** All sessions of one's scope, with what was voted and what became of the resolutions. */
export async function list({ db }: Session, filter: Listing) {
  const { page, size, sort, descending } = filter
  const where = wanted(filter)
  const from = sql`from congress_sessions s join unions u on u.id = s.union_id where ${where}`
  const { rows: counted } = await db.execute<{ n: number }>(sql`select count(*)::int n ${from}`)
  const order = sort && sorts[sort] ? sql`${sorts[sort]} ${descending ? sql`desc` : sql`asc`}` : sql`s.opens_on desc`
  const { rows } =
    await db.execute<Row>(sql`select s.id, s.union_id as "unionId", u.name as "unionName", s.kind, s.title, ${state} state,
      s.opens_on::text as "opensOn", s.expected, s.present, s.reported_on::text as "reportedOn", s.instructor_name as "instructorName",
      ${china(sql`s.published_at`)}::text as "publishedOn",
      (select count(*)::int from congress_items i where i.session_id = s.id) items,
      (select count(*)::int from congress_items i where i.session_id = s.id and (i.result ->> 'passed')::boolean) passed,
      (select count(*)::int from congress_tasks t where t.session_id = s.id) tasks,
      (select count(*)::int from congress_tasks t where t.session_id = s.id and t.done_on is not null) done,
      (select count(distinct v.task_id)::int from congress_task_views v join congress_tasks t on t.id = v.task_id
        where t.session_id = s.id and not v.confirms) disputed,
      (select count(*)::int from congress_notes n where n.session_id = s.id and n.mended_on is null) as "openNotes"
    ${from} order by ${order}, s.id limit ${size} offset ${(page - 1) * size}`)
  return { rows, total: counted[0]!.n }
}

/** Figures of one's scope, from the records: congresses held in a year, what is unreported, tasks late or disputed, non-public firms (DEM-08). */
export async function figures({ db, today }: Session) {
  const held = sql`exists (select from congress_sessions s where s.union_id = u.id and s.kind <> 'joint' and s.closed_at > ${today}::date - 365)`
  const covered = sql`exists (select from congress_firms f where f.union_id = u.id and f.answer = 'confirmed' and f.answered_on > ${today}::date - 365)`
  const firm = sql`u.unit_type = 'privateEnterprise'`
  const { rows } =
    await db.execute<Figures>(sql`select count(*)::int unions, count(*) filter (where ${held})::int as "heldInYear",
      count(*) filter (where ${firm})::int as "nonPublic", count(*) filter (where ${firm} and ${held})::int as "nonPublicWithCongress",
      count(*) filter (where ${firm} and not ${held} and ${covered})::int as "nonPublicCovered",
      (select count(*)::int from congress_sessions s where s.opened_at is null and s.cancelled_on is null) preparing,
      (select count(*)::int from congress_sessions s where s.closed_at is not null and s.reported_on is null) unreported,
      (select count(*)::int from congress_tasks t where t.done_on is null and t.due_on < ${today}::date) as "lateTasks",
      (select count(distinct v.task_id)::int from congress_task_views v where not v.confirms) disputed
    from unions u where u.kind = 'basic' and u.state = 'active'`)
  return rows[0]!
}
type Figures = Record<
  | 'unions'
  | 'heldInYear'
  | 'nonPublic'
  | 'nonPublicWithCongress'
  | 'nonPublicCovered'
  | 'preparing'
  | 'unreported'
  | 'lateTasks'
  | 'disputed',
  number
>

const tasksOf = ({ db }: Session, sessionId: string) =>
  db
    .select({
      id: tasks.id,
      itemId: tasks.itemId,
      title: tasks.title,
      side: tasks.side,
      owner: tasks.owner,
      dueOn: tasks.dueOn,
      doneOn: tasks.doneOn,
      evidence: tasks.evidence,
      confirms: sql<number>`(select count(*)::int from congress_task_views v where v.task_id = ${tasks}.id and v.confirms)`,
      disputes: sql<number>`(select count(*)::int from congress_task_views v where v.task_id = ${tasks}.id and not v.confirms)`,
    })
    .from(tasks)
    .where(eq(tasks.sessionId, sessionId))
    .orderBy(asc(tasks.dueOn))

/** One session with everything about it. */
export async function get(session: Session, { id }: { id: string }) {
  const { db, today } = session
  const row = await sessionOf(session, id)
  const union = await unionOf(session, row.unionId)
  const term = await termById(session, row.termId)
  const place = await statutesFor(session, row.unionPath)
  const of = <T extends { sessionId: unknown }>(table: T) => eq(table.sessionId as never, id)
  const waiting = db
    .select()
    .from(speakers)
    .where(sql`${of(speakers)} and ${speakers.endedAt} is null`)
  return {
    ...row,
    ...{ unionName: union.name, state: stateOf(row), termNumber: term.number, scope: term.scope },
    publishedOn: row.publishedAt && dayOf(row.publishedAt),
    presidiumFinding: row.presidium.length ? presidiumFinding(row.presidium, today, place) : null,
    steps: await linesOf(session, row),
    items: await itemsOf(session, id),
    opinions: await db.select().from(opinions).where(of(opinions)).orderBy(asc(opinions.onDay), asc(opinions.id)),
    tasks: await tasksOf(session, id),
    firms: await db.select().from(firms).where(of(firms)).orderBy(asc(firms.name)),
    notes: await db.select().from(notes).where(of(notes)).orderBy(asc(notes.onDay)),
    speakers: await waiting.orderBy(sql`${speakers.calledAt} desc nulls last`, asc(speakers.askedAt)),
    deputies: await deputiesAt(session, id),
    presentNow: await presentAt(session, id),
    observers: await db
      .execute<{ n: number }>(sql`select count(*)::int n from congress_roll where session_id = ${id} and is_observer`)
      .then(({ rows }) => rows[0]!.n),
  }
}
