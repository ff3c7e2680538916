import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * One cast as the urn keeps it: AES-256-GCM under the ballot's key, padded so that all of a ballot are alike. Rows of the urn lie in the order of
 * casting, here, in the write-ahead log and in every backup; what makes them useless is that this key is in none of those and is destroyed.
 */
export function lock(key: Buffer, ballot: string, tag: Buffer, text: string, length: number): Buffer {
  const plain = Buffer.alloc(length, ' ')
  if (plain.write(text) < Buffer.byteLength(text)) throw new Error('a cast is longer than the ballot allows')
  const iv = randomBytes(12)
  const gcm = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.concat([Buffer.from(ballot), tag]))
  return Buffer.concat([iv, gcm.update(plain), gcm.final(), gcm.getAuthTag()])
}

/** Opens what `lock` made; throws when it was altered or belongs to another ballot or entry. */
export function unlock(key: Buffer, ballot: string, tag: Buffer, body: Buffer): string {
  const gcm = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12), { authTagLength: 16 })
  gcm.setAAD(Buffer.concat([Buffer.from(ballot), tag])).setAuthTag(body.subarray(-16))
  return (gcm.update(body.subarray(12, -16), undefined, 'utf8') + gcm.final('utf8')).trimEnd()
}
