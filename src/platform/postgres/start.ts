import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { accountFor, asAccount, type Account } from './account.ts'
import { canRun, shippedBinaries, type Binaries } from './binaries.ts'
import { createCluster, freePort, startCluster, stopOrphan, type Postmaster } from './cluster.ts'
import { ensureDatabase, superuserUrl } from './database.ts'
import { livingOwner, postmasterOf, release, take } from './owner.ts'
import { modest, throwAway, type Settings } from './settings.ts'
import { olderClusters, upgradeFrom, type CarryOver } from './upgrade.ts'

/** How to start: a fixed port (default: any free one), settings over the modest ones, throw-away for tests. */
export type Start = {
  dataDir: string
  port?: number
  settings?: Settings
  isThrowAway?: boolean
  /** Copies everything from an older version's database to the new one; without it an older data folder is refused. */
  carryOver?: CarryOver
}

/** A running embedded database: superuser URL (database `gongqiao`), port, and stop(). */
export type Embedded = { url: string; port: number; stop(): Promise<void> }

/**
 * Starts the embedded PostgreSQL 18 on a data folder, which it makes when missing. Loopback only, random password.
 * Throws InUse when another live process has the folder; takes over after a crash; upgrades an older major version.
 */
export async function startEmbedded(start: Start): Promise<Embedded> {
  mkdirSync(start.dataDir, { recursive: true, mode: 0o711 })
  const dataDir = realpathSync(start.dataDir)
  take(dataDir)
  try {
    return await open({ ...start, dataDir })
  } catch (error) {
    release(dataDir)
    throw error
  }
}

/** The database of a data folder that a live process has open, for commands beside a running server; undefined when none. */
export function runningEmbedded(dataDir: string): { url: string; port: number } | undefined {
  if (!existsSync(dataDir)) return undefined
  const home = realpathSync(dataDir)
  const postmaster = livingOwner(home) === undefined ? undefined : postmasterOf(clusterOf(home, shippedBinaries()))
  return postmaster?.isReady ? { url: superuserUrl(passwordOf(home), postmaster.port), port: postmaster.port } : undefined
}

const clusterOf = (dataDir: string, { major }: Binaries) => join(dataDir, String(major))

async function open({ dataDir, port, settings, isThrowAway = false, carryOver }: Start): Promise<Embedded> {
  const binaries = shippedBinaries()
  const cluster = clusterOf(dataDir, binaries)
  const account = reaching(accountFor(cluster), binaries, dataDir)
  const password = passwordOf(dataDir)
  const own = { ...modest, ...(isThrowAway ? throwAway : {}), ...settings }
  if (!existsSync(cluster)) {
    const [older] = olderClusters(dataDir, binaries.major)
    if (older) await upgradeFrom({ older, dataDir, binaries, account, cluster, password, settings: own, isThrowAway, carryOver })
    else createCluster(binaries, account, cluster, password, isThrowAway)
  }
  await stopOrphan(cluster)
  const postmaster = await startPatiently(binaries, account, cluster, port ?? (await freePort()), own)
  const url = superuserUrl(password, postmaster.port)
  await ensureDatabase(url)
  const stop = async () => {
    await postmaster.stop()
    release(dataDir)
  }
  return { url, port: postmaster.port, stop }
}

/** After a crash the old backends need a moment to notice that their postmaster is gone. */
async function startPatiently(...args: Parameters<typeof startCluster>): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startCluster(...args)
    } catch (error) {
      const isPassing = /pre-existing shared memory block|lock file "postmaster.pid"/.test(String(error))
      if (attempt === 20 || !isPassing) throw error
      await pause(250)
    }
  }
}

/** Root's account may be unable to pass the folders above (an installation under /root); Linux can lend it just that. */
function reaching(account: Account, binaries: Binaries, dataDir: string): Account {
  const reaches = (who: Account) => {
    const [file, args, as] = asAccount(who, 'test', ['-x', dataDir])
    return canRun(binaries, who) && spawnSync(file, args, { ...as, stdio: 'ignore' }).status === 0
  }
  const found = [account, { ...account, mayPassFolders: true }].find(reaches)
  if (found) return found
  throw new Error(
    `以 root 运行时，数据库由用户（uid ${account.uid}）运行，它进不去程序目录或数据目录 ${dataDir}。请安装在 /opt 或 /srv 下，或改用普通用户运行。` +
      ` / Run as root, the database runs as uid ${account.uid}, which cannot reach the program or ${dataDir}: install under /opt or /srv, or run as an ordinary user.`,
  )
}

function passwordOf(dataDir: string): string {
  const file = join(dataDir, 'superuser-password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
