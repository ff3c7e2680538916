import { and, asc, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { citesAt } from '#modules/organisation/memberRules'
import { unionNames } from '#modules/organisation/unions'
import { subtree } from '#platform/db'
import { issueTicket } from '#platform/files'
import { found, personOf, postOf, type Session } from '#platform/session'
import type { Listing, Row } from '../contract.ts'
import { isOpen, sidesOf, waitsFor } from '../rules.ts'
import { type Transfer, transfers } from '../tables.ts'

const t = transfers
const isUnderWay = inArray(t.state, ['started', 'released'])
type View = Partial<Omit<Listing, 'page' | 'size'>> & { page: number; size: number }

const isIn = (column: typeof t.fromPath | typeof t.toPath, path: string) => {
  const { lo, hi } = subtree(path)
  return and(gte(column, lo), lt(column, hi))
}
const waitingOf = (path: string) =>
  and(isUnderWay, or(and(isNull(t.releasedAt), isIn(t.fromPath, path)), and(isNull(t.takenAt), isIn(t.toPath, path))))

function conditionsOf({ state, way, isLate, waiting, memberId }: View, session: Session): SQL | undefined {
  const { path } = postOf(session)
  return and(
    state?.length ? inArray(t.state, state) : undefined,
    way ? isIn(way === 'out' ? t.fromPath : t.toPath, path) : undefined,
    isLate ? and(isUnderWay, lt(t.dueOn, session.today)) : undefined,
    waiting ? waitingOf(path) : undefined,
    memberId ? eq(t.memberId, memberId) : undefined,
  )
}

export async function list(session: Session, view: View) {
  const where = conditionsOf(view, session)
  const isOver = sql`${t.state} in ('started', 'released')`
  const rows = await session.db
    .select()
    .from(t)
    .where(where)
    .orderBy(desc(isOver), asc(sql`case when ${isOver} then ${t.dueOn} end`), desc(t.startedAt), asc(t.id))
    .limit(view.size)
    .offset((view.page - 1) * view.size)
  return { rows: await shown(session, rows), total: await session.db.$count(t, where) }
}

/** What lies past its day, for both unions and whoever stands above either (MEM-04). */
export const overdue = (session: Session, { page, size }: { page: number; size: number }) =>
  list(session, { page, size, isLate: true })

export async function get(session: Session, { id }: { id: string }): Promise<Row> {
  const [row] = await session.db.select().from(t).where(eq(t.id, id))
  return (await shown(session, [found(row)]))[0]!
}

export async function mine(session: Session): Promise<Row[]> {
  const rows = await session.db
    .select()
    .from(t)
    .where(eq(t.memberId, personOf(session)))
    .orderBy(desc(t.startedAt))
    .limit(20)
  return shown(session, rows)
}

async function shown(session: Session, rows: readonly Transfer[]): Promise<Row[]> {
  const names = await unionNames(session, [...new Set(rows.flatMap(({ fromUnionId, toUnionId }) => [fromUnionId, toUnionId]))])
  const path = session.user.post?.path
  const asked = rows.map(({ toPath, startedOn }) => ({ path: toPath, day: startedOn }))
  const cites = await citesAt(session, 'acceptDays', asked)
  return rows.map((row, at) => {
    const isRunning = isOpen(row.state) === null
    return {
      ...row,
      fromName: names.get(row.fromUnionId) ?? '',
      toName: names.get(row.toUnionId) ?? '',
      isLate: isRunning && row.dueOn < session.today,
      waitsFor: isRunning ? waitsFor(row) : [],
      mySides: path === undefined ? [] : sidesOf(path, row),
      cite: cites[at]!,
    }
  })
}

export async function counts(session: Session) {
  const { db, today } = session
  const { rows } = await db.execute<{ late: number; open: number; accepted: number; medianDays: number | null }>(sql`
    select count(*) filter (where state in ('started', 'released') and due_on < ${today})::int as late,
      count(*) filter (where state in ('started', 'released'))::int as open,
      count(*) filter (where state = 'accepted' and ended_on > ${today}::date - 365)::int as accepted,
      (percentile_cont(0.5) within group (order by extract(epoch from ended_at - started_at) / 86400)
        filter (where state = 'accepted' and ended_on > ${today}::date - 365))::float8 as "medianDays"
    from transfers`)
  return { ...rows[0]!, waiting: await db.$count(t, waitingOf(postOf(session).path)) }
}

export const exportMany = (session: Session, input: Listing) => issueTicket(session, 'transfers.export', input)
