import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { asCode } from '#kit/ballots'
import { refuse } from '#law/verdict'
import { within } from '#platform/db'
import { enforce, found } from '#platform/session'
import type { Opening } from './archive.ts'
import { BadBlinded, blindSign, codeBytes, credentialOf, tagOf, type Cast } from './credentials.ts'
import { slipHashOf } from './desk.ts'
import { keysOf, type BallotKeys } from './keys.ts'
import { mayTakeCredential } from './verdicts.ts'
import { lock, unlock } from './urn.ts'

/** Where a call about a ballot goes, and when. */
export type At = { pool: Pool; region: string; now: Date }
/** Who takes a ballot: a person signed in, or whoever holds a slip. */
export type Taker = { person: string; account: string } | { slip: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The opening of a ballot as the voter's device needs it: its exact text, the bytes of a cast, and whether voting is open. */
export async function openingOf({ pool, region, now }: At, ballot: string) {
  if (!UUID.test(ballot)) found(undefined)
  const { rows } = await within(pool, { region, role: 'public', lo: '', hi: '', readOnly: true }, (db) =>
    db.execute<{ opening: string; castBytes: number; isOpen: boolean }>(
      sql`select opening, cast_bytes as "castBytes", is_open as "isOpen" from ballot_opening(${ballot}, ${now.toISOString()})`,
    ),
  )
  return found(rows[0])
}

/**
 * Signs a voter's blinded credential, base64url in and out: one for each line of the roll. The roll keeps its hash alone, in the same
 * transaction that marks the line, so that the same request after a lost answer is signed again and another is refused
 * (`ballots.taken`). It leaves no journal line and no kept answer: the roll is the record, and it tells no time.
 */
export async function takeBallot({ pool, region, now }: At, taker: Taker, ballot: string, blinded: string): Promise<string> {
  const message = Buffer.from(blinded, 'base64url')
  const hash = createHash('sha256').update(message).digest()
  const at = now.toISOString()
  const slip = 'slip' in taker ? (slipHashOf(ballot, taker.slip) ?? '') : ''
  const frame =
    'slip' in taker
      ? ({ region, role: 'public', lo: '', hi: '' } as const)
      : ({ region, role: 'self', lo: '', hi: '', me: taker.person, account: taker.account } as const)
  // Before the roll is marked: a message that cannot be signed takes nobody's ballot.
  const keys = keysOrNone(ballot)
  const signature = signed(keys, message)
  await within(pool, frame, async (db) => {
    const { rows } = await db.execute<{ state: string }>(
      'slip' in taker
        ? sql`select ballot_take_by_slip(${ballot}, ${slip}, ${hash}, ${at}) as state`
        : sql`select ballot_take(${ballot}, ${hash}, ${at}) as state`,
    )
    enforce(mayTakeCredential(rows[0]!.state))
  })
  return signature.toString('base64url')
}

/** The keys, or 404 where there are none: no such ballot, or one counted long ago. */
function keysOrNone(ballot: string): BallotKeys {
  let keys: BallotKeys | undefined
  try {
    if (UUID.test(ballot)) keys = keysOf(ballot)
  } catch {
    keys = undefined
  }
  return found(keys)
}

function signed({ token, tokenPublic }: BallotKeys, message: Buffer) {
  try {
    return blindSign(token, tokenPublic, message)
  } catch (error) {
    if (error instanceof BadBlinded) enforce(refuse('ballots.blinded', '选票请求不完整，请刷新页面重试'))
    throw error
  }
}

/**
 * Puts a ballot into the urn and gives its code. It knows no session, no address and no time; whoever holds a signed credential may cast
 * once. The same ballot again gets the same answer; another choice under the same credential is refused (`ballots.cast`).
 */
export async function castBallot({ pool, region, now }: At, body: Buffer): Promise<{ code: string }> {
  const cast = castIn(body)
  const keys = keysOrNone(cast.ballot)
  const key = credentialOf(cast, keys.tokenPublic)
  if (!key) enforce(refuse('ballots.credential', '选票不完整或不是这次投票的选票，请刷新页面重试'))
  const tag = tagOf(keys.tag, key!)
  const { ballot, ...kept } = cast
  const text = JSON.stringify(kept)
  const { state, before } = await within(pool, { region, role: 'public', lo: '', hi: '' }, async (db) => {
    const opening = await db.execute<{ castBytes: number }>(
      sql`select cast_bytes as "castBytes" from ballot_opening(${ballot}, ${now.toISOString()})`,
    )
    const { castBytes } = found(opening.rows[0])
    if (body.length !== castBytes) enforce(refuse('ballots.credential', '选票长度不对，请刷新页面重试'))
    const { rows } = await db.execute<{ state: string; kept: Buffer | null }>(
      sql`select state, kept from ballot_put(${ballot}, ${tag}, ${lock(keys.urn, ballot, tag, text, castBytes)}, ${now.toISOString()})`,
    )
    return { state: rows[0]!.state, before: rows[0]!.kept }
  })
  if (state === 'closed') enforce(refuse('ballots.closed', '投票已经截止，这张选票没有投进票箱'))
  if (before && (JSON.parse(unlock(keys.urn, ballot, tag, before)) as Cast).choices !== cast.choices)
    enforce(refuse('ballots.cast', '这张选票已经投过了，不能再改'))
  return { code: asCode(codeBytes(ballot, key!)) }
}

function castIn(body: Buffer): Cast {
  try {
    const { ballot, key, prefix, token, choices, proof } = JSON.parse(body.toString()) as Record<keyof Cast, unknown>
    const cast = { ballot, key, prefix, token, choices, proof }
    if (Object.values(cast).every((part) => typeof part === 'string')) return cast as Cast
  } catch {
    // Said below: nothing of what was sent may get into a message.
  }
  enforce(refuse('ballots.credential', '选票不完整，请刷新页面重试'))
  throw new Error('unreachable')
}

/** The questions of an opening's text. */
export const questionsOf = (opening: string) => (JSON.parse(opening) as Opening).questions
