import { bytesIn, codeIn, concat, sha256, utf8 } from './reading.ts'

export type Keys = { ballot: string; token: CryptoKey; tokenLength: number; seal: CryptoKey }
const P256 = { name: 'ECDSA', namedCurve: 'P-256' }
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' }
const HALF = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n

/** The keys that the first line states, or `null` when they cannot be read. */
export async function keysIn(opening: Record<string, unknown>): Promise<Keys | null> {
  const { id, token, sealKey } = opening as { id?: unknown; token?: { n?: unknown; e?: unknown }; sealKey?: unknown }
  const [modulus, point] = [bytesIn(token?.n), bytesIn(sealKey, 65)]
  if (typeof id !== 'string' || !modulus || modulus.length < 256 || token?.e !== 'AQAB' || !point) return null
  try {
    const jwk = { kty: 'RSA', n: token.n as string, e: 'AQAB' }
    return {
      ballot: id,
      token: await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify']),
      tokenLength: modulus.length,
      seal: await crypto.subtle.importKey('raw', point, P256, false, ['verify']),
    }
  } catch {
    return null
  }
}

/** Why a ballot in the box is none, or its code. */
export async function checkCast(cast: Record<string, unknown>, keys: Keys): Promise<{ code: string } | { problem: string }> {
  const fields = Object.keys(cast).join()
  if (fields !== 't,key,prefix,token,choices,proof' || typeof cast.choices !== 'string') return { problem: '选票的内容不齐' }
  const [key, prefix, proof] = [bytesIn(cast.key, 65), bytesIn(cast.prefix, 32), bytesIn(cast.proof, 64)]
  const token = bytesIn(cast.token, keys.tokenLength)
  if (!key || !prefix || !proof || !token) return { problem: '选票的凭证不完整' }
  const message = concat(prefix, utf8(`gongqiao/ballot/token/1\n${keys.ballot}\n`), key)
  if (!(await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, keys.token, token, message)))
    return { problem: '这张选票不是这次投票发出的：凭证上的签名不对' }
  if (!(await isProof(key, proof, `gongqiao/ballot/cast/1\n${keys.ballot}\n${cast.choices}`)))
    return { problem: '这张选票被改动过：选民的签名与选票不符' }
  return { code: codeIn((await sha256(concat(utf8(`gongqiao/ballot/code/1\n${keys.ballot}\n`), key))).slice(0, 15)) }
}

async function isProof(point: Uint8Array<ArrayBuffer>, proof: Uint8Array<ArrayBuffer>, text: string) {
  if (secondHalf(proof) > HALF) return false
  try {
    const key = await crypto.subtle.importKey('raw', point, P256, false, ['verify'])
    return await crypto.subtle.verify(ECDSA, key, proof, utf8(text))
  } catch {
    return false
  }
}

const secondHalf = (proof: Uint8Array) => proof.slice(32).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

/** Whether the seal signs this text. */
export async function isSealed({ seal }: Keys, proof: unknown, text: string): Promise<boolean> {
  const bytes = bytesIn(proof, 64)
  return bytes !== null && (await crypto.subtle.verify(ECDSA, seal, bytes, utf8(text)))
}
