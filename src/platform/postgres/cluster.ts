import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { asAccount, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { clearReusedPid, isAlive, postmasterOf } from './owner.ts'
import { asConf, type Settings } from './settings.ts'

/** A running postmaster. */
export type Postmaster = { pid: number; port: number; stop(): Promise<void> }

const READY_WITHIN_MS = 120_000
const STOP_WITHIN_MS = 60_000

/** Makes a new cluster at `cluster`, all or nothing. */
export function createCluster(
  binaries: Binaries,
  account: Account,
  cluster: string,
  password: string,
  isThrowAway: boolean,
): void {
  const [fresh, passwordFile] = [`${cluster}.new`, `${cluster}.password`]
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const path of [fresh, passwordFile]) chownSync(path, account.uid, account.gid)
  }
  const failures: string[] = []
  // Trigrams see Chinese only under libc's C.UTF-8; a machine without it still gets UTF-8.
  for (const locale of ['C.UTF-8', 'en_US.UTF-8']) {
    const args = [
      '-D',
      fresh,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      `--locale=${locale}`,
    ]
    const [file, all, as] = asAccount(account, binaries.initdb, isThrowAway ? [...args, '--no-sync'] : args)
    const { status, stderr, error } = spawnSync(file, all, { ...as, cwd: '/', encoding: 'utf8' })
    if (status === 0) break
    failures.push(error?.message ?? stderr)
  }
  rmSync(passwordFile)
  if (failures.length === 2) throw new Error(`initdb: ${failures.join('\n')}`)
  writeFileSync(
    join(fresh, 'postgresql.conf'),
    `include 'gongqiao.conf'\n\n${readFileSync(join(fresh, 'postgresql.conf'), 'utf8')}`,
  )
  renameSync(fresh, cluster)
}

/** Starts PostgreSQL on the cluster and waits until it answers. Loopback only. */
export async function startCluster(
  binaries: Binaries,
  account: Account,
  cluster: string,
  port: number,
  settings: Settings,
): Promise<Postmaster> {
  writeFileSync(join(cluster, 'gongqiao.conf'), asConf(settings), { mode: 0o644 })
  clearReusedPid(cluster)
  const args = ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const logFile = `${cluster}.log`
  const log = openSync(logFile, 'w', 0o600)
  const [file, all, as] = asAccount(account, binaries.postgres, args, { bound: true })
  // Its own session, so that Ctrl-C reaches the server first; a file for its words, so that it outlives a server that was killed.
  const child = spawn(file, all, {
    ...as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(log)
  child.unref()
  const atExit = () => child.kill('SIGINT')
  process.once('exit', atExit)
  child.once('exit', () => process.off('exit', atExit))
  await ready(child, cluster, logFile)
  return { pid: child.pid!, port, stop: () => stopChild(child) }
}

/** Stops a postmaster that an earlier process left behind. */
export async function stopOrphan(cluster: string): Promise<void> {
  const orphan = postmasterOf(cluster)
  if (orphan) await shutDown(orphan.pid, () => isAlive(orphan.pid))
}

/** A port of the loopback interface that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

async function ready(child: ChildProcess, cluster: string, logFile: string): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => (failure = error))
  const until = Date.now() + READY_WITHIN_MS
  while (!postmasterOf(cluster)?.isReady) {
    if (failure !== undefined || child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start: ${failure?.message ?? lastWords(logFile)}`)
    if (Date.now() > until) throw new Error(`PostgreSQL is not ready after ${READY_WITHIN_MS / 1000} s: ${lastWords(logFile)}`)
    await pause(10)
  }
}

function lastWords(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n')
}

const stopChild = (child: ChildProcess) => shutDown(child.pid!, () => child.exitCode === null && child.signalCode === null)

/** Fast first (open transactions are rolled back), then at once; either way nothing committed is lost. */
async function shutDown(pid: number, isRunning: () => boolean): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isRunning()) return
    process.kill(pid, signal)
    const until = Date.now() + STOP_WITHIN_MS
    while (isRunning() && Date.now() < until) await pause(10)
  }
  if (isRunning()) throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}
