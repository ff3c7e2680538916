import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import { aTown } from '#testing/organisation/competences'

const world = testWorld('2026-04-20')

const told = async (unionId: string, day: string) => {
  await runDuties({ pool: world.pool, region: world.region, today: day })
  const { rows } = await world.session(({ db }) =>
    db.execute<{
      line: string
    }>(sql`select concat_ws(' ', about, since, due_on, coalesce(closed_as || ' ' || closed_on, 'owed')) as line
      from duties where union_id = ${unionId} and clock = 'D88' and coalesce(closed_as, '') <> 'void' order by since`),
  )
  return rows.map(({ line }) => line)
}

test('three working days a month are paid; what is over is agreed with the employer, from the day it was over', async () => {
  const { factory, officer, member, phone } = await aTown(world)
  const li = await phone(member.memberId)
  const work = (onDay: string, minutes: number, inWorkTime = true) =>
    li.cadres.recordHours({ onDay, minutes, task: 'visit', inWorkTime })
  for (const day of ['2026-04-01', '2026-04-02', '2026-04-03']) await work(day, 480)
  await work('2026-04-06', 240, false)
  expect(await told(factory.id, '2026-04-20')).toEqual([])
  await work('2026-04-07', 30)
  expect(await told(factory.id, '2026-04-20')).toEqual(['2026-04 月 2026-04-07 2026-04-30 owed'])
  world.now = new Date('2026-05-06T09:00:00+08:00')
  await officer.cadres.agree({ memberId: member.memberId, hoursPerMonth: 32, basis: '与行政方的补充协议', fromOn: '2026-04-01' })
  expect(await told(factory.id, '2026-05-06')).toEqual(['2026-04 月 2026-04-07 2026-04-30 fulfilled 2026-05-06'])
  world.now = new Date('2026-05-20T09:00:00+08:00')
  for (const day of ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14']) await work(day, 480)
  expect(await told(factory.id, '2026-05-20')).toHaveLength(1)
})
