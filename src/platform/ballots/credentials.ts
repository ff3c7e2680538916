import {
  constants,
  createHash,
  createHmac,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto'

// The texts that are hashed and signed, exactly as docs/security/ballots.md gives them; the voter's device has its own copy.
const tokenMessage = (ballot: string, key: Buffer) => Buffer.concat([Buffer.from(`gongqiao/ballot/token/1\n${ballot}\n`), key])
const castMessage = (ballot: string, choices: string) => Buffer.from(`gongqiao/ballot/cast/1\n${ballot}\n${choices}`)

/** The voter's own code for his ballot, 15 bytes: a hash of the credential, so that it tells nothing of who holds it. */
export const codeBytes = (ballot: string, key: Buffer) =>
  createHash('sha256').update(`gongqiao/ballot/code/1\n${ballot}\n`).update(key).digest().subarray(0, 15)

export class BadBlinded extends Error {}

/**
 * RFC 9474 BlindSign by the native raw RSA operation, checked before it leaves: a wrong signature (a fault in the machine) would give the
 * key away. Throws `BadBlinded` when the message is not a number below the modulus.
 */
export function blindSign(key: KeyObject, publicKey: KeyObject, blinded: Buffer): Buffer {
  let signature: Buffer
  try {
    signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded)
  } catch {
    throw new BadBlinded()
  }
  const back = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature)
  if (!timingSafeEqual(back, blinded)) throw new Error('signing failure')
  return signature
}

/** What a voter casts: his one-time public key, the blind-signed token on it, his choices, and the key's signature on them. */
export type Cast = { ballot: string; key: string; prefix: string; token: string; choices: string; proof: string }

const bytesOf = (text: unknown, length: number): Buffer | null => {
  if (typeof text !== 'string') return null
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : null
}

const HALF_ORDER = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n
const P256 = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

/** Whether a cast is whole and its credential one of this ballot's; gives the credential's key, or `null`. */
export function credentialOf(cast: Cast, tokenPublic: KeyObject): Buffer | null {
  const [key, prefix, proof] = [bytesOf(cast.key, 65), bytesOf(cast.prefix, 32), bytesOf(cast.proof, 64)]
  const token = bytesOf(cast.token, tokenPublic.asymmetricKeyDetails!.modulusLength! / 8)
  if (!key || !prefix || !proof || !token || typeof cast.choices !== 'string') return null
  // One of the two signatures that would be valid: otherwise a stranger could change a ballot's bytes.
  if (BigInt(`0x${proof.subarray(32).toString('hex')}`) > HALF_ORDER) return null
  const message = Buffer.concat([prefix, tokenMessage(cast.ballot, key)])
  const pss = { key: tokenPublic, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
  if (!verify('sha384', message, pss, token)) return null
  try {
    const own = createPublicKey({ key: Buffer.concat([P256, key]), format: 'der', type: 'spki' })
    const isOwn = verify('sha256', castMessage(cast.ballot, cast.choices), { key: own, dsaEncoding: 'ieee-p1363' }, proof)
    return isOwn ? key : null
  } catch {
    return null
  }
}

/** The urn's name for a credential: nobody without the ballot's key can make it from a published ballot. */
export const tagOf = (secret: Buffer, key: Buffer) => createHmac('sha256', secret).update(key).digest()
