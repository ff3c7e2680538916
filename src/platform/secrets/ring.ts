import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { loadMasters, type MasterSecrets } from './masters.ts'

const suites = {
  'aes-256-gcm': { digest: 'sha256', keyBytes: 32 },
  'sm4-gcm': { digest: 'sm3', keyBytes: 16 },
} as const
export type Cipher = keyof typeof suites

/** One key version: a master secret under one cipher suite. Its id is derived from both, so servers agree on it without a register. */
export type KeyVersion = {
  id: string
  cipher: Cipher
  digest: 'sha256' | 'sm3'
  /** The data key for a purpose, e.g. `seal/members.id_number`; derived once, then remembered. */
  keyFor(purpose: string): KeyObject
}

/** The keys of an installation: `current` writes, all of `versions` read. `masters` seed what is not a field (cookies, tokens). */
export type Ring = {
  current: KeyVersion
  versions: readonly KeyVersion[]
  byId: ReadonlyMap<string, KeyVersion>
  masters: readonly string[]
}

const SALT = 'gongqiao/v1'

function keyVersion(master: string, cipher: Cipher): KeyVersion {
  const { digest, keyBytes } = suites[cipher]
  const derive = (purpose: string, bytes: number) => Buffer.from(hkdfSync(digest, master, SALT, `${cipher}/${purpose}`, bytes))
  const keys = new Map<string, KeyObject>()
  return {
    id: derive('id', 6).toString('base64url'),
    cipher,
    digest,
    keyFor(purpose) {
      let key = keys.get(purpose)
      if (!key) keys.set(purpose, (key = createSecretKey(derive(purpose, purpose.startsWith('seal/') ? keyBytes : 32))))
      return key
    },
  }
}

/**
 * Makes the key ring of master secrets. Both cipher suites stay readable under every master, so a change of `GONGQIAO_CIPHER`
 * is a rotation like any other; which one writes is `GONGQIAO_CIPHER`'s to say, unless it is given.
 */
export function keyRing(masters: Pick<MasterSecrets, 'current' | 'readable'>, cipher: Cipher = cipherOf(process.env)): Ring {
  const other: Cipher = cipher === 'sm4-gcm' ? 'aes-256-gcm' : 'sm4-gcm'
  const all = [masters.current, ...masters.readable]
  const versions = all.flatMap((master) => [keyVersion(master, cipher), keyVersion(master, other)])
  const byId = new Map(versions.map((version) => [version.id, version]))
  return { current: versions[0] as KeyVersion, versions, byId, masters: all }
}

let installed: Ring | undefined

/** Makes `ring` the one that `seal`, `open` and `blindIndex` use in this process. The server does it once, before anything else. */
export function installRing(ring: Ring): Ring {
  installed = ring
  return ring
}

/** The ring of this process; opened from the environment (`GONGQIAO_SECRET…`, `GONGQIAO_DATA`) when none was installed. */
export function ring(): Ring {
  return (installed ??= keyRing(loadMasters(settings())))
}

/** The cipher that `GONGQIAO_CIPHER` names; throws when it names another than the two that exist. */
export function cipherOf(env: NodeJS.ProcessEnv): Cipher {
  const name = env.GONGQIAO_CIPHER || 'aes-256-gcm'
  if (!Object.hasOwn(suites, name)) throw new Error(`GONGQIAO_CIPHER: aes-256-gcm | sm4-gcm, not "${name}"`)
  return name as Cipher
}

const settings = () => ({
  env: process.env,
  dataFolder: process.env.GONGQIAO_DATA ?? join(process.cwd(), 'data'),
  production: process.env.NODE_ENV === 'production',
})

const secretOf = (master: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', master, SALT, `secret/${purpose}`, 32)).toString('base64url')

/** A secret for one purpose outside the fields (cookie signatures, link tokens), 32 bytes in base64url, from the current master. */
export const deriveSecret = (purpose: string, of: Ring = ring()): string => secretOf(of.masters[0] as string, purpose)

/** That secret under every master of the ring, the current one first, each with a number that stays its own. */
export function derivedSecrets(purpose: string, of: Ring = ring()): { version: number; value: string }[] {
  return of.masters.map((master) => ({
    version: Buffer.from(secretOf(master, `${purpose}/version`), 'base64url').readUInt32BE() >>> 1,
    value: secretOf(master, purpose),
  }))
}
