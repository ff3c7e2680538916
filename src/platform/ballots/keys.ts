import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes, type KeyObject } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { needsReseal, open, seal } from '#platform/secrets'

/** The secrets of one ballot: what signs credentials, what seals the archive, what locks the urn, what names its entries. */
export type BallotKeys = { token: KeyObject; tokenPublic: KeyObject; sealing: KeyObject; urn: Buffer; tag: Buffer }
type Written = { token: string; sealing: string; urn: string; tag: string }

/**
 * 112 bits of strength for the days of one ballot: after the count nobody holds the key, and the fingerprint in the minutes binds the
 * archive. Three times this length would make a cheap phone wait and a server sign a third as fast.
 */
const MODULUS = 2048
const FIELD = 'ballots.keys'
const generate = promisify(generateKeyPair)

let folders: readonly string[] = []
const held = new Map<string, { keys: BallotKeys; until: number }>()
const HOLD = 60_000

/**
 * Where the keys of ballots lie: each in every folder (a second disk keeps them from being lost with the first), never in the database,
 * so in no backup and no write-ahead log, which could not be made to forget them. Several server processes share the folders.
 */
export function installBallotKeys(paths: readonly string[]) {
  folders = paths
  held.clear()
}

const fileOf = (folder: string, id: string) => join(folder, `${id}.key`)
function places() {
  if (!folders.length) throw new Error('no folder for the keys of ballots')
  return folders
}

/** Makes the keys of a ballot, writes them to every folder and proves that each copy opens, before anybody votes with them. */
export async function makeKeys(id: string): Promise<BallotKeys> {
  const [token, sealing] = await Promise.all([
    generate('rsa', { modulusLength: MODULUS, publicExponent: 65537 }),
    generate('ec', { namedCurve: 'P-256' }),
  ])
  const exported = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  const written: Written = {
    token: exported(token.privateKey),
    sealing: exported(sealing.privateKey),
    urn: randomBytes(32).toString('base64'),
    tag: randomBytes(32).toString('base64'),
  }
  const text = JSON.stringify(written)
  for (const folder of places()) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    write(folder, id, text)
    if (open(FIELD, readFileSync(fileOf(folder, id), 'utf8')) !== text)
      throw new Error(`the key of a ballot was not kept in ${folder}`)
  }
  return keysIn(text)
}

function write(folder: string, id: string, text: string) {
  const draft = join(folder, `.${id}.draft`)
  const file = openSync(draft, 'w', 0o600)
  try {
    writeSync(file, seal(FIELD, text))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, fileOf(folder, id))
  // The name must survive a power cut as well as the content.
  const directory = openSync(folder, 'r')
  fsyncSync(directory)
  closeSync(directory)
}

function keysIn(text: string): BallotKeys {
  const written = JSON.parse(text) as Written
  const loaded = (der: string) => createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' })
  const token = loaded(written.token)
  return {
    token,
    tokenPublic: createPublicKey(token),
    sealing: loaded(written.sealing),
    urn: Buffer.from(written.urn, 'base64'),
    tag: Buffer.from(written.tag, 'base64'),
  }
}

const readable = (folder: string, id: string) => {
  try {
    return readFileSync(fileOf(folder, id), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** The text of the first copy that opens; a damaged one is passed over as a missing one is. */
function textOf(id: string): string | undefined {
  for (const folder of places()) {
    const sealed = readable(folder, id)
    const text = sealed === undefined ? undefined : opened(sealed)
    if (text !== undefined) return text
  }
  return undefined
}

function opened(sealed: string): string | undefined {
  try {
    return open(FIELD, sealed)
  } catch {
    return undefined
  }
}

/** The keys of a ballot; throws when no folder has a copy that opens. */
export function keysOf(id: string): BallotKeys {
  const before = held.get(id)
  if (before && before.until > Date.now()) return before.keys
  held.delete(id)
  const text = textOf(id)
  if (text === undefined) throw new Error(`the keys of ballot ${id} are in none of the folders`)
  const keys = keysIn(text)
  held.set(id, { keys, until: Date.now() + HOLD })
  return keys
}

/** Overwrites and removes every copy; done again it does nothing. Afterwards nobody can sign, open the urn or seal. */
export function destroyKeys(id: string) {
  held.delete(id)
  for (const folder of places()) {
    const path = fileOf(folder, id)
    if (readable(folder, id) === undefined) continue
    const file = openSync(path, 'r+')
    try {
      writeSync(file, randomBytes(statSync(path).size), 0, undefined, 0)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    rmSync(path)
  }
}

/** The ballots of which any folder has a key. */
export function ballotsWithKeys(): string[] {
  const ids = places().flatMap((folder) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return readdirSync(folder).flatMap((name) => /^([0-9a-f-]{36})\.key$/.exec(name)?.[1] ?? [])
  })
  return [...new Set(ids)]
}

/** Restores a missing or damaged copy, and seals anew what is under an older master key, so that a change of keys loses no ballot. */
export function tendKeys(id: string) {
  const text = textOf(id)
  if (text === undefined) return
  for (const folder of places()) {
    const sealed = readable(folder, id)
    if (sealed === undefined || opened(sealed) !== text || needsReseal(sealed)) write(folder, id, text)
  }
}
