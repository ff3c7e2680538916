import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto'
import { type KeyVersion, type Ring, ring } from './ring.ts'

const NONCE = 12
const TAG = 16

// One call to the system's generator for many nonces: half the time of sealing a roster of 100,000 would go there otherwise.
const pool = Buffer.alloc(NONCE * 1024)
let spent = pool.length
function nonce(): Buffer {
  if (spent === pool.length) {
    randomFillSync(pool)
    spent = 0
  }
  return Buffer.from(pool.subarray(spent, (spent += NONCE)))
}

/**
 * Seals one personal value for one column (`field` is `table.column`): `v1.<keyId>.<nonce>.<ciphertext+tag>`, base64url.
 * The field is authenticated with it: a sealed value copied to another column does not open there.
 */
export function seal(field: string, plain: string, keys: Ring = ring()): string {
  const { id, cipher, keyFor } = keys.current
  const iv = nonce()
  const gcm = createCipheriv(cipher as 'aes-256-gcm', keyFor(`seal/${field}`), iv)
  gcm.setAAD(Buffer.from(field))
  const body = Buffer.concat([gcm.update(plain, 'utf8'), gcm.final(), gcm.getAuthTag()])
  return `v1.${id}.${iv.toString('base64url')}.${body.toString('base64url')}`
}

/** Opens what `seal` made for the same field. Throws when it was altered, moved from another column, or its key is not in the ring. */
export function open(field: string, sealed: string, keys: Ring = ring()): string {
  const { version, iv, body } = parts(field, sealed, keys)
  const gcm = createDecipheriv(version.cipher as 'aes-256-gcm', version.keyFor(`seal/${field}`), iv, { authTagLength: TAG })
  gcm.setAAD(Buffer.from(field))
  gcm.setAuthTag(body.subarray(-TAG))
  try {
    return gcm.update(body.subarray(0, -TAG), undefined, 'utf8') + gcm.final('utf8')
  } catch {
    throw new Error(`${field}: the sealed value was altered or belongs to another column`)
  }
}

function parts(field: string, sealed: string, keys: Ring) {
  const [format, id, iv, body, ...more] = sealed.split('.')
  if (format !== 'v1' || !id || !iv || !body || more.length) throw new Error(`${field}: not a sealed value`)
  const version = keys.byId.get(id)
  if (!version) throw new Error(`${field}: sealed under key ${id}, which is not in the key ring`)
  const bytes = { iv: Buffer.from(iv, 'base64url'), body: Buffer.from(body, 'base64url') }
  if (bytes.iv.length !== NONCE || bytes.body.length < TAG) throw new Error(`${field}: not a sealed value`)
  return { version, ...bytes }
}

/** Whether a sealed value is under an older key or cipher than the one that writes now. */
export function needsReseal(sealed: string, keys: Ring = ring()): boolean {
  return !sealed.startsWith(`v1.${keys.current.id}.`)
}

const indexUnder = (version: KeyVersion, field: string, plain: string) =>
  createHmac(version.digest, version.keyFor(`index/${field}`))
    .update(plain)
    .digest('hex')

/** The keyed index (HMAC, hex) of a normalised value under the current key: what is written beside the sealed value. */
export function blindIndex(field: string, normalised: string, keys: Ring = ring()): string {
  return indexUnder(keys.current, field, normalised)
}

/** All indexes under which the value may stand, the current one first: what a look-up asks for (`column = any(…)`). */
export function blindIndexes(field: string, normalised: string, keys: Ring = ring()): string[] {
  return keys.versions.map((version) => indexUnder(version, field, normalised))
}
