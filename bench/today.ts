import { addDays } from '#kit/dates'
import { openPool } from '#platform/db'
import { runEverything } from '#platform/duties'
import { dayOf } from '#platform/session'
import { refreshAll } from '#modules/steering/alarms'
import { figuresSql } from '../src/modules/steering/alarms/usecases/reading.ts'
import { statements as done } from '../src/modules/steering/today/usecases/done.ts'
import { statements as picture } from '../src/modules/steering/today/usecases/picture.ts'
import '../src/jobs.ts'
import { cadreOf } from './callers.ts'
import { atMost, inTurns, type Line, ms, timed } from './measure.ts'
import { type Place, region, type Union } from './place.ts'

/** The first screens of a basic union, a town and the district, through the router, beside the same questions by plain SQL through pg. */
export async function todays(place: Place): Promise<Line[]> {
  const today = dayOf(new Date())
  const clocks = await timed(() => runEverything({ pool: place.pool, region, today }))
  const alarms = await timed(() => refreshAll({ pool: place.pool, region, now: new Date(), today }))
  const url = new URL(place.ownerUrl)
  url.searchParams.set('options', `-c search_path=${region},shared`)
  const floor = openPool(url.href, 1)
  const client = await floor.connect()
  const plain = async (union: Union) => {
    const [lo, hi] = [union.path, `${union.path}~`]
    await client.query({ name: 'mine', text: mine, values: [union.id, today] })
    await client.query({ name: 'counts', text: counts, values: [union.id, today] })
    await client.query({ name: 'acts', text: done.acts, values: [union.id, `${addDays(today, -30)}T00:00:00+08:00`, []] })
    await client.query({ name: 'fulfilled', text: done.fulfilled, values: [union.id, addDays(today, -30)] })
    await client.query({ name: 'unions', text: picture.unions, values: [lo, hi] })
    await client.query({ name: 'owed', text: picture.owed, values: [lo, hi, today] })
    await client.query({ name: 'alarms', text: picture.alarms, values: [lo, hi, today] })
    await client.query({ name: 'figures', text: figuresSql, values: [lo, hi, today] })
  }
  const page = (union: Union) => {
    const { supervision, today: home, alarms: kinds } = cadreOf(place, union)
    return async () => {
      await supervision.list({ whose: 'mine', size: 100 })
      await home.done({})
      await home.picture({})
      await kinds.figures({})
    }
  }
  const lines: Line[] = []
  for (const [name, union] of Object.entries(place.unions)) {
    const spread = await inTurns({ here: page(union), floor: () => plain(union) }, name === 'district' ? 40 : 200, 10)
    lines.push(
      atMost(
        `first screen of ${name === 'basic' ? 'a basic union' : name === 'town' ? 'a town' : 'the district'}`,
        spread.here.p50,
        spread.floor.p50,
        2,
      ),
    )
  }
  lines.push(await roles(place))
  client.release()
  await floor.end()
  return [...lines, told('clocks over everything', clocks.ms), told('alarms over everything', alarms.ms)]
}

/** The same question, what one union owes, for three posts. */
async function roles(place: Place): Promise<Line> {
  const { district, town, basic } = place.unions
  const input = { whose: 'union', unionId: basic.id } as const
  const ask = (union: Union) => {
    const { supervision } = cadreOf(place, union)
    return () => supervision.list(input)
  }
  const spread = await inTurns({ basic: ask(basic), town: ask(town), district: ask(district) }, 400)
  const times = Object.values(spread).map(({ p95 }) => p95)
  const [least, most] = [Math.min(...times), Math.max(...times)]
  return {
    what: `what one union owes, by post, p95: ${Object.entries(spread)
      .map(([role, { p95 }]) => `${role} ${ms(p95)}`)
      .join(', ')}`,
    value: ms(most),
    floor: ms(least),
    ratio: `${(most / least).toFixed(2)} ×`,
    target: '≤ 1.2 ×',
    isMet: most / least <= 1.2,
  }
}

const told = (what: string, value: number): Line => ({
  what,
  value: ms(value),
  floor: '',
  ratio: '',
  target: '',
  isMet: undefined,
})

const state = `case when d.escalate_on[1] <= $2 then 'escalated' when d.due_on < $2 then 'overdue' when d.warn_on[1] <= $2 then 'warned' else 'open' end`
const mine = `select d.id, d.clock, d.union_id, d.union_path, u.name, d.about, d.owed_by, d.since::text, d.warn_on::text[], d.due_on::text, d.escalate_on::text[],
    d.closed_on::text, d.closed_as, d.is_estimate, d.basis, (select count(*)::int from duty_urges g where g.duty_id = d.id and g.closed_on is null)
  from duties d join unions u on u.id = d.union_id where d.since <= $2 and d.union_id = $1 and d.closed_on is null order by d.due_on, d.id limit 100`
const counts = `select ${state} as state, count(*)::int from duties d where d.since <= $2 and d.union_id = $1 and d.closed_on is null group by 1`
