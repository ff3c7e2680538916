import { randomBytes } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { asCode, ofCode } from '#kit/ballots'
import { refuse } from '#law/verdict'
import { enforce, found, type Session } from '#platform/session'
import { sha256 } from './archive.ts'
import { ballotOf } from './reading.ts'
import { mayGivePaper, mayTake } from './verdicts.ts'
import { ballotRoll } from './tables.ts'

const SLIP_BYTES = 10
type OnRoll = { ballotId: string; voterId: string }

/** Admits people of the roll who are present, so that they may take a ballot; again does nothing. Gives how many are admitted anew. */
export async function admit(
  session: Session,
  { ballotId, voterIds }: { ballotId: string; voterIds: readonly string[] },
): Promise<number> {
  enforce(mayTake(await ballotOf(session, ballotId), session.now))
  if (!voterIds.length) return 0
  const rows = await session.db
    .update(ballotRoll)
    .set({ isAdmitted: true })
    .where(and(eq(ballotRoll.ballotId, ballotId), eq(ballotRoll.isAdmitted, false), inArray(ballotRoll.voterId, [...voterIds])))
    .returning({ line: ballotRoll.line })
  return rows.length
}

/** Marks a person as given paper, once and never beside an electronic ballot (`ballots.taken`, `ballots.paper-given`). */
export async function givePaper(session: Session, { ballotId, voterId, isHelped = false }: OnRoll & { isHelped?: boolean }) {
  const line = await held(session, { ballotId, voterId })
  enforce(mayGivePaper(line.channel, line.isAdmitted))
  await session.db
    .update(ballotRoll)
    .set({ channel: 'paper', isHelped })
    .where(and(eq(ballotRoll.ballotId, ballotId), eq(ballotRoll.line, line.line), isNull(ballotRoll.channel)))
}

/**
 * A one-time code on a slip for who votes at the kiosk or has no sign-in: it takes that person's ballot, once. A new slip replaces an
 * unused one. The code is shown here alone; only its hash is kept.
 */
export async function slipFor(session: Session, { ballotId, voterId, isHelped = false }: OnRoll & { isHelped?: boolean }) {
  const line = await held(session, { ballotId, voterId })
  // After the ballot was taken at the kiosk the same slip goes on with it; a new one could not.
  enforce(mayGivePaper(line.channel, line.isAdmitted))
  const bytes = randomBytes(SLIP_BYTES)
  await session.db
    .update(ballotRoll)
    .set({ slip: slipHash(ballotId, bytes), isHelped })
    .where(and(eq(ballotRoll.ballotId, ballotId), eq(ballotRoll.line, line.line)))
  return { slip: asCode(bytes) }
}

const slipHash = (ballotId: string, bytes: Uint8Array) => sha256(Buffer.concat([Buffer.from(`slip\n${ballotId}\n`), bytes]))

/** The hash under which a slip stands on the roll, or null when it is no slip. */
export function slipHashOf(ballotId: string, typed: string) {
  const bytes = ofCode(typed, SLIP_BYTES)
  return bytes && slipHash(ballotId, bytes)
}

async function held(session: Session, { ballotId, voterId }: OnRoll) {
  enforce(mayTake(await ballotOf(session, ballotId), session.now))
  const [line] = await session.db
    .select()
    .from(ballotRoll)
    .where(and(eq(ballotRoll.ballotId, ballotId), eq(ballotRoll.voterId, voterId)))
    .for('update')
  if (!line) enforce(refuse('ballots.absent', '选民名册上没有这个人'))
  return found(line)
}
