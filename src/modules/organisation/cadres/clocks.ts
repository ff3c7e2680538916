import { sql } from 'drizzle-orm'
import { addDays, addMonths, type Day } from '#kit/dates'
import type { Db } from '#platform/db'
import { type Clock, type Fact, given, inReach, type Law, type Reach } from '#platform/duties'
import { outside, type Task } from './rules/tasks.ts'

const MINUTES_A_DAY = 480
/** Nothing below is over any limit: it keeps the reading small. */
const LEAST = MINUTES_A_DAY

type Row = { unionId: string; memberId: string; onDay: Day; minutes: number; task: Task }
type Agreed = { memberId: string; hours: number; fromOn: Day; recordedOn: Day }

/** Working time that part-timers gave to union work, day by day, in months that may be over the limit; and what was agreed with the employer. */
async function read(db: Db, reach: Reach) {
  const { rows } = await db.execute<Row>(sql`
    select union_id as "unionId", member_id as "memberId", on_day::text as "onDay", minutes, task from (
      select h.union_id, h.member_id, h.on_day, h.task, h.minutes,
        sum(h.minutes) over (partition by h.member_id, date_trunc('month', h.on_day)) as all_minutes
      from cadre_hours h where h.in_work_time and not exists (select from appointments a
        where a.member_id = h.member_id and a.full_time and a.in_office @> h.on_day) ${inReach(reach, 'h.union_id')}) m
    where all_minutes > ${LEAST} order by on_day`)
  const { rows: agreed } = await db.execute<Agreed>(sql`
    select member_id as "memberId", hours_per_month as hours, from_on::text as "fromOn", (recorded_at at time zone 'Asia/Shanghai')::date::text as "recordedOn"
    from cadre_time_agreements g where true ${inReach(reach, 'g.union_id')} order by recorded_at`)
  return { months: Map.groupBy(rows, ({ memberId, onDay }) => `${memberId} ${onDay.slice(0, 7)}`), agreed }
}

/** Months in which a part-timer gave more working time than the paid days; over from the day on which it was, until more is agreed. */
async function over(db: Db, reach: Reach, law: Law): Promise<Fact[]> {
  const { months, agreed } = await read(db, reach)
  return [...months.values()].flatMap((rows): Fact[] => {
    const { unionId, memberId, onDay } = rows[0]!
    const where = { path: reach.unions.get(unionId)?.path ?? '' }
    if (law.on('ORG-32.cumulate', onDay, where).value) return []
    const apart = law.on('ORG-32.outside', onDay, where).value ? outside : []
    const counted = rows.filter(({ task }) => !apart.includes(task))
    const own = agreed.filter((one) => one.memberId === memberId)
    const lastDay = addDays(addMonths(`${onDay.slice(0, 7)}-01`, 1), -1)
    const paid = law.on('ORG-32.paidDays', onDay, where).value * MINUTES_A_DAY
    const since = passedOn(counted, (day) =>
      Math.max(paid, 60 * (own.findLast(({ fromOn, recordedOn }) => fromOn <= day && recordedOn <= day)?.hours ?? 0)),
    )
    if (!since) return []
    const all = counted.reduce((sum, { minutes }) => sum + minutes, 0)
    const later = own.find(({ hours, recordedOn }) => recordedOn >= since && hours * 60 >= all)
    return [
      {
        unionId,
        subject: memberId,
        page: memberId,
        about: `${onDay.slice(0, 7)} 月`,
        since,
        dueOn: lastDay,
        endedOn: later?.recordedOn ?? null,
      },
    ]
  })
}

/** The day on which the running sum went over the limit of that day. */
function passedOn(rows: readonly Row[], limit: (day: Day) => number): Day | null {
  let sum = 0
  for (const { onDay, minutes } of rows) {
    sum += minutes
    if (sum > limit(onDay)) return onDay
  }
  return null
}

export const clocks: Clock[] = [
  {
    id: 'D88',
    title: '超出带薪时间的工会工作，与行政方商定',
    reads: ['cadre_hours', 'cadre_time_agreements', 'appointments'],
    owedBy: ['chair', 'organiser', 'fullTimeViceChair', 'organisationOfficer'],
    statutes: ['ORG-32.paidDays', 'ORG-32.cumulate', 'ORG-32.outside'],
    way: { title: '登记约定', to: '/cadres/:page' },
    facts: over,
    when: (fact, law) => given(fact, law, 'ORG-32.paidDays', { reading: '当月末前商定；已商定更多工时的，按约定计算' }),
  },
]
