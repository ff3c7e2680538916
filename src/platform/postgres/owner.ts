import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'owner.json'
const GATE_HOLDS_MS = 5000

/** Thrown when another live process has the data folder. */
export class InUse extends Error {
  readonly pid: number
  constructor(dataDir: string, pid: number) {
    super(
      `数据目录 ${dataDir} 正由进程 ${pid} 使用，请先停止它，或换一个数据目录。` +
        ` / The data folder ${dataDir} is in use by process ${pid}: stop it first, or choose another folder.`,
    )
    this.pid = pid
  }
}

/** Takes the data folder for this process, also from an owner that died. Throws InUse when the owner lives. */
export function take(dataDir: string): void {
  const mine = JSON.stringify({ pid: process.pid, began: beginOf(process.pid) })
  oneAtATime(join(dataDir, 'owner.taking'), () => {
    const pid = livingOwner(dataDir)
    if (pid !== undefined) throw new InUse(dataDir, pid)
    writeFileSync(join(dataDir, FILE), mine)
  })
}

/** Two starts at once must not both find a dead owner. A folder is made by one of them only. */
function oneAtATime(gate: string, work: () => void): void {
  const isLeftBehind = () => Date.now() - (statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > GATE_HOLDS_MS
  for (let attempt = 0; ; attempt += 1) {
    try {
      mkdirSync(gate)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 400) throw error
      if (isLeftBehind()) rmSync(gate, { recursive: true, force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25)
    }
  }
  try {
    work()
  } finally {
    rmSync(gate, { recursive: true, force: true })
  }
}

/** Gives the data folder back. */
export function release(dataDir: string): void {
  rmSync(join(dataDir, FILE), { force: true })
}

/** The pid of the live process that has the data folder, if any. */
export function livingOwner(dataDir: string): number | undefined {
  try {
    const { pid, began } = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as { pid: number; began: string }
    return isAlive(pid) && beginOf(pid) === began ? pid : undefined
  } catch {
    return undefined
  }
}

/** The postmaster that postmaster.pid names, while it lives. */
export function postmasterOf(cluster: string): { pid: number; port: number; isReady: boolean } | undefined {
  const [pid, , , port, , , , status] = readOr(join(cluster, 'postmaster.pid'), '').split('\n')
  if (!isAlive(Number(pid)) || !isPostmasterOf(Number(pid), cluster)) return undefined
  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready' }
}

/** Removes a postmaster.pid whose pid now belongs to another program. PostgreSQL clears every other stale one itself, with more checks. */
export function clearReusedPid(cluster: string): void {
  const pid = Number(readOr(join(cluster, 'postmaster.pid'), '').split('\n')[0])
  if (isAlive(pid) && !isPostmasterOf(pid, cluster)) rmSync(join(cluster, 'postmaster.pid'))
}

/** True while a process of this pid exists (a zombie does not count). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return process.platform !== 'linux' || !/^\d+ \(.*\) [ZX]/s.test(readOr(`/proc/${pid}/stat`, ''))
}

/** A pid is reused, most often in a container after a crash; a pid with its moment of birth is not. */
function beginOf(pid: number): string {
  if (process.platform === 'linux') return readOr(`/proc/${pid}/stat`, '').split(') ').at(-1)?.split(' ')[19] ?? ''
  return ps(pid, 'lstart=')
}

/** Another program may have got the old pid of a dead postmaster. Only a sure "no" counts, for the file protects the data. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  const command = process.platform === 'linux' ? readOr(`/proc/${pid}/cmdline`, 'postgres') : ps(pid, 'command=')
  return (
    /postgres|postmaster/.test(command) && (process.platform !== 'linux' || command.includes(cluster) || command === 'postgres')
  )
}

function ps(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
