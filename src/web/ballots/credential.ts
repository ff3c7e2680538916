import { asCode } from '#kit/ballots'
import { blind, finalize, type TokenKey } from './blind.ts'
import { ORDER, publicPoint } from './curve.ts'
import { bytesOf, fromBase64Url, joined, modulo, numberOf, toBase64Url, utf8 } from './numbers.ts'

/**
 * Everything of a credential follows from one secret of 20 bytes, kept on the device before anything is sent. So a lost answer, a reload or
 * another device with the same secret comes to the same request, and the server signs the same request again.
 */
export const SECRET_BYTES = 20
export const newSecret = () => crypto.getRandomValues(new Uint8Array(SECRET_BYTES))

/** What a device needs to know of a ballot: its number and the key that signs credentials. */
export type Terms = { id: string; token: { n: string; e: string } }

const tokenKey = ({ token }: Terms): TokenKey => {
  const n = fromBase64Url(token.n)
  return { n: numberOf(n), e: numberOf(fromBase64Url(token.e)), length: n.length }
}

async function derived(secret: Uint8Array<ArrayBuffer>, ballot: string, what: string, length: number) {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-384', salt: utf8(ballot), info: utf8(`gongqiao/ballot/${what}/1`) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, length * 8))
}

/** The one-time key pair of a credential; its public half is what the server signs unseen. */
async function ownKey(secret: Uint8Array<ArrayBuffer>, ballot: string) {
  const number = modulo(numberOf(await derived(secret, ballot, 'key', 48)), ORDER - 1n) + 1n
  const { x, y } = publicPoint(number)
  const [left, right] = [bytesOf(x, 32), bytesOf(y, 32)]
  const jwk = { kty: 'EC', crv: 'P-256', x: toBase64Url(left), y: toBase64Url(right), d: toBase64Url(bytesOf(number, 32)) }
  return { jwk, point: joined(Uint8Array.of(4), left, right) }
}

const tokenMessage = (ballot: string, point: Uint8Array) => joined(utf8(`gongqiao/ballot/token/1\n${ballot}\n`), point)

/** The request to the signer, and what turns its answer into a credential. The same secret gives the same request. */
export async function requestFor(terms: Terms, secret: Uint8Array<ArrayBuffer>) {
  const key = tokenKey(terms)
  const { point } = await ownKey(secret, terms.id)
  const prefix = await derived(secret, terms.id, 'prefix', 32)
  const salt = await derived(secret, terms.id, 'salt', 48)
  const prepared = joined(prefix, tokenMessage(terms.id, point))
  for (let attempt = 0; ; attempt++) {
    const r = modulo(numberOf(await derived(secret, terms.id, `factor/${attempt}`, key.length + 16)), key.n)
    const hidden = await blind(key, prepared, salt, r)
    if (!hidden) continue
    const finish = async (signature: string) =>
      toBase64Url(await finalize(key, prepared, fromBase64Url(signature), hidden.unblinding))
    return { blinded: toBase64Url(hidden.blinded), finish }
  }
}

/** The body of a casting: signed by the one-time key, filled with spaces to the length that all of this ballot have. */
export async function castBody(terms: Terms, secret: Uint8Array<ArrayBuffer>, token: string, choices: string, length: number) {
  const { jwk, point } = await ownKey(secret, terms.id)
  const how = { name: 'ECDSA', namedCurve: 'P-256' }
  const text = utf8(`gongqiao/ballot/cast/1\n${terms.id}\n${choices}`)
  const signing = await crypto.subtle.importKey('jwk', jwk, how, false, ['sign'])
  const proof = lowered(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, text)))
  const checking = await crypto.subtle.importKey('raw', point, how, false, ['verify'])
  if (!(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, checking, proof, text)))
    throw new Error('this browser cannot sign')
  const prefix = await derived(secret, terms.id, 'prefix', 32)
  const body = utf8(
    JSON.stringify({
      ballot: terms.id,
      key: toBase64Url(point),
      prefix: toBase64Url(prefix),
      token,
      choices,
      proof: toBase64Url(proof),
    }),
  )
  if (body.length > length) throw new Error('the ballot is too long')
  return joined(body, new Uint8Array(length - body.length).fill(32))
}

/** Of the two valid signatures the one with the lower second half, as everyone else demands it. */
function lowered(signature: Uint8Array<ArrayBuffer>) {
  const second = numberOf(signature.slice(32))
  return second > ORDER / 2n ? joined(signature.slice(0, 32), bytesOf(ORDER - second, 32)) : signature
}

/** The voter's code, by which his ballot stands in the published box. */
export async function codeOf(terms: Terms, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const { point } = await ownKey(secret, terms.id)
  const hash = await crypto.subtle.digest('SHA-256', joined(utf8(`gongqiao/ballot/code/1\n${terms.id}\n`), point))
  return asCode(new Uint8Array(hash).slice(0, 15))
}
