import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
  constants,
  type KeyObject,
} from 'node:crypto'
import type pg from 'pg'
import { castBytesFor, type Question } from '#kit/ballots'
import { openBallot } from '#platform/ballots'
import { everywhere, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'

export const region = 'region_main'

export const acting = <T>(pool: pg.Pool, work: (session: Session) => Promise<T>) =>
  within(pool, { region, role: 'post', ...everywhere }, (db) =>
    work({ db, user: { powers: [] }, region, place: 'national', now: new Date(), today: dayOf(new Date()), line: {} }),
  )

const questions: Question[] = [
  {
    key: 'committee',
    title: '工会委员会委员',
    kind: 'approve',
    lines: Array.from({ length: 9 }, (_, n) => ({ key: `c${n + 1}`, name: `候选人${'甲乙丙丁戊己庚辛壬'[n]}` })),
    seats: 7,
    writeIns: true,
    grades: [],
    threshold: { share: [1, 2], strict: true, of: 'electors' },
  },
]

/** A ballot with `size` electors, open. */
export async function openHall(pool: pg.Pool, size: number) {
  const electors = Array.from({ length: size }, (_, n) => ({ voterId: randomUUID(), name: `选民${n + 1}`, group: `${n % 40}` }))
  const opened = await acting(pool, async (session) => {
    const { rows } = await session.db.$client.query<{ id: string; path: string; name: string }>(
      'select id, path, name from unions limit 1',
    )
    return openBallot(session, { union: rows[0]!, kind: 'election', title: '选举', questions, electors, isRehearsal: true })
  })
  return { ...opened, electors, castBytes: castBytesFor(questions) }
}

const tidy = (bytes: Buffer) => bytes.toString('base64url')
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/**
 * A cast as a voter's device makes it, made faster: the signer signs the prepared message itself, which is what unblinding comes to. A phone
 * needs some tens of milliseconds for its own; a bench of 30,000 would measure nothing else.
 */
export function castOf(ballot: string, token: KeyObject, length: number) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const key = Buffer.concat([Buffer.of(4), Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')])
  const prefix = randomBytes(32)
  const pss = { key: token, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  const signature = createSign('sha384').update(prefix).update(`gongqiao/ballot/token/1\n${ballot}\n`).update(key).sign(pss)
  const marks = Array.from({ length: 9 }, (_, n) => (n < 6 ? '+' : '-0'[createHash('md5').update(key).digest()[n]! & 1])).join('')
  const choices = JSON.stringify([[marks]])
  const proof = sign('sha256', Buffer.from(`gongqiao/ballot/cast/1\n${ballot}\n${choices}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  const second = BigInt(`0x${proof.subarray(32).toString('hex')}`)
  if (second > ORDER / 2n) Buffer.from((ORDER - second).toString(16).padStart(64, '0'), 'hex').copy(proof, 32)
  const cast = { ballot, key: tidy(key), prefix: tidy(prefix), token: tidy(signature), choices, proof: tidy(proof) }
  return Buffer.from(JSON.stringify(cast).padEnd(length, ' '))
}

/** A blinded message as the signer sees one: a random number below the modulus. */
export function blindedOf() {
  const bytes = randomBytes(256)
  bytes[0] = 0
  return tidy(bytes)
}
