import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { QuestionResult } from '#kit/ballots'
import { found, personOf, type Session } from '#platform/session'
import { electorLine, rollLine, type Opening } from './archive.ts'
import { stateOf } from './verdicts.ts'
import type { Ballot, Counts, Outcome, Turnout } from './shapes.ts'
import { ballotBox, ballotRoll, ballots } from './tables.ts'

const asBallot = (row: typeof ballots.$inferSelect): Ballot => {
  const { questions, roll } = JSON.parse(row.opening) as Opening
  const { opening: _opening, closing: _closing, unionPath: _path, castBytes: _bytes, ...facts } = row
  return { ...facts, questions, rollHash: roll.hash }
}

/** A ballot in the caller's scope, on whose roll he is, or that is published; 404 otherwise. */
export async function ballotOf({ db }: Pick<Session, 'db'>, id: string): Promise<Ballot> {
  const [row] = await db.select().from(ballots).where(eq(ballots.id, id))
  return asBallot(found(row))
}

/** The voter's own line: whether and how he has taken a ballot, and what opens his mark on the published roll. For `self`. */
export async function mine(session: Session, ballotId: string) {
  const [line] = await session.db
    .select()
    .from(ballotRoll)
    .where(and(eq(ballotRoll.ballotId, ballotId), eq(ballotRoll.voterId, personOf(session))))
  if (!line) return null
  const { line: number, mark, salt, isAdmitted, channel } = line
  return { line: number, mark, salt, isAdmitted, channel }
}

/** The ballots on whose roll the person stands, newest first. For `self`. */
export async function ballotsOfMine(session: Session): Promise<Ballot[]> {
  const rows = await session.db
    .select({ ballot: ballots })
    .from(ballotRoll)
    .innerJoin(ballots, eq(ballots.id, ballotRoll.ballotId))
    .where(eq(ballotRoll.voterId, personOf(session)))
  return rows.map(({ ballot }) => asBallot(ballot)).sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime())
}

/** How many have taken and cast. While voting is open a figure is null where the roll, or what it leaves over, is under the floor. */
export async function turnoutOf(session: Session, id: string): Promise<Turnout> {
  const ballot = await ballotOf(session, id)
  const {
    rows: [row],
  } = await session.db.execute<{ admitted: number; taken: number; cast: number }>(sql`
    select count(*) filter (where is_admitted)::int admitted, count(channel)::int taken, ballot_urn_size(${id}) as cast
    from ballot_roll where ballot_id = ${id}`)
  const { admitted, taken, cast } = row!
  const { electorCount: electors, floor, wantsAdmission } = ballot
  const present = wantsAdmission ? admitted : null
  if (stateOf(ballot, session.now) !== 'open') return { electors, admitted: present, taken, cast }
  // The last few who have not voted are known by name in a small group: then "nearly all" is all that is said.
  const isSafe = (n: number) => electors >= floor && (n === 0 || n >= floor) && (n === electors || electors - n >= floor)
  return { electors, admitted: present, taken: isSafe(taken) ? taken : null, cast: isSafe(cast) ? cast : null }
}

export type RollEntry = { line: number; voterId: string; name: string; group: string; isAdmitted: boolean; took: boolean | null }

/** The roll in order, `size` lines after `after`. Who has taken a ballot is told after the count; before it, only to give paper or a slip. */
export async function rollLines(session: Session, { id, after = 0, size = 200 }: { id: string; after?: number; size?: number }) {
  const { countedAt } = await ballotOf(session, id)
  const rows = await session.db
    .select()
    .from(ballotRoll)
    .where(and(eq(ballotRoll.ballotId, id), gt(ballotRoll.line, after)))
    .orderBy(asc(ballotRoll.line))
    .limit(size)
  return rows.map(
    ({ line, voterId, name, groupName, isAdmitted, channel }): RollEntry => ({
      line,
      voterId,
      name,
      group: groupName,
      isAdmitted,
      took: countedAt ? channel !== null : null,
    }),
  )
}

/** Whether this union has counted a rehearsal of an electronic ballot before. */
export async function hasRehearsed({ db }: Session, unionId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: ballots.id })
    .from(ballots)
    .where(and(eq(ballots.unionId, unionId), eq(ballots.isRehearsal, true), sql`${ballots.countedAt} is not null`))
    .limit(1)
  return row !== undefined
}

/** What the count came to; null before it. */
export async function outcomeOf({ db }: Pick<Session, 'db'>, id: string): Promise<Outcome | null> {
  const [row] = await db.select().from(ballots).where(eq(ballots.id, id))
  const { closing, fingerprint } = found(row)
  if (closing === null || fingerprint === null) return null
  const lines = closing.split('\n').map((line) => JSON.parse(line) as { t: string })
  const { t: _, ...counts } = lines.find(({ t }) => t === 'counts') as { t: string } & Counts
  const { questions } = lines.find(({ t }) => t === 'results') as unknown as { questions: QuestionResult[] }
  return { counts, results: questions, fingerprint }
}

/**
 * The archive, line by line without line ends: opening, roll, box, closing. `withNames` adds what opens the marks of the roll, for the
 * union's and the superior's file; the published one has none.
 */
export async function* archiveLines({ db }: Pick<Session, 'db'>, id: string, withNames = false): AsyncGenerator<string> {
  const [ballot] = await db.select().from(ballots).where(eq(ballots.id, id))
  const { opening, closing } = found(ballot)
  yield opening
  for await (const { line, mark, took } of markRows(db, id)) yield rollLine(line, mark, took)
  for await (const { line } of boxRows(db, id)) yield line
  if (closing !== null) yield* closing.split('\n')
  if (withNames) for await (const row of nameRows(db, id)) yield electorLine(row)
}

const PAGE = 5000

async function* markRows(db: Session['db'], id: string) {
  for (let after = 0, full = true; full; ) {
    const { rows } = await db.execute<{ line: number; mark: string; took: boolean }>(
      sql`select line, mark, took from ballot_marks(${id}, ${after}, ${PAGE})`,
    )
    yield* rows
    full = rows.length === PAGE
    after = rows.at(-1)?.line ?? after
  }
}

async function* nameRows(db: Session['db'], ballotId: string) {
  for (let after = 0, full = true; full; ) {
    const rows = await db
      .select({ line: ballotRoll.line, salt: ballotRoll.salt, name: ballotRoll.name, group: ballotRoll.groupName })
      .from(ballotRoll)
      .where(and(eq(ballotRoll.ballotId, ballotId), gt(ballotRoll.line, after)))
      .orderBy(asc(ballotRoll.line))
      .limit(PAGE)
    yield* rows
    full = rows.length === PAGE
    after = rows.at(-1)?.line ?? after
  }
}

async function* boxRows(db: Session['db'], id: string) {
  for (let after = '', full = true; full; ) {
    const rows = await db
      .select({ code: ballotBox.code, line: ballotBox.line })
      .from(ballotBox)
      .where(and(eq(ballotBox.ballotId, id), gt(ballotBox.code, after)))
      .orderBy(asc(ballotBox.code))
      .limit(PAGE)
    yield* rows
    full = rows.length === PAGE
    after = rows.at(-1)?.code ?? after
  }
}
