import { bytesOf, inverse, joined, modulo, numberOf, power, toBase64Url } from './numbers.ts'

/** The signing key of a ballot, as its opening states it. */
export type TokenKey = { n: bigint; e: bigint; length: number }

const HASH = 48
const sha384 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))

async function mask(seed: Uint8Array, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let at = 0; at * HASH < length; at++) parts.push(await sha384(joined(seed, bytesOf(BigInt(at), 4))))
  return joined(...parts).slice(0, length)
}

const xor = (a: Uint8Array, b: Uint8Array) => a.map((byte, at) => byte ^ b[at]!)

/** EMSA-PSS-ENCODE of RFC 8017 §9.1.1 with SHA-384, MGF1 of the same, and a salt of 48 bytes. */
async function encoded(message: Uint8Array<ArrayBuffer>, salt: Uint8Array, bits: number): Promise<Uint8Array> {
  const length = Math.ceil(bits / 8)
  const hash = await sha384(joined(new Uint8Array(8), await sha384(message), salt))
  const block = joined(new Uint8Array(length - salt.length - HASH - 2), Uint8Array.of(1), salt)
  const masked = xor(block, await mask(hash, block.length))
  masked[0]! &= 0xff >> (8 * length - bits)
  return joined(masked, hash, Uint8Array.of(0xbc))
}

/**
 * RFC 9474 Blind: hides `prepared` from the signer with the factor `r`. `null` when `r` has no inverse or the message is no unit: the
 * caller takes the next `r`.
 */
export async function blind({ n, e, length }: TokenKey, prepared: Uint8Array<ArrayBuffer>, salt: Uint8Array, r: bigint) {
  const message = numberOf(await encoded(prepared, salt, n.toString(2).length - 1))
  const unblinding = inverse(r, n)
  if (unblinding === null || r === 0n || inverse(message, n) === null) return null
  return { blinded: bytesOf(modulo(message * power(r, e, n), n), length), unblinding }
}

/** RFC 9474 Finalize: the signature on `prepared`, checked by the browser's own verification; throws when the signer did not sign. */
export async function finalize(
  { n, e, length }: TokenKey,
  prepared: Uint8Array<ArrayBuffer>,
  signed: Uint8Array,
  unblinding: bigint,
): Promise<Uint8Array<ArrayBuffer>> {
  if (signed.length !== length) throw new Error('the signature has another length')
  const signature = bytesOf(modulo(numberOf(signed) * unblinding, n), length)
  const jwk = { kty: 'RSA', n: toBase64Url(bytesOf(n, length)), e: toBase64Url(bytesOf(e, 3)) }
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])
  if (!(await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, key, signature, prepared)))
    throw new Error('the server signed something else')
  return signature
}
