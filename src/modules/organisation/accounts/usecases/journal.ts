import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { addDays } from '#kit/dates'
import { unionOf } from '#modules/organisation/unions'
import { subtree } from '#platform/db'
import { issueTicket } from '#platform/files'
import { faultNames, journal, type JournalFault, journalLines, verifyLines } from '#platform/journal'
import type { Session } from '#platform/session'
import type { JournalFilter } from '../contract.ts'

const MOST_FAULTS = 50
const chinaDay = (day: string) => new Date(`${day}T00:00:00+08:00`)

async function filtered(
  session: Session,
  { text, act, unionId, actor, subject, from, until }: JournalFilter,
): Promise<SQL | undefined> {
  const within = unionId ? subtree((await unionOf(session, unionId)).path) : undefined
  const like = `%${text.replace(/[%_\\]/g, '\\$&')}%`
  return and(
    within ? and(gte(journal.unionPath, within.lo), lt(journal.unionPath, within.hi)) : undefined,
    act ? and(gte(journal.act, act), lt(journal.act, `${act}~`)) : undefined,
    actor ? eq(journal.actor, actor) : undefined,
    subject ? eq(journal.subject, subject) : undefined,
    from ? gte(journal.at, chinaDay(from)) : undefined,
    until ? lt(journal.at, chinaDay(addDays(until, 1))) : undefined,
    text ? sql`${journal.actor} in (select a.id from journal_actors a where a.name like ${like})` : undefined,
  )
}

const columns = {
  id: journal.id,
  at: journal.at,
  act: journal.act,
  actor: sql<string | null>`(select a.name from journal_actors a where a.id = ${journal.actor})`,
  post: sql<string | null>`(select coalesce(p.title, p.kind) from appointments p where p.id = ${journal.post})`,
  unionName: sql<string | null>`(select u.name from unions u where u.id = ${journal.unionId})`,
  subject: journal.subject,
  detail: journal.detail,
  seq: journal.seq,
}

/** The journal of one's scope, newest first. */
export async function list(session: Session, { page, size, ...filter }: Paging & JournalFilter) {
  const where = await filtered(session, filter)
  const rows = await session.db
    .select(columns)
    .from(journal)
    .where(where)
    .orderBy(desc(journal.at), desc(journal.seq))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await session.db.$count(journal, where) }
}

/** The lines of an export, in pages, so that memory does not grow with them. */
export async function* exported(session: Session, filter: JournalFilter) {
  const SIZE = 1000
  for (let page = 1; ; page++) {
    const { rows } = await list(session, { ...filter, page, size: SIZE, descending: false })
    yield* rows
    if (rows.length < SIZE) return
  }
}

/** A ticket to fetch the journal as a workbook. */
export async function exportJournal(session: Session, filter: JournalFilter) {
  return issueTicket(session, 'accounts.exportJournal', filter)
}

/** Recomputes every chain of one's scope and names each line that was altered, removed or put in. */
export async function verifyJournal({ db, region }: Session) {
  const { lines, chains, faults } = await verifyLines(journalLines(db.$client, region))
  return { lines, chains, faults: await named(db, faults.slice(0, MOST_FAULTS)) }
}

async function named(db: Session['db'], faults: readonly JournalFault[]) {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`select id::text, name from unions`)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return faults.map(({ chain, seq, problem }) => ({ unionName: names.get(chain) ?? null, seq, problem: faultNames[problem] }))
}
