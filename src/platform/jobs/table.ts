import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import { type Db, within } from '#platform/db'
import type { Schedule } from './schedule.ts'
import { scheduleInWords } from './schedule.ts'

/** What a job reports of a run: counts, never anything of a person. */
export type Outcome = Record<string, number>

/** Seconds that a runner has a job to itself without a sign of life. */
export const LEASE = 120

/** Runs `work` as the jobs' role in the shared schema. */
export const onJobs = <T>(pool: Pool, work: (db: Db) => Promise<T>) =>
  within(pool, { region: 'shared', role: 'jobs', lo: '', hi: '' }, work)

/** Makes the jobs known. A new one is due at once; one that is there keeps its time. */
export const register = (pool: Pool, jobs: readonly { name: string; title: string; schedule: Schedule }[], now: Date) =>
  onJobs(pool, async (db) => {
    for (const { name, title, schedule } of jobs)
      await db.execute(sql`insert into jobs (name, title, schedule, next_at)
        values (${name}, ${title}, ${scheduleInWords(schedule)}, ${now.toISOString()})
        on conflict (name) do update set title = excluded.title, schedule = excluded.schedule`)
  })

type Taken = { name: string }

/** Takes the job that is longest due, for a while; whoever else asks at the same moment gets another or none. */
export const take = (pool: Pool, server: string, names: readonly string[], now: Date) =>
  onJobs(pool, async (db) => {
    const at = now.toISOString()
    const { rows } = await db.execute<Taken>(sql`update jobs set taken_by = ${server}, began_at = ${at},
        taken_until = ${at}::timestamptz + make_interval(secs => ${LEASE})
      where name = (select name from jobs where name in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))
        and next_at <= ${at} and (taken_until is null or taken_until < ${at}) order by next_at limit 1 for update skip locked)
      returning name`)
    return rows[0]?.name
  })

/** A long job says that it is alive; false when another has it by now. */
export const renew = (pool: Pool, server: string, name: string, now: Date) =>
  onJobs(pool, async (db) => {
    const { rowCount } =
      await db.execute(sql`update jobs set taken_until = ${now.toISOString()}::timestamptz + make_interval(secs => ${LEASE})
      where name = ${name} and taken_by = ${server}`)
    return rowCount === 1
  })

type End = { name: string; server: string; now: Date; next: Date } & ({ outcome: Outcome } | { failure: string })

/** Lets a job go, with how it went and when it is due next. */
export const release = (pool: Pool, { name, server, now, next, ...end }: End) =>
  onJobs(pool, (db) => {
    const at = now.toISOString()
    const result =
      'failure' in end
        ? sql`failed_at = ${at}, failure = ${end.failure}, failures = failures + 1`
        : sql`outcome = ${JSON.stringify(end.outcome)}::jsonb, failure = null, failures = 0`
    // A run asked for meanwhile (a due time set back by hand) is lost: this run has just done it.
    return db.execute(sql`update jobs set taken_by = null, taken_until = null, ended_at = ${at}, next_at = ${next.toISOString()}, ${result}
      where name = ${name} and taken_by = ${server}`)
  })

/** A serving process, as it describes itself. */
export type Server = {
  id: string
  host: string
  version: string
  runtime: string
  channels: readonly string[]
  keys: readonly string[]
}

/** A sign of life of this process; those silent for a day are forgotten. */
export const seen = (pool: Pool, { id, host, version, runtime, channels, keys }: Server, now: Date) =>
  onJobs(pool, async (db) => {
    const at = now.toISOString()
    await db.execute(sql`insert into servers (id, host, version, runtime, channels, keys, started_at, seen_at)
      values (${id}, ${host}, ${version}, ${runtime}, string_to_array(${channels.join(',')}, ','), string_to_array(${keys.join(',')}, ','), ${at}, ${at})
      on conflict (id) do update set seen_at = excluded.seen_at`)
    await db.execute(sql`delete from servers where seen_at < ${at}::timestamptz - interval '1 day'`)
  })

/** This process serves no longer. */
export const gone = (pool: Pool, id: string) => onJobs(pool, (db) => db.execute(sql`delete from servers where id = ${id}`))

/** The regions there are. */
export const regionsOf = (pool: Pool) =>
  onJobs(pool, async (db) => {
    const { rows } = await db.execute<{ name: string }>(sql`select name from regions order by name`)
    return rows.map(({ name }) => name)
  })
