import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Paging } from '#kit/contract'
import { unionNames } from '#modules/organisation/unions'
import { ballotOf, ballotsOfMine, outcomeOf, mine as ownLine, turnoutOf } from '#platform/ballots'
import { issueTicket } from '#platform/files'
import { found, postOf, type Session } from '#platform/session'
import type { Detail, Figures, Improvement, Mine, Result, Row } from '../contract.ts'
import { gradesOf, marksFrom, stateOf } from '../rules.ts'
import { type Appraisal, appraisals, improvements } from '../tables.ts'

const counted = {
  improvements: sql<number>`(select count(*)::int from appraisal_improvements i where i.appraisal_id = appraisals.id)`,
  improved: sql<number>`(select count(*)::int from appraisal_improvements i where i.appraisal_id = appraisals.id and i.done_on is not null)`,
}

/** The appraisals of one's scope, newest first. */
export async function list(session: Session, { page, size }: Paging): Promise<{ rows: Row[]; total: number }> {
  const { db } = session
  const rows = await db
    .select({ appraisal: appraisals, ...counted })
    .from(appraisals)
    .orderBy(desc(appraisals.madeOn), appraisals.id)
    .limit(size)
    .offset((page - 1) * size)
  const names = await unionNames(session, [...new Set(rows.map(({ appraisal }) => appraisal.unionId))])
  return {
    rows: rows.map(({ appraisal, ...counts }) => ({
      ...{ ...appraisal, ...counts, unionName: names.get(appraisal.unionId) ?? '', state: stateOf(appraisal) },
    })),
    total: await db.$count(appraisals),
  }
}

export const exportMany = (session: Session, input: Paging) => issueTicket(session, 'appraisals.export', input)

/** The marks of a counted appraisal; null while it runs, and for good when too few came. */
async function resultOf(session: Session, appraisal: Appraisal): Promise<Result | null> {
  if (!appraisal.countedOn || appraisal.isWithheld) return null
  const outcome = await outcomeOf(session, appraisal.ballotId!)
  if (!outcome) return null
  const { kind, subjects, items } = appraisal
  return {
    ...{ electors: outcome.counts.electors, returned: outcome.counts.returned, fingerprint: outcome.fingerprint },
    subjects: subjects.map((subject, at) => ({ subject, marks: marksFrom(outcome.results[at]!, items, gradesOf(kind)) })),
  }
}

const improvementsOf = ({ db }: Session, id: string): Promise<Improvement[]> =>
  db.select().from(improvements).where(eq(improvements.appraisalId, id)).orderBy(asc(improvements.dueOn), improvements.id)

export async function get(session: Session, { id }: { id: string }): Promise<Detail> {
  const [row] = await session.db.select().from(appraisals).where(eq(appraisals.id, id))
  const appraisal = found(row)
  const names = await unionNames(session, [appraisal.unionId])
  const turnout = appraisal.ballotId && !appraisal.isWithheld ? await turnoutOf(session, appraisal.ballotId) : null
  const improvementList = await improvementsOf(session, id)
  return {
    ...appraisal,
    unionName: names.get(appraisal.unionId) ?? '',
    state: stateOf(appraisal),
    isOwn: appraisal.unionId === postOf(session).unionId,
    electors: turnout?.electors ?? 0,
    cast: appraisal.countedOn ? null : (turnout?.cast ?? null),
    result: await resultOf(session, appraisal),
    improvementList,
    improvements: improvementList.length,
    improved: improvementList.filter(({ doneOn }) => doneOn).length,
  }
}

export async function figures({ db, today }: Session): Promise<Figures> {
  const { rows } = await db.execute<Figures>(sql`select
    (select count(*)::int from appraisals) as appraisals,
    (select count(*)::int from appraisals where counted_on is not null) as counted,
    (select count(*)::int from appraisals where published_on is not null) as published,
    (select count(*)::int from appraisal_improvements) as improvements,
    (select count(*)::int from appraisal_improvements where done_on is not null) as improved,
    (select count(*)::int from appraisal_improvements where done_on is null and due_on < ${today}) as overdue`)
  return rows[0]!
}

/** The appraisals that ask for my marks, and those of my unit whose result was published. */
export async function mine(session: Session): Promise<Mine[]> {
  if (!session.user.person) return []
  const { db, now } = session
  const rows = await db
    .select()
    .from(appraisals)
    .where(isNotNull(appraisals.ballotId))
    .orderBy(desc(appraisals.openedOn), appraisals.id)
    .limit(30)
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  const onRoll = new Set((await ballotsOfMine(session)).map(({ id }) => id))
  return Promise.all(
    rows.map(async (row) => {
      const isOnRoll = onRoll.has(row.ballotId!)
      const ballot = isOnRoll ? await ballotOf(session, row.ballotId!) : null
      const line = isOnRoll ? await ownLine(session, row.ballotId!) : null
      const isOpen = ballot !== null && !ballot.closedAt && (!ballot.closesAt || ballot.closesAt > now)
      return {
        ...{ ...row, ballotId: row.ballotId!, unionName: names.get(row.unionId) ?? '', isOpen, isOnRoll },
        hasTaken: line?.channel != null,
        result: row.publishedOn ? await resultOf(session, row) : null,
        improvementList: row.publishedOn ? await improvementsOf(session, row.id) : [],
      }
    }),
  )
}
