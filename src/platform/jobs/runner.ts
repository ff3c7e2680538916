import type { Pool } from 'pg'
import { dayOf } from '#platform/session'
import { nextAfter, retryAfter, type Schedule } from './schedule.ts'
import { gone, LEASE, type Outcome, regionsOf, register, release, renew, seen, type Server, take } from './table.ts'

/** What a run is given. `signal` says that the server is about to stop: what is left waits for the next run. */
export type JobContext = { pool: Pool; regions: readonly string[]; now: Date; today: string; signal: AbortSignal }

/** Work in the background. `run` may be cut off anywhere and called again: it must come to the same end. */
export type Job = { name: string; title: string; schedule: Schedule; run: (context: JobContext) => Promise<Outcome> }

export type Running = {
  pool: Pool
  jobs: readonly Job[]
  server: Server
  /** Told of a job that failed; it is tried again. */
  onFault: (error: unknown, job: string) => void
  clock?: () => Date
  /** Milliseconds between two looks at what is due. */
  tick?: number
}

/**
 * Runs `jobs` in this process, each in turn, whenever they are due and no other process has them. After an outage a job that was
 * due, however often, runs once. `stop` waits for the one under way.
 */
export function runJobs({ tick = 5000, ...running }: Running): { stop(): Promise<void> } {
  const { pool, server, onFault, clock = () => new Date() } = running
  const stopping = new AbortController()
  let [timer, begun] = [undefined as NodeJS.Timeout | undefined, false]
  const once = async () => {
    if (!begun) await register(pool, running.jobs, clock())
    begun = true
    await seen(pool, server, clock())
    await runDue({ ...running, clock }, stopping.signal)
  }
  const look = (): Promise<void> =>
    once()
      .catch((error: unknown) => onFault(error, 'jobs'))
      .then(() => {
        if (!stopping.signal.aborted) timer = setTimeout(() => (current = look()), tick)
      })
  let current = look()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await current
      await gone(pool, server.id).catch(() => {})
    },
  }
}

/** Runs what is due now, one after the other; gives their names. */
export async function runDue(
  { pool, jobs, server, onFault, clock = () => new Date() }: Omit<Running, 'tick'>,
  signal = new AbortController().signal,
): Promise<string[]> {
  const names = jobs.map(({ name }) => name)
  const done: string[] = []
  while (!signal.aborted) {
    const name = await take(pool, server.id, names, clock())
    const job = jobs.find((each) => each.name === name)
    if (!job) break
    await runOne({ pool, server, onFault, clock }, job, signal)
    done.push(job.name)
  }
  return done
}

type Within = Required<Pick<Running, 'pool' | 'server' | 'onFault' | 'clock'>>

async function runOne({ pool, server, onFault, clock }: Within, job: Job, signal: AbortSignal) {
  const { name, schedule } = job
  const alive = setInterval(() => void renew(pool, server.id, name, clock()).catch(() => {}), (LEASE / 4) * 1000)
  const ended = { name, server: server.id }
  try {
    const now = clock()
    const outcome = await job.run({ pool, regions: await regionsOf(pool), now, today: dayOf(now), signal })
    await release(pool, { ...ended, now: clock(), next: nextAfter(schedule, clock()), outcome })
  } catch (error) {
    onFault(error, name)
    const failure = String((error as Error).message ?? error).slice(0, 300)
    await release(pool, { ...ended, now: clock(), next: retryAfter(schedule, clock()), failure })
  } finally {
    clearInterval(alive)
  }
}
