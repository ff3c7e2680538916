import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import { aContact } from './testing.ts'

const world = testWorld('2026-03-02')

const told = async (unionId: string, clock: string, day: string) => {
  await runDuties({ pool: world.pool, region: world.region, today: day })
  const { rows } = await world.session(({ db }) =>
    db.execute<{
      line: string
    }>(sql`select concat_ws(' ', about, since, due_on, coalesce(closed_as || ' ' || closed_on, 'owed')) as line
      from duties where union_id = ${unionId} and clock = ${clock} order by since`),
  )
  return rows.map(({ line }) => line)
}

test('a planned visit is owed by whoever planned it, on its day; dropped with a reason it is owed no longer', async () => {
  world.now = new Date('2026-03-02T09:00:00+08:00')
  const { district, factory, liu, office } = await aContact(world)
  const asked = { from: '2026-03-01', until: '2026-03-31', title: '一季度走访', visitsEach: 1, themes: [] }
  await office.api.visits.plan(asked)
  const [visit] = (await liu.api.visits.mine()).visits
  await liu.api.visits.arrange({ id: visit!.id, plannedOn: '2026-03-09' })
  expect(await told(district.id, 'P41', '2026-03-12')).toEqual(['恒达机械工会委员会 2026-03-02 2026-03-09 owed'])
  expect(await told(factory.id, 'P41', '2026-03-12')).toEqual([])
  world.now = new Date('2026-03-12T09:00:00+08:00')
  await liu.api.visits.drop({ id: visit!.id, reason: '工厂放假，改到下月' })
  expect(await told(district.id, 'P41', '2026-03-12')).toEqual(['恒达机械工会委员会 2026-03-02 2026-03-09 void 2026-03-12'])
})

test('a problem taken home is owed until its day, and done by its result, as soon as that is said', async () => {
  world.now = new Date('2026-03-02T09:00:00+08:00')
  const { district, liu } = await aContact(world)
  const [point] = (await liu.api.visits.mine()).points
  const visitId = crypto.randomUUID()
  await liu.api.visits.save({ id: visitId, base: {}, mine: {}, begins: { pointId: point!.id, plannedOn: '2026-03-02' } })
  const id = crypto.randomUUID()
  const about = { visitId, matter: '夜班没有热饭', raisedBy: '夜班职工', raisedOn: '2026-03-02', dueOn: '2026-03-12' }
  await liu.api.visits.raise({ id, ...about })
  expect(await told(district.id, 'P42', '2026-03-13')).toEqual(['恒达机械工会委员会 2026-03-02 2026-03-12 owed'])
  world.now = new Date('2026-03-14T09:00:00+08:00')
  await liu.api.visits.settle({ id, on: '2026-03-14', result: '行政同意夜班供热饭' })
  expect(await told(district.id, 'P42', '2026-03-14')).toEqual(['恒达机械工会委员会 2026-03-02 2026-03-12 fulfilled 2026-03-14'])
})
