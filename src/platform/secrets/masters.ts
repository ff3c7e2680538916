import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

/** The master secrets of an installation: one that writes, and others that are only read. */
export type MasterSecrets = { current: string; readable: readonly string[]; source: 'environment' | 'file'; file?: string }

/** The server may not start with this secret; the message tells the operator how to make a good one. */
export class WeakSecret extends Error {
  override name = 'WeakSecret'
}

const HOW =
  '请用命令生成：openssl rand -base64 32，并写入环境变量 GONGQIAO_SECRET（或删去该变量，由系统在数据目录自动生成密钥文件）。\n' +
  'Make one with: openssl rand -base64 32, and set it as GONGQIAO_SECRET (or unset it, and a key file is made in the data folder).'

const KNOWN = /change.?me|default|secret|passw|gongqiao|example|replace|your.?key|qwerty|abcdef|123456|admin|demo|test/i

/** Why a master secret is too weak for production, in Chinese and English; null when it is 32 random bytes in hex or base64. */
export function whyWeak(secret: string): string | null {
  const bytes = /^[0-9a-f]+$/i.test(secret) ? secret.length / 2 : (secret.replace(/=+$/, '').length * 3) / 4
  if (!/^(?:[0-9a-f]+|[A-Za-z0-9+/_-]+=*)$/i.test(secret))
    return '密钥须为十六进制或 base64 的随机数 / the secret must be random bytes in hex or base64'
  if (bytes < 32)
    return `密钥过短，至少 32 个随机字节 / the secret is too short: at least 32 random bytes, found ${Math.floor(bytes)}`
  if (KNOWN.test(secret)) return '密钥含常见词或默认值 / the secret contains a common word or a default'
  if (new Set(secret).size < 12 || bitsOf(secret) < 150 || deflateRawSync(secret, { level: 9 }).length < bytes * 0.85)
    return '密钥不够随机 / the secret is not random enough'
  return null
}

/** Shannon's estimate from the frequencies within the text: an upper bound that repetition and short alphabets fail. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return -[...counts.values()].reduce((sum, count) => sum + count * Math.log2(count / text.length), 0)
}

/**
 * Finds the master secrets: `GONGQIAO_SECRET` (with `GONGQIAO_SECRET_PREVIOUS` and `GONGQIAO_SECRET_NEXT`, separated by commas,
 * for rotation), else `secrets.key` in the data folder, made at first start and readable by its owner alone.
 * In production a weak secret, or a key file that others can read, throws `WeakSecret`.
 */
export function loadMasters(from: { env: NodeJS.ProcessEnv; dataFolder?: string; production: boolean }): MasterSecrets {
  const { GONGQIAO_SECRET: current, GONGQIAO_SECRET_PREVIOUS: previous, GONGQIAO_SECRET_NEXT: next } = from.env
  const masters: MasterSecrets = current
    ? { current, readable: [...listed(next), ...listed(previous)], source: 'environment' }
    : fromFile(from.dataFolder, from.production)
  if (from.production) for (const secret of [masters.current, ...masters.readable]) refuseWeak(secret, masters.source)
  return masters
}

const listed = (text?: string) => (text ?? '').split(/[\s,]+/).filter(Boolean)

function refuseWeak(secret: string, source: MasterSecrets['source']): void {
  const why = whyWeak(secret)
  const where = source === 'file' ? 'secrets.key' : 'GONGQIAO_SECRET'
  if (why) throw new WeakSecret(`拒绝启动 / Refusing to start: ${where}: ${why}\n${HOW}`)
}

function fromFile(dataFolder: string | undefined, production: boolean): MasterSecrets {
  if (!dataFolder) throw new WeakSecret(`没有主密钥 / There is no master secret.\n${HOW}`)
  const file = join(dataFolder, 'secrets.key')
  makeOnce(file)
  if (process.platform !== 'win32' && statSync(file).mode & 0o077) {
    if (production)
      throw new WeakSecret(`拒绝启动：密钥文件可被他人读取 / Refusing to start: others can read ${file}. chmod 600 ${file}`)
    chmodSync(file, 0o600)
  }
  return { ...parse(readFileSync(file, 'utf8'), file), source: 'file', file }
}

function parse(text: string, file: string) {
  const keys = text.split('\n').flatMap((line) => line.trim().replace(/^#.*/, '') || [])
  const [current, ...readable] = keys.reverse()
  if (!current) throw new WeakSecret(`密钥文件为空 / The key file is empty: ${file}. Restore it from its backup.`)
  return { current, readable }
}

/** Two processes may start at once: each writes a file of its own, and only one link to the real name succeeds. */
function makeOnce(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })) return
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, `${NOTE}${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

const NOTE =
  '# 工桥主密钥。请离线备份；丢失后，加密的身份证号、手机号等将无法读取。最后一行用于写入，其余只用于读取。\n' +
  '# Master keys of Gongqiao. Keep an offline copy: what was sealed cannot be opened without them. The last line writes, the others only read.\n'

/** Begins a rotation: appends a new master key to the key file. Restart every process of the machine, then run `rotate`. */
export function addKeyToFile(file: string): void {
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'a', mode: 0o600 })
}
