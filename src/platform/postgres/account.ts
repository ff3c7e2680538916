import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** Who runs PostgreSQL. Empty for an ordinary user; PostgreSQL refuses root, so root lends it another account. */
export type Account = { uid?: number; gid?: number; mayPassFolders?: boolean }

const NAME = 'gongqiao'

/** The account for a data folder: the folder's owner, or else the system user `gongqiao` (made if possible), or `nobody`. */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp(NAME) ?? create(NAME) ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 }
}

/** The arguments of `spawn` that run a program as the account; `bound`: it is asked to stop (SIGINT) when we die, where that can be had. */
export function asAccount(
  { uid, gid, mayPassFolders }: Account,
  file: string,
  args: string[],
  { bound = false } = {},
): [string, string[], { uid?: number; gid?: number }] {
  const bond = bound && canBind() ? ['--pdeathsig=INT'] : []
  if (!mayPassFolders || uid === undefined || gid === undefined) {
    const as = uid === undefined || gid === undefined ? {} : { uid, gid }
    return bond.length > 0 ? ['setpriv', [...bond, '--', file, ...args], as] : [file, args, as]
  }
  // Without the secure bit, access(2) would still answer as if the capability were not there, and PostgreSQL asks it.
  const lent = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return ['setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...lent, ...bond, '--', file, ...args], {}]
}

const canBind = () => spawnSync('setpriv', ['--pdeathsig=INT', 'true'], { stdio: 'ignore' }).status === 0

function lookUp(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function create(name: string): Account | undefined {
  const args = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]
  return spawnSync('useradd', args, { stdio: 'ignore' }).status === 0 ? lookUp(name) : undefined
}
