import { and, eq, sql } from 'drizzle-orm'
import { asCode } from '#kit/ballots'
import { enforce, type Session } from '#platform/session'
import { closingLines, rollLine, sha256, type Opening } from './archive.ts'
import { codeBytes, credentialOf, tagOf, type Cast } from './credentials.ts'
import { keysOf } from './keys.ts'
import { paperOf } from './paper.ts'
import { ballotOf, outcomeOf } from './reading.ts'
import { mayCount } from './verdicts.ts'
import type { Counts, Outcome } from './shapes.ts'
import { ballotBox, ballotRoll, ballots } from './tables.ts'
import { decide, tally, together } from './tally.ts'
import { unlock } from './urn.ts'

/** Ends voting: waits for whoever is at the urn, keeps out whoever comes after. Again it does nothing; there is no opening again. */
export async function closeBallot(session: Session, { id }: { id: string }): Promise<void> {
  await session.db.execute(sql`select pg_advisory_xact_lock(ballot_gate(${id}))`)
  const { closedAt } = await ballotOf(session, id)
  if (closedAt) return
  await session.db.update(ballots).set({ closedAt: session.now }).where(eq(ballots.id, id))
}

/**
 * Counts a closed ballot in one transaction: opens the urn, checks every credential again, writes the box in the order of its codes,
 * adds the paper, decides each question that states a threshold, seals the archive. `present` when a threshold rests on it. Counted
 * already, it gives the outcome. The keys are destroyed by the next `sweepBallots` after commit. Refused with `ballots.open`,
 * `ballots.paper`.
 */
export async function countBallot(
  session: Session,
  { id, present = null }: { id: string; present?: number | null },
): Promise<Outcome> {
  const { db } = session
  await db.execute(sql`select pg_advisory_xact_lock(ballot_gate(${id}))`)
  const before = await outcomeOf(session, id)
  if (before) return before
  const ballot = await ballotOf(session, id)
  const paper = await paperOf(session, id)
  enforce(mayCount(ballot, paper.given, paper.agreed !== null))
  const [{ opening } = { opening: '' }] = await db.select({ opening: ballots.opening }).from(ballots).where(eq(ballots.id, id))
  const box = await emptyUrn(session, id)
  const roll = await db
    .select({ line: ballotRoll.line, mark: ballotRoll.mark, channel: ballotRoll.channel })
    .from(ballotRoll)
    .where(eq(ballotRoll.ballotId, id))
    .orderBy(ballotRoll.line)
  const counts = countsOf(roll, box.length, paper.agreed?.returned ?? 0, present)
  const { questions } = JSON.parse(opening) as Opening
  const votes = together(
    tally(
      questions,
      box.map(({ cast }) => cast.choices),
    ),
    paper.agreed?.questions,
  )
  const results = votes.map((count, at) => decide(questions[at]!, count, counts))
  const lines = closingLines(
    id,
    {
      opening,
      roll: roll.map(({ line, mark, channel }) => rollLine(line, mark, channel !== null)),
      box: box.map(({ line }) => line),
    },
    { counts, results, paper: paper.given ? paper : null, closedAt: ballot.closedAt! },
    keysOf(id).sealing,
  )
  await writeBox(session, id, box)
  const fingerprint = sha256(lines.at(-1)!)
  await db
    .update(ballots)
    .set({ countedAt: session.now, closing: lines.join('\n'), fingerprint })
    .where(eq(ballots.id, id))
  await db.execute(sql`select ballot_urn_clear(${id})`)
  session.line.detail = { ...session.line.detail, ballot: id, fingerprint }
  return { counts, results, fingerprint }
}

type Cast1 = { code: string; line: string; cast: Cast }

/** The urn's ballots as lines of the archive, by code: whatever order they came in is gone. */
async function emptyUrn({ db }: Session, id: string): Promise<Cast1[]> {
  const keys = keysOf(id)
  const { rows } = await db.execute<{ tag: Buffer; body: Buffer }>(sql`select tag, body from ballot_urn_open(${id})`)
  const casts = rows.map(({ tag, body }) => {
    const cast = { ballot: id, ...(JSON.parse(unlock(keys.urn, id, tag, body)) as Omit<Cast, 'ballot'>) }
    const key = credentialOf(cast, keys.tokenPublic)
    if (!key || !tagOf(keys.tag, key).equals(tag)) throw new Error('the urn holds something that was not cast')
    const { key: own, prefix, token, choices, proof } = cast
    return {
      code: asCode(codeBytes(id, key)),
      line: JSON.stringify({ t: 'cast', key: own, prefix, token, choices, proof }),
      cast,
    }
  })
  return casts.sort((a, b) => (a.code < b.code ? -1 : 1))
}

function countsOf(
  roll: readonly { channel: string | null }[],
  cast: number,
  paperReturned: number,
  present: number | null,
): Counts {
  const by = (channel: string) => roll.filter((line) => line.channel === channel).length
  const [byPhone, byKiosk, byPaper] = [by('phone'), by('kiosk'), by('paper')]
  if (cast > byPhone + byKiosk) throw new Error('more ballots in the box than were given out')
  return {
    electors: roll.length,
    took: byPhone + byKiosk + byPaper,
    byPhone,
    byKiosk,
    byPaper,
    cast,
    unused: byPhone + byKiosk - cast,
    paperReturned,
    returned: cast + paperReturned,
    present,
  }
}

const BATCH = 1000

async function writeBox({ db }: Session, ballotId: string, box: readonly Cast1[]) {
  for (let at = 0; at < box.length; at += BATCH)
    await db.insert(ballotBox).values(box.slice(at, at + BATCH).map(({ code, line }) => ({ ballotId, code, line })))
}

/** Makes a counted ballot public: archive, box and result may be read by anyone. Again it does nothing. */
export async function publishBallot(session: Session, { id }: { id: string }): Promise<void> {
  await session.db
    .update(ballots)
    .set({ publishedAt: session.now })
    .where(and(eq(ballots.id, id), sql`${ballots.publishedAt} is null`))
}
