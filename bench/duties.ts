import type { Client } from 'pg'
import { addDays } from '#kit/dates'
import { runDuties, runEverything } from '#platform/duties'
import { dayOf } from '#platform/session'
import '../src/clocks.ts'
import { fillHistory } from './duties.fill.ts'
import { atMost, type Line, ms, spreadOf, timed } from './measure.ts'
import { asOwner, type Place, region } from './place.ts'

/** Every table that a clock reads, and the one it keeps. */
const tables =
  `unions union_versions members memberships appointments appointment_extensions union_certificates join_applications transfers
  standing_changes foundings founding_filings founding_steps union_changes union_change_steps employers employer_steps charters
  leadership_decisions member_corrections assemblies duties`.split(/\s+/)
/** Unions, one in a hundred, whose records changed otherwise than by an act: an act looks at its own unions at once. */
const TOUCHED = 33
const ROUNDS = 3

/**
 * The statutory clock over the reference federation with three years of posts, applications, transfers, employers and meetings: everything
 * anew beside one sequential scan of all it reads, and a night's increment beside everything.
 */
export async function duties({ pool, ownerUrl }: Place): Promise<Line[]> {
  const today = dayOf(new Date())
  await asOwner(ownerUrl, (client) => fillHistory(client, region))
  const at = (day: string) => ({ pool, region, today: day })
  const first = await timed(() => runEverything(at(today)))
  const [scans, fulls, nights] = [[], [], []] as [number[], number[], number[]]
  for (let round = 1; round <= ROUNDS; round++) {
    scans.push(await asOwner(ownerUrl, scan))
    fulls.push((await timed(() => runEverything(at(addDays(today, round - 1))))).ms)
    await asOwner(ownerUrl, (client) => aDay(client, round))
    nights.push((await timed(() => runDuties(at(addDays(today, round))))).ms)
  }
  const [scanned, full, night] = [scans, fulls, nights].map((times) => spreadOf(times).p50) as [number, number, number]
  const { facts } = first.result
  return [
    plain(`statutory clock, first run: ${facts.toLocaleString('en')} duties written`, first.ms),
    atMost(
      `statutory clock, everything anew (${facts.toLocaleString('en')} duties), beside one scan of the tables it reads`,
      full,
      scanned,
      30,
    ),
    {
      ...atMost(`statutory clock, the night after ${TOUCHED} unions' acts, beside everything anew`, night, full, 0.05),
      target: '≤ 5 %',
    },
  ]
}

const plain = (what: string, value: number): Line => ({
  what,
  value: ms(value),
  floor: '',
  ratio: '',
  target: '',
  isMet: undefined,
})

async function scan(client: Client) {
  await client.query(`set search_path = ${region}, shared`)
  for (const way of ['indexscan', 'indexonlyscan', 'bitmapscan']) await client.query(`set enable_${way} = off`)
  await client.query('set max_parallel_workers_per_gather = 0')
  const { ms: time } = await timed(async () => {
    for (const table of tables) await client.query(`select count(*) from ${table}`)
  })
  return time
}

/** What a day brings at some unions: an application decided, another filed, a seat vacated. */
async function aDay(client: Client, round: number) {
  await client.query(`set search_path = ${region}, shared`)
  const some = `(select id from unions where kind = 'basic' order by md5(id::text || ${round}) limit ${TOUCHED})`
  await client.query(`update join_applications set state = 'approved', decided_on = current_date, decided_at = now()
    where id in (select distinct on (union_id) id from join_applications where state = 'applied' and union_id in ${some})`)
  await client.query(`update appointments set ended_on = current_date, ended_why = 'resigned' where kind = 'member' and ended_on is null
    and id in (select distinct on (union_id) id from appointments where kind = 'member' and ended_on is null and union_id in ${some})`)
}
