import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import { applied, type Clock, type Fact, inReach, type Law, type Reach, type Times, warned, within } from '#platform/duties'

const bound = ['joint', 'basic', 'newEmployment']

/** Each meeting sets the year to the next going: an assembly on record, or one that elected the head. Without any, the union's beginning. */
async function meetings(db: Db, reach: Reach): Promise<Fact[]> {
  const { rows } = await db.execute<{ unionId: string; day: Day }>(sql`
    select union_id as "unionId", day::text from (
      select union_id, held_on as day from assemblies where withdrawn_on is null ${inReach(reach, 'union_path')}
      union select union_id, from_on from appointments where kind = 'chair' and came = 'elected' and substitute_for is null
        and not waits_for_confirmation and ended_why is distinct from 'mistake' ${inReach(reach, 'union_path')}) m
    order by day`)
  const held = Map.groupBy(rows, ({ unionId }) => unionId)
  return [...reach.unions.values()].flatMap((union) => {
    if (!bound.includes(union.kind)) return []
    const days = (held.get(union.id) ?? []).map(({ day }) => day)
    // A meeting on record from before needs no other beginning.
    const all = days[0] && days[0] <= union.knownSince ? days : [union.knownSince, ...days]
    return all.map((since, at) => ({ unionId: union.id, subject: union.id, since, endedOn: all[at + 1] ?? null }))
  })
}

function yearly(fact: Fact, law: Law): Times {
  const reading = law.on('ELEC-34.byYear', fact.since, fact)
  const times = within(fact, law, 'ELEC-34.yearly', { reading: reading.says })
  const both = [...times.law, applied(law, reading)]
  if (!reading.value) return { ...times, law: both }
  const dueOn = `${Number(fact.since.slice(0, 4)) + 1}-12-31`
  return { ...times, law: both, dueOn, lastDay: dueOn, warnOn: warned(fact, dueOn, law, 'long') }
}

export const clocks: Clock[] = [
  {
    id: 'D16',
    title: '召开年度会员（代表）大会',
    reads: ['assemblies', 'appointments'],
    owedBy: ['chair', 'organiser', 'organisationOfficer'],
    statutes: ['ELEC-34.yearly', 'ELEC-34.byYear'],
    way: { title: '登记会议', to: '/supervision/assemblies' },
    facts: meetings,
    when: yearly,
  },
]
