import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Day } from '#kit/dates'
import { scopeOfDivision } from '#law/place'
import { type Db, everywhere, within } from '#platform/db'
import type { Job, JobContext } from '#platform/jobs'
import { evaluate, type Outcome } from './evaluate.ts'
import { lawOf } from './law.ts'
import type { Clock } from './shape.ts'
import { recordEvents } from './store.ts'

let installed: readonly Clock[] = []

/** Makes the house's clocks known: the composition of all modules'. Called once, before the first act. */
export function installClocks(clocks: readonly Clock[]) {
  const twice = clocks.find(({ id }, at) => clocks.findIndex((other) => other.id === id) !== at)
  if (twice) throw new Error(`two clocks ${twice.id}`)
  installed = clocks
}

/** The clocks that run here. */
export const installedClocks = (): readonly Clock[] => installed

type Place = { pool: Pool; region: string; today: Day }
const frame = (region: string) => ({ region, role: 'post' as const, ...everywhere })
const NOTHING: Outcome = { facts: 0, written: 0, gone: 0, events: 0 }
/** Unions looked at in one piece; an act that touches more leaves them to the next run. */
const FEW = 60
/** Days after which everything is gone over again, whatever was touched. */
const AFRESH = 30

/** Goes over everything: after a change of rules or calendar, and now and then to be sure. */
export const runEverything = ({ pool, region, today }: Place): Promise<Outcome> =>
  within(pool, frame(region), async (db) => ((await isAlone(db)) ? everything(db, today) : NOTHING))

/**
 * Goes over what was touched and what has come due since the last run, however long ago; over everything when rules or calendar have
 * changed since. One at a time: who finds another at work leaves it to him.
 */
export const runDuties = ({ pool, region, today }: Place): Promise<Outcome> =>
  within(pool, frame(region), async (db) => {
    if (!(await isAlone(db))) return NOTHING
    const law = await lawOf(db, await placeOf(db))
    const { rows } = await db.execute<{ stamp: string; old: boolean }>(
      sql`select stamp, full_on <= ${today}::date - ${AFRESH}::int as old from duty_runs`,
    )
    const last = rows[0]
    if (!last || last.old || last.stamp !== stampOf(law.stamp)) return everything(db, today)
    const total = { ...NOTHING }
    for (const { ids, clocks } of await workOf(db, today)) add(total, await evaluate(db, clocks, law, today, ids))
    return add(total, { ...NOTHING, events: await recordEvents(db, today) })
  })

function add(total: Outcome, more: Outcome): Outcome {
  for (const key of Object.keys(total) as (keyof Outcome)[]) total[key] += more[key]
  return total
}

const stampOf = (law: string) => `${law}/${installed.map(({ id }) => id).join()}`

async function everything(db: Db, today: Day) {
  const law = await lawOf(db, await placeOf(db))
  await db.execute(sql`delete from duty_touches`)
  const outcome = await evaluate(db, installed, law, today, null)
  // What lies before the first run is seen on the pages; nobody is told of years gone by.
  await db.execute(sql`insert into duty_runs (stamp, full_on, ran_on, told)
    values (${stampOf(law.stamp)}, ${today}, ${today}, (select coalesce(max(id), 0) from duty_events))
    on conflict (one) do update set stamp = excluded.stamp, full_on = excluded.full_on, ran_on = excluded.ran_on`)
  return outcome
}

/**
 * Right after an act: what it did shows at once. Few unions only; many, or a clock at work just now, wait for the next run. Never
 * throws: the act is done, and what was touched stays noted.
 */
export async function afterAct({ pool, region, today }: Place): Promise<void> {
  if (!installed.length) return
  try {
    await within(pool, frame(region), async (db) => {
      const { rows } = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from (select distinct union_id from (select union_id from duty_touches limit 2000) t limit ${FEW + 1}) u`,
      )
      const touched = rows[0]!.n
      if (!touched || touched > FEW || !(await isAlone(db, true))) return
      const ran = await db.execute(sql`select 1 from duty_runs`)
      // Before the first full run nothing stands to be kept up.
      if (!ran.rowCount) return
      const { ids, clocks } = await takeTouched(db)
      if (ids.length && clocks.length) await evaluate(db, clocks, await lawOf(db, await placeOf(db)), today, ids)
    })
  } catch {
    // The touches were given back with the transaction; the job meets the same fault and reports it.
  }
}

/** One clock at a time in a region. An act waits a moment for another's; a run leaves it to who is at work. */
async function isAlone(db: Db, waits = false) {
  if (waits) await db.execute(sql`set local lock_timeout = '400ms'`)
  const { rows } = await db.execute<{ mine: boolean }>(
    waits
      ? sql`select pg_advisory_xact_lock(7410032, hashtext(current_schema())) is null or true as mine`
      : sql`select pg_try_advisory_xact_lock(7410032, hashtext(current_schema())) as mine`,
  )
  return rows[0]!.mine
}

async function placeOf(db: Db) {
  const { rows } = await db.execute<{ division: string | null }>(sql`select division from regions where name = current_schema()`)
  return scopeOfDivision(rows[0]?.division)
}

type Work = { ids: string[]; clocks: readonly Clock[] }

/**
 * The unions touched since, and the basic union a touched branch or group belongs to, whose counts may have changed with it; and the clocks
 * that read what was touched.
 */
async function takeTouched(db: Db): Promise<Work> {
  const { rows } = await db.execute<{ id: string; sources: string[] }>(sql`
    with taken as (delete from duty_touches returning union_id, source), places as (
      select distinct u.id, u.path from unions u join taken t on t.union_id = u.id)
    select id, array(select distinct source from taken) as sources from places
    union select u.id, array(select distinct source from taken) from unions u
      where u.kind not in ('federation', 'town', 'trade', 'regional') and u.path = any (array(
        select distinct left(p.path, n * 4) from places p, generate_series(1, length(p.path) / 4 - 1) n))`)
  const sources = rows[0]?.sources ?? []
  const isAsked = ({ reads }: Clock) => sources.includes('unions') || reads.some((table) => sources.includes(table))
  return { ids: [...new Set(rows.map(({ id }) => id))], clocks: installed.filter(isAsked) }
}

/** What was touched, and everything about those for which an end that was recorded ahead has come. */
async function workOf(db: Db, today: Day): Promise<Work[]> {
  const touched = await takeTouched(db)
  const { rows } = await db.execute<{ id: string }>(sql`select distinct union_id as id from duties where look_on <= ${today}`)
  const looked = { ids: rows.map(({ id }) => id), clocks: installed }
  return [touched, looked].filter(({ ids, clocks }) => ids.length && clocks.length)
}

/** The clock's own work in the background. */
export const dutyJobs: Job[] = [
  {
    name: 'duties.touched',
    title: '核对刚有变动的工会应办事项',
    schedule: { seconds: 10 },
    run: (context) => everywhereOf(context, runDuties),
  },
  {
    name: 'duties.nightly',
    title: '每日推进应办事项（提醒、逾期、上报）',
    schedule: { daily: '00:05' },
    run: (context) => everywhereOf(context, runDuties),
  },
]

async function everywhereOf({ pool, regions, today, signal }: JobContext, run: typeof runDuties) {
  const total = { ...NOTHING }
  for (const region of regions) {
    if (signal.aborted) break
    const outcome = await run({ pool, region, today })
    add(total, outcome)
  }
  return total
}
