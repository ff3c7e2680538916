import { createPublicKey, randomUUID } from 'node:crypto'
import { asCode, castBytesFor } from '#kit/ballots'
import { enforce, type Session } from '#platform/session'
import { openingLine, rollOf, sha256, type RollLine } from './archive.ts'
import { makeKeys } from './keys.ts'
import { mayOpen } from './verdicts.ts'
import type { NewBallot } from './shapes.ts'
import { ballotRoll, ballots } from './tables.ts'

/** Rows in one statement. */
const BATCH = 2000

/**
 * Opens a ballot: freezes the roll, makes the keys and proves that they were kept, and states the opening hash, which is to be published
 * at once (it stands in the journal line too). Refused with `ballots.roll`, `ballots.questions` or `ballots.closes`.
 */
export async function openBallot(
  session: Session,
  draft: NewBallot,
): Promise<{ id: string; openingHash: string; rollHash: string }> {
  enforce(mayOpen(draft, session.now))
  const id = randomUUID()
  const roll = rollOf(id, draft.electors)
  const keys = await makeKeys(id)
  const castBytes = castBytesFor(draft.questions)
  const opening = openingLine(id, draft, {
    openedAt: session.now,
    rollHash: roll.hash,
    size: roll.lines.length,
    castBytes,
    tokenPublic: keys.tokenPublic,
    sealPublic: createPublicKey(keys.sealing),
  })
  const openingHash = sha256(opening)
  await session.db.insert(ballots).values({
    id,
    unionId: draft.union.id,
    unionPath: draft.union.path,
    kind: draft.kind,
    title: draft.title,
    isRehearsal: draft.isRehearsal,
    wantsAdmission: draft.wantsAdmission ?? false,
    floor: draft.floor ?? FLOOR,
    opening,
    openingHash,
    electorCount: roll.lines.length,
    castBytes,
    openedAt: session.now,
    closesAt: draft.closesAt ?? null,
  })
  await writeRoll(session, id, draft, roll.lines)
  session.line.detail = { ...session.line.detail, ballot: id, openingHash, rollHash: roll.hash }
  return { id, openingHash, rollHash: roll.hash }
}

/** Turnout of fewer than this many is not shown while voting is open: a default that a union's rules may raise. */
const FLOOR = 10

async function writeRoll({ db }: Session, ballotId: string, { union, wantsAdmission }: NewBallot, lines: readonly RollLine[]) {
  for (let at = 0; at < lines.length; at += BATCH)
    await db.insert(ballotRoll).values(
      lines.slice(at, at + BATCH).map(({ group, ...line }) => ({
        ...line,
        ballotId,
        unionId: union.id,
        unionPath: union.path,
        groupName: group,
        isAdmitted: !wantsAdmission,
      })),
    )
}

/** The opening hash as it is read out: four groups of four. */
export const spoken = (hash: string) => asCode(Buffer.from(hash, 'hex').subarray(0, 10))
