import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { hold } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import { isCurrent } from '#rules/organisation/unions'
import { chainOf, type Happened, mayChange, mayNoticeEnd, mayWork, type Step, stepAt, type StepState } from '../rules.ts'
import { candidates, challenges, contests, elections, events, filings, rounds, skips } from '../tables.ts'

export type Election = typeof elections.$inferSelect
export type Contest = typeof contests.$inferSelect
export type Round = typeof rounds.$inferSelect
export type Candidate = typeof candidates.$inferSelect

/** The election, held until the act ends, in the version the caller saw (any when none is given); refused when it is over. */
export async function held(session: Session, id: string, version?: number): Promise<Election> {
  await hold(session.db, elections, id)
  const election = await electionOf(session, id)
  if (version !== undefined) enforce(isCurrent(election.version, version))
  enforce(mayChange(election.state))
  return election
}

/** The row; 404 outside one's scope. */
export async function electionOf({ db }: Pick<Session, 'db'>, id: string): Promise<Election> {
  const [row] = await db.select().from(elections).where(eq(elections.id, id))
  return found(row)
}

/** The place that every part of an election carries. */
export const placeOf = ({ id, unionId, unionPath }: Pick<Election, 'id' | 'unionId' | 'unionPath'>) => ({
  electionId: id,
  unionId,
  unionPath,
})

/** The rules of the election's union, its own rulings included. */
export const lawAt = async (session: Session, { unionPath }: Pick<Election, 'unionPath'>) =>
  (await rulebookOf(session)).at(unionPath)

/** Who acts, as the record names him. */
export const whoActs = ({ user }: Pick<Session, 'user'>) => (user.post ? `${user.post.unionName} ${user.post.title}` : null)

/** Notes what was done, leaves the journal line, and works out where the chain stands now. `also` is written in the same statement. */
export async function note(
  session: Session,
  { id, unionId, unionPath }: Election,
  what: string,
  words: string | null = null,
  also: Partial<Election> = {},
) {
  const { db, now } = session
  await db.insert(events).values({ ...placeOf({ id, unionId, unionPath }), what, note: words, who: whoActs(session), at: now })
  const [changed] = await db
    .update(elections)
    .set({ ...also, version: sql`${elections.version} + 1` })
    .where(eq(elections.id, id))
    .returning()
  const step = stepAt(await chainFor(session, changed!))
  if (step !== changed!.step) await db.update(elections).set({ step }).where(eq(elections.id, id))
  Object.assign(session.line, { unionId, subject: id, detail: { ...session.line.detail, step } })
}

/** What has happened so far, read from the records. */
export async function happened({ db, today }: Session, election: Election): Promise<Happened> {
  const { id } = election
  const filed = await db.select().from(filings).where(eq(filings.electionId, id)).orderBy(asc(filings.round))
  const last = (what: string) => filed.findLast((one) => one.what === what)
  const answerOf = (what: string) => {
    const one = last(what)
    return one ? (one.answer ?? 'waiting') : 'none'
  }
  const all = await db.select().from(contests).where(eq(contests.electionId, id))
  const open = await db.$count(
    challenges,
    and(eq(challenges.electionId, id), eq(challenges.about, 'candidate'), isNull(challenges.answeredOn)),
  )
  const primaries = await db.$count(
    rounds,
    and(eq(rounds.electionId, id), eq(rounds.kind, 'primary'), sql`${rounds.settledAt} is not null`),
  )
  const shortlisted = await db.$count(candidates, and(eq(candidates.electionId, id), eq(candidates.isShortlisted, true)))
  const left = await db.select({ step: skips.step }).from(skips).where(eq(skips.electionId, id))
  const [first, later] = [all.filter(isOfAssembly), all.filter((one) => !isOfAssembly(one))]
  const areSettled = (some: readonly Contest[]) => some.every(({ settledAt }) => settledAt !== null)
  return {
    kind: election.kind,
    hasPlan: all.length > 0 && election.plan.meetingOn !== null,
    planAnswer: answerOf('plan'),
    isRollFrozen: election.rollFrozenAt !== null,
    candidates: shortlisted,
    isComplete: election.isNominated,
    reviewAnswer: answerOf('candidates'),
    isNoticeOver: mayNoticeEnd({ until: election.noticeUntil, today, unanswered: open }),
    hasPrimary: election.plan.hasPrimary,
    isPrimaryDone: primaries > 0,
    isStarted: election.startedAt !== null,
    areOfficersAdopted: election.officersVote !== null,
    areAssemblyRoundsSettled: first.length > 0 && areSettled(first),
    isAnnounced: election.announcedAt !== null,
    hasLaterRounds: later.length > 0,
    areLaterRoundsSettled: areSettled(later),
    resultAnswer: answerOf('result'),
    skipped: left.map(({ step }) => step),
  }
}

/** Whom the assembly or its units elect; the rest is elected by the bodies it elected. */
export const isOfAssembly = ({ electorate }: Pick<Contest, 'electorate'>) => electorate === 'assembly' || electorate === 'unit'

export const chainFor = async (session: Session, election: Election): Promise<Record<Step, StepState>> =>
  chainOf(await happened(session, election))

/** The election held for work on one step, refused when the step's turn has not come. */
export async function heldFor(
  session: Session,
  id: string,
  step: Step,
  { version, again = false }: { version?: number; again?: boolean } = {},
) {
  const election = await held(session, id, version)
  enforce(mayWork(step, await chainFor(session, election), { again }))
  return election
}

export const contestsOf = ({ db }: Session, electionId: string) =>
  db.select().from(contests).where(eq(contests.electionId, electionId)).orderBy(asc(contests.position))

export const roundsOf = ({ db }: Session, electionId: string) =>
  db.select().from(rounds).where(eq(rounds.electionId, electionId)).orderBy(asc(rounds.openedAt), asc(rounds.number))

/** Everybody a contest has elected, over all its rounds. */
export const electedIn = (list: readonly Round[], contestId: string) =>
  list
    .filter((round) => round.contestId === contestId && round.settledAt && round.kind !== 'primary')
    .flatMap(({ result, candidates: named }) =>
      (result?.elected ?? []).map((line) => ({
        name: line.name,
        memberId: named.find(({ id }) => id === line.id)?.memberId ?? null,
      })),
    )

export async function candidateOf({ db }: Session, id: string) {
  const [row] = await db.select().from(candidates).where(eq(candidates.id, id))
  return found(row)
}
export async function contestOf({ db }: Session, id: string) {
  const [row] = await db.select().from(contests).where(eq(contests.id, id))
  return found(row)
}
