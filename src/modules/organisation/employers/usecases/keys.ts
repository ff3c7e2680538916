import { and, asc, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import { unionOf } from '#modules/organisation/unions'
import { hold, subtree } from '#platform/db'
import { issueTicket } from '#platform/files'
import { enforce, found, type Session } from '#platform/session'
import { isCurrent } from '#rules/organisation/unions'
import type { Keys, Process, processStates } from '../contract.ts'
import { employers, keyEmployers, visits } from '../tables.ts'
import { held as heldEmployer } from './keeping.ts'

function row() {
  const { id, employerId, instructorId, instructorName, founding, election, congress, version } = keyEmployers
  return {
    ...{ id, employerId, instructorId, instructorName, founding, election, congress, version },
    name: employers.name,
    headcount: employers.headcount,
    unionName: sql<string>`(select u.name from union_directory u where u.id = key_employers.union_id)`,
    visits: sql<number>`(select count(*)::int from key_employer_visits v where v.key_id = key_employers.id and v.kind = 'visit')`,
    lastVisit: sql<
      string | null
    >`(select max(v.on_day)::text from key_employer_visits v where v.key_id = key_employers.id and v.kind = 'visit')`,
  }
}

/** The key-enterprise list with its figures: how many have an instructor, were visited, and have finished each process. */
export async function keys(session: Session, { page, size, below, withoutInstructor }: Keys) {
  const { db } = session
  const within = below ? await isBelow(session, below) : undefined
  const where = and(within, withoutInstructor ? isNull(keyEmployers.instructorName) : undefined)
  const list = db.select(row()).from(keyEmployers).innerJoin(employers, eq(employers.id, keyEmployers.employerId)).where(where)
  const rows = await list
    .orderBy(sql`${employers.headcount} desc nulls last`, asc(keyEmployers.id))
    .limit(size)
    .offset((page - 1) * size)
  const done = (process: Process) => sql<number>`count(*) filter (where ${keyEmployers[process]} = 'done')::int`
  const [figures] = await db
    .select({
      keys: sql<number>`count(*)::int`,
      instructed: sql<number>`count(${keyEmployers.instructorName})::int`,
      visited: sql<number>`count(*) filter (where exists (select from key_employer_visits v where v.key_id = key_employers.id))::int`,
      ...{ founding: done('founding'), election: done('election'), congress: done('congress') },
    })
    .from(keyEmployers)
    .where(within)
  const { founding, election, congress, ...counts } = found(figures)
  return { rows, total: await db.$count(keyEmployers, where), figures: { ...counts, done: { founding, election, congress } } }
}

async function isBelow(session: Session, id: string) {
  const { lo, hi } = subtree((await unionOf(session, id)).path)
  return and(gte(keyEmployers.unionPath, lo), lt(keyEmployers.unionPath, hi))
}

export async function key({ db }: Session, { id }: { id: string }) {
  const from = db.select(row()).from(keyEmployers).innerJoin(employers, eq(employers.id, keyEmployers.employerId))
  const [shown] = await from.where(eq(keyEmployers.id, id))
  const log = await db.select().from(visits).where(eq(visits.keyId, id)).orderBy(desc(visits.onDay), desc(visits.at))
  return { ...found(shown), log }
}

/** Puts an employer on the list or takes it off; visits of one taken off go with it. */
export async function markKey(session: Session, { employerId, isKey }: { employerId: string; isKey: boolean }) {
  const { db, today, line } = session
  const { unionId, unionPath } = await heldEmployer(session, employerId)
  if (isKey) await db.insert(keyEmployers).values({ employerId, unionId, unionPath, since: today }).onConflictDoNothing()
  else await db.delete(keyEmployers).where(eq(keyEmployers.employerId, employerId))
  Object.assign(line, { unionId, subject: employerId, detail: { isKey } })
  return { id: employerId }
}

async function held({ db, line }: Session, id: string, version?: number) {
  await hold(db, keyEmployers, id)
  const [row] = await db.select().from(keyEmployers).where(eq(keyEmployers.id, id))
  if (version !== undefined) enforce(isCurrent(found(row).version, version))
  Object.assign(line, { unionId: found(row).unionId, subject: row!.employerId })
  return row!
}

type Instruct = { id: string; version: number; personId: string | null; personName: string | null }

export async function instruct(session: Session, { id, version, personId, personName }: Instruct) {
  await held(session, id, version)
  const set = { instructorId: personId, instructorName: personName, version: version + 1 }
  await session.db.update(keyEmployers).set(set).where(eq(keyEmployers.id, id))
  return { id }
}

type Proceed = { id: string; version: number; process: Process; to: (typeof processStates)[number] }

export async function proceed(session: Session, { id, version, process, to }: Proceed) {
  await held(session, id, version)
  await session.db
    .update(keyEmployers)
    .set({ [process]: to, version: version + 1 })
    .where(eq(keyEmployers.id, id))
  Object.assign(session.line, { detail: { process, to } })
  return { id }
}

type Visit = { id: string; kind: 'visit' | 'advice'; process: Process | null; onDay: string; note: string }

export async function visit(session: Session, { id, ...seen }: Visit) {
  const { unionId, unionPath } = await held(session, id)
  const by = { account: session.user.account ?? null, at: session.now }
  await session.db.insert(visits).values({ keyId: id, unionId, unionPath, ...seen, ...by })
  return { id }
}

export const exportKeys = (session: Session, input: Keys) => issueTicket(session, 'employers.exportKeys', input)
