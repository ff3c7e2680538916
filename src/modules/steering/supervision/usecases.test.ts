import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import { anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file', 'unions.approve', 'members.exchange', 'posts.manage'] as const
const on = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
  return runDuties({ pool: world.pool, region: world.region, today: day })
}

async function aTown() {
  world.now = new Date('2026-03-02T09:00:00+08:00')
  return world.session(async (session) => {
    const district = await aUnion(session, { name: `永安区总工会${randomUUID().slice(0, 4)}`, foundedOn: '2020-01-01' })
    const town = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id, foundedOn: '2020-01-01' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id, foundedOn: '2020-01-01' })
    const chair = await anAppointment(session, factory, { fromOn: '2021-04-01', untilOn: '2026-03-31', came: 'elected' })
    return { district, town, factory, chair }
  })
}

test('a term that ends is warned of, overdue on the day after, and goes up one level and then another', async () => {
  const { district, town, factory } = await aTown()
  await on('2026-03-02')
  const cadre = world.as({ post: postAt(factory), powers })
  const mine = () => cadre.api.supervision.list({ clock: 'D07' })
  expect(await mine()).toMatchObject({
    total: 1,
    rows: [{ clock: 'D07', dueOn: '2026-03-31', state: 'warned', isMine: true, isLaw: true }],
  })
  await on('2026-03-31')
  expect((await mine()).rows[0]).toMatchObject({ state: 'warned', level: 0 })
  await on('2026-04-01')
  expect((await mine()).rows[0]).toMatchObject({ state: 'overdue', level: 0 })
  await on('2026-04-07')
  const above = world.as({ post: postAt(town), powers })
  expect(await above.api.supervision.figures({ clock: 'D07' })).toMatchObject({
    rows: [{ name: '东城街道总工会' }, { name: '恒达机械工会委员会', worstDue: '2026-03-31' }],
  })
  await on('2026-05-01')
  const [duty] = (await mine()).rows
  expect(duty).toMatchObject({ state: 'escalated', level: 2 })
  const whole = await world.as({ post: postAt(district), powers }).api.supervision.get({ id: duty!.id })
  expect(whole.events.map(({ kind, onDay }) => `${kind} ${onDay}`)).toEqual([
    'opened 2021-04-01',
    'warned 2025-09-30',
    'warned 2025-12-31',
    'overdue 2026-04-01',
    'escalated 2026-04-07',
    'escalated 2026-04-30',
  ])
  expect(whole.events.filter(({ kind }) => kind === 'escalated').map(({ to }) => to)).toEqual([town.name, district.name])
  expect(whole.steps.at(-1)).toMatchObject({ label: '到期日', value: '2026-03-31' })
})

test('the act that does a duty closes it at once, without any job', async () => {
  const { factory } = await aTown()
  await on('2026-03-02')
  const { api } = world.as({ post: postAt(factory), powers })
  const assembly = {
    unionId: factory.id,
    kind: 'members',
    heldOn: '2026-03-01',
    expected: 30,
    present: 28,
    document: '第三届会员大会决议',
  } as const
  const before = await api.supervision.list({ clock: 'D16' })
  expect(before.rows).toMatchObject([{ since: '2021-04-01', state: 'escalated' }])
  await api.supervision.recordAssembly(assembly)
  const after = await api.supervision.list({ clock: 'D16', states: ['open', 'fulfilled'] })
  expect(after.rows).toMatchObject([
    { since: '2021-04-01', state: 'fulfilled', closedOn: '2026-03-01' },
    { since: '2026-03-01', state: 'open', dueOn: '2027-03-01' },
  ])
})
