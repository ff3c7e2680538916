import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { unionNames } from '#modules/organisation/unions'
import { found, personOf, type Session } from '#platform/session'
import { strokeOrder } from '../rules.ts'
import { candidates, contests, elections, roll, rounds } from '../tables.ts'
import { electedIn, electionOf } from './parts.ts'

// What a person sees of himself is read without the superior's columns: filings are not his.
const columns = {
  ...{
    id: elections.id,
    unionId: elections.unionId,
    kind: elections.kind,
    state: elections.state,
    step: elections.step,
    title: elections.title,
  },
  ...{
    isRehearsal: elections.isRehearsal,
    meetingOn: sql<string | null>`elections.plan ->> 'meetingOn'`,
    termEndsOn: elections.termEndsOn,
  },
  ...{ openedOn: elections.openedOn, dueOn: sql<null>`null`, isLate: sql<boolean>`false`, waitsFor: sql<null>`null` },
  ...{ expected: elections.expected, present: elections.present },
}

/** The elections a person has to do with, newest first. */
export async function mine(session: Session) {
  const { db } = session
  const me = personOf(session)
  const rows = await db
    .select({ ...columns, presentHow: roll.presentHow })
    .from(elections)
    .leftJoin(roll, and(eq(roll.electionId, elections.id), eq(roll.memberId, me), isNull(roll.removedOn)))
    .orderBy(sql`${elections.state} <> 'open'`, desc(elections.openedOn))
    .limit(50)
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  return rows.map((row) => ({ ...row, unionName: names.get(row.unionId) ?? '' }))
}

/** One of them: what is elected, who stands, what he himself is asked, where he votes. */
export async function own(session: Session, { id }: { id: string }) {
  const { db } = session
  const me = personOf(session)
  const election = await electionOf(session, id)
  const [row] = await db.select(columns).from(elections).where(eq(elections.id, id))
  const [line] = await db
    .select()
    .from(roll)
    .where(and(eq(roll.electionId, id), eq(roll.memberId, me), isNull(roll.removedOn)))
  const all = await db.select().from(contests).where(eq(contests.electionId, id)).orderBy(asc(contests.position))
  const list = await db
    .select()
    .from(candidates)
    .where(and(eq(candidates.electionId, id), eq(candidates.isShortlisted, true), isNull(candidates.droppedOn)))
  const ran = await db.select().from(rounds).where(eq(rounds.electionId, id)).orderBy(asc(rounds.number))
  const names = await unionNames(session, [election.unionId])
  const isOut = election.noticeOn !== null || election.startedAt !== null
  const { plan, rollHash, rollUntil, noticeUntil, announcedAt } = election
  return {
    ...found(row),
    unionName: names.get(election.unionId) ?? '',
    ...{ plan: { ...plan, ways: [...plan.ways] }, rollHash, rollUntil, noticeUntil, announcedAt },
    ...{ isOnRoll: line !== undefined, presentHow: line?.presentHow ?? null, paperGiven: line?.paperGiven ?? false },
    asked: list
      .filter(({ memberId, consentedOn }) => memberId === me && !consentedOn)
      .map(({ id: candidateId, contestId }) => ({ candidateId, title: all.find((one) => one.id === contestId)?.title ?? '' })),
    contests: all
      .filter(({ unitId }) => !unitId || unitId === line?.unitId)
      .map((contest) => {
        const open = ran.findLast(({ contestId, settledAt }) => contestId === contest.id && !settledAt)
        return {
          ...{ id: contest.id, title: contest.title, seats: contest.seats },
          candidates: isOut
            ? list.filter(({ contestId }) => contestId === contest.id).sort((a, b) => strokeOrder(a.name, b.name))
            : [],
          round: open ? { ...open, isOpen: open.closedAt === null } : null,
          elected: announcedAt ? electedIn(ran, contest.id).map(({ name }) => name) : [],
        }
      }),
  }
}
