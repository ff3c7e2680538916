import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { fetchOlder, olderBinaries, type Binaries } from './binaries.ts'
import { createCluster, freePort, startCluster, stopOrphan } from './cluster.ts'
import { ensureDatabase, superuserUrl } from './database.ts'
import type { Settings } from './settings.ts'

/** Copies everything from one database to an empty one, given their superuser URLs and a folder with room for a copy between. */
export type CarryOver = (from: string, to: string, folder: string) => Promise<void>

/** A cluster of an older major version in a data folder. */
export type OlderCluster = { major: number; cluster: string }

type Upgrade = {
  older: OlderCluster
  dataDir: string
  binaries: Binaries
  account: Account
  cluster: string
  password: string
  settings: Settings
  isThrowAway: boolean
  carryOver: CarryOver | undefined
}

/** The clusters of older major versions in a data folder, newest first. */
export function olderClusters(dataDir: string, major: number): OlderCluster[] {
  return readdirSync(dataDir)
    .filter((name) => /^\d+$/.test(name) && Number(name) < major && existsSync(join(dataDir, name, 'PG_VERSION')))
    .map((name) => ({ major: Number(name), cluster: join(dataDir, name) }))
    .sort((a, b) => b.major - a.major)
}

/**
 * Brings an older cluster to the shipped version: both run side by side, everything is carried over, and only then the new one
 * takes its place. The old one is kept beside it as `<major>.before-upgrade`. Throws with the command that is missing.
 */
export async function upgradeFrom({ older, dataDir, binaries, account, cluster, carryOver, ...upgrade }: Upgrade): Promise<void> {
  const { major } = older
  const { password, settings, isThrowAway } = upgrade
  const from = olderBinaries(dataDir, major)
  if (!from || !carryOver) throw new Error(needsHelp(dataDir, major, binaries.major, from !== undefined))
  await stopOrphan(older.cluster)
  const fresh = join(dataDir, 'upgrading')
  rmSync(fresh, { recursive: true, force: true })
  createCluster(binaries, account, fresh, password, isThrowAway)
  const old = await startCluster(from, account, older.cluster, await freePort(), settings)
  try {
    const young = await startCluster(binaries, account, fresh, await freePort(), settings)
    try {
      await ensureDatabase(superuserUrl(password, young.port))
      await carryOver(superuserUrl(password, old.port), superuserUrl(password, young.port), dataDir)
    } finally {
      await young.stop()
    }
  } finally {
    await old.stop()
  }
  renameSync(fresh, cluster)
  renameSync(older.cluster, `${older.cluster}.before-upgrade`)
}

function needsHelp(dataDir: string, major: number, shipped: number, hasBinaries: boolean): string {
  if (hasBinaries) return `${dataDir}: PostgreSQL ${major} data, and nothing given to carry it over to ${shipped}`
  const command = fetchOlder(dataDir, major)
  return (
    `数据目录 ${dataDir} 由 PostgreSQL ${major} 建立，升级到 ${shipped} 需要旧版程序。请先运行：${command}，再重新启动，数据会自动升级，旧数据保留。` +
    ` / The data folder was made by PostgreSQL ${major}; upgrading to ${shipped} needs its programs. Run: ${command} and start again.`
  )
}
