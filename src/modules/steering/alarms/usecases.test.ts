import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { appendLine } from '#platform/journal'
import { foldTallies } from '#platform/tallies'
import { testWorld } from '#platform/testing'
import { aMember, anIdNumber, someFacts } from '#testing/organisation/members'
import { anAccount, anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { jobs } from './jobs.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file', 'unions.approve', 'statistics.view', 'members.exchange'] as const
const today = () => world.now.toISOString().slice(0, 10)
beforeEach(() => {
  world.now = new Date('2026-03-02T09:00:00+08:00')
})

async function run(name: 'alarms.nightly' | 'alarms.touched') {
  const { pool, region, now } = world
  const context = { pool, regions: [region], now, today: today(), signal: new AbortController().signal }
  return jobs.find((job) => job.name === name)!.run(context)
}

let towns = 0
async function aTown() {
  const unions = await world.session(async (session) => {
    const old = { effectiveOn: '2020-01-01', foundedOn: '2020-01-01' }
    const { rows } = await session.db.execute<{ id: string; path: string; name: string }>(
      sql`select id, path, name from unions where length(path) = 4`,
    )
    const district = rows[0] ?? (await aUnion(session, { ...old, name: '永安区总工会' }))
    const town = await aUnion(session, { ...old, name: `${++towns}号街道总工会`, kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { ...old, name: '恒达机械工会委员会', parentId: town.id })
    const other = await aUnion(session, { ...old, name: '云裳针织工会委员会', parentId: town.id })
    return { district, town, factory, other }
  })
  const at = (union: { id: string; path: string; name: string }) => world.as({ post: postAt(union), powers }).api
  return { ...unions, at }
}

type Place = { id: string; path: string }
const seat = (union: Place, kind: 'chair' | 'member' | 'groupLeader', facts: object = {}) =>
  world.session((session) => anAppointment(session, union, { kind, ...facts }))
const open = async (api: ReturnType<Awaited<ReturnType<typeof aTown>>['at']>, unionId: string) =>
  (await api.alarms.list({ unionId })).rows.map(({ kind, subject, since }) => [kind, subject, since].filter(Boolean).join(' '))
/** A line of the journal, as an act leaves it. */
const act = (unionId: string, at: Date) =>
  world.session(({ db }) => appendLine(db, { act: 'unions.correct', unionId, at, content: '' } as never))

test('a vacancy is noticed, gone when somebody is in office, and stays in the history', async () => {
  const { town, factory, at } = await aTown()
  await act(factory.id, world.now)
  await seat(factory, 'member')
  await seat(factory, 'chair', { fromOn: '2021-01-01', untilOn: '2025-12-31' })
  await run('alarms.nightly')
  expect(await open(at(town), factory.id)).toEqual(['vacant 2026-01-01'])
  const [vacant] = (await at(town).alarms.list({ unionId: factory.id })).rows
  expect(vacant).toMatchObject({ cause: '没有在任的主席', state: 'open', isLaw: true })
  expect(vacant!.cite).toContain('第十八条')
  await seat(factory, 'chair', { fromOn: '2026-03-01' })
  await run('alarms.touched')
  expect(await open(at(town), factory.id)).toEqual([])
  expect((await at(town).alarms.list({ unionId: factory.id, states: ['ended'] })).rows).toMatchObject([
    { id: vacant!.id, endedOn: '2026-03-02', state: 'ended' },
  ])
  // The same records again change nothing.
  expect(await run('alarms.nightly')).toEqual({ raised: 0, ended: 0 })
})

test('no committee, a branch without a head, a superior that is no more: the structure is broken', async () => {
  const { town, factory, other, at } = await aTown()
  const branch = await world.session((session) =>
    aUnion(session, { name: '一车间分会', kind: 'branch', parentId: other.id, effectiveOn: '2024-05-06' }),
  )
  await seat(other, 'chair')
  await seat(other, 'member')
  await act(factory.id, world.now)
  await world.session(({ db }) =>
    db.execute(sql`update unions set state = 'dissolved', dissolved_on = '2026-02-01' where id = ${town.id}`),
  )
  await run('alarms.nightly')
  expect(await open(at(town), factory.id)).toEqual(['broken committee 2020-01-01', 'broken parent 2026-02-01'])
  expect(await open(at(town), branch.id)).toEqual(['broken head 2024-05-06'])
})

test('nothing done for 90 days is an alarm; an act of the union or of a branch ends it, being urged does not', async () => {
  const { town, factory, other, at } = await aTown()
  for (const union of [factory, other]) {
    await seat(union, 'chair')
    await seat(union, 'member')
  }
  await act(town.id, new Date('2025-06-01T00:00:00Z'))
  await act(factory.id, new Date('2025-12-02T00:00:00Z'))
  await act(other.id, new Date('2025-12-03T00:00:00Z'))
  await run('alarms.nightly')
  expect(await open(at(town), factory.id)).toEqual(['inactive 2025-12-02'])
  expect(await open(at(town), other.id)).toEqual([])
  const { id } = (await at(town).alarms.list({ unionId: factory.id })).rows[0]!
  await at(town).alarms.urge({ ids: [id], body: '请尽快开展活动', replyBy: '2026-03-10' })
  await run('alarms.touched')
  expect(await open(at(town), factory.id)).toEqual(['inactive 2025-12-02'])
  await act(factory.id, world.now)
  await run('alarms.touched')
  expect(await open(at(town), factory.id)).toEqual([])
})

test('members lost on balance over three months, since the day the loss reached the measure', async () => {
  const { town, factory, at } = await aTown()
  await seat(factory, 'chair')
  await seat(factory, 'member')
  const left = ['2025-12-01', '2025-12-03', '2025-12-10', '2026-01-05', '2026-01-20', '2026-02-03', '2026-02-10']
  await world.session(async (session) => {
    for (let n = 0; n < 40; n++) {
      const { id } = await aMember(session, factory.id, someFacts())
      await session.db.execute(sql`update memberships set from_on = '2022-01-01' where member_id = ${id}`)
      if (!left[n]) continue
      await session.db.execute(sql`update memberships set until_on = ${left[n]}, went = 'leave' where member_id = ${id}`)
      await session.db.execute(sql`update members set status = 'left' where id = ${id}`)
    }
  })
  await act(factory.id, world.now)
  await run('alarms.nightly')
  // The one of 1 December is before the period (2 December on); the fifth within it came on 3 February, and 5 are more than a tenth of 41.
  const { rows } = await at(town).alarms.list({ unionId: factory.id, kinds: ['lost'] })
  expect(rows).toMatchObject([{ since: '2026-02-03', cause: '3 个月里会员净减少 6 人，期初 41 人' }])
  expect((await at(town).alarms.figures({ unionId: factory.id })).counts).toContainEqual({ kind: 'lost', alarms: 1, late: 0 })
})

test('a committee of men for a workforce of women is told by shares, not by persons', async () => {
  const { town, factory, at } = await aTown()
  const men = await world.session(async (session) => {
    const made: string[] = []
    for (let n = 0; n < 36; n++) {
      const facts = someFacts()
      const { id } = await aMember(session, factory.id, {
        ...facts,
        idNumber: anIdNumber({ birthOn: '1980-01-01', sex: n < 30 ? 'female' : 'male' }),
      })
      if (n >= 30) made.push(id)
    }
    return made
  })
  for (const [n, memberId] of men.entries()) if (n < 4) await seat(factory, n === 0 ? 'chair' : 'member', { memberId })
  await act(factory.id, world.now)
  await foldTallies({ pool: world.pool, region: world.region, today: today() })
  await run('alarms.nightly')
  const { rows } = await at(town).alarms.list({ unionId: factory.id, kinds: ['unlike'] })
  expect(rows).toMatchObject([{ subject: 'women', cause: '女职工约占会员 85%，委员会 4 人中有 0 人', isLaw: false }])
  expect((await at(factory).alarms.makeUp({})).rows[0]).toEqual({
    ...{ group: 'women', workforce: 85, committee: 0, committees: 0, chairs: 0, activists: null },
  })
})

test('urged, answered, noted: each on record; a note hides it until its day and no longer', async () => {
  const { town, factory, other, at } = await aTown()
  await seat(factory, 'member')
  await act(factory.id, world.now)
  await run('alarms.nightly')
  const { id } = (await at(town).alarms.list({ unionId: factory.id, kinds: ['vacant'] })).rows[0]!
  await expect(at(factory).alarms.note({ ids: [id], reason: '正在筹备', untilOn: '2026-04-01' })).rejects.toMatchObject({
    data: { code: 'alarms.own' },
  })
  await expect(at(factory).alarms.reply({ id, body: '正在筹备补选' })).rejects.toMatchObject({ data: { code: 'alarms.quiet' } })
  await at(town).alarms.urge({ ids: [id], body: '请尽快补选主席', replyBy: '2026-03-10' })
  expect(await at(factory).alarms.get({ id })).toMatchObject({ replyBy: '2026-03-10', mayReply: true, mayUrge: false })
  world.now = new Date('2026-03-11T09:00:00+08:00')
  expect((await at(town).alarms.figures({ unionId: factory.id })).counts).toContainEqual({ kind: 'vacant', alarms: 1, late: 1 })
  await at(factory).alarms.reply({ id, body: '四月一日召开会员大会补选' })
  await at(town).alarms.note({ ids: [id], reason: '已排定四月一日补选', untilOn: '2026-04-05' })
  expect(await open(at(town), factory.id)).toEqual([])
  const noted = await at(town).alarms.get({ id })
  expect(noted).toMatchObject({ state: 'noted', replyBy: null })
  expect(noted.steps.map(({ kind, byPost }) => [kind, byPost])).toEqual([
    ['urged', '主席'],
    ['replied', '主席'],
    ['noted', '主席'],
  ])
  world.now = new Date('2026-04-06T09:00:00+08:00')
  expect((await open(at(town), factory.id))[0]).toContain('vacant')
  // A stranger sees none of it.
  await expect(at(other).alarms.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(at(other).alarms.urge({ ids: [id], body: '请尽快补选主席', replyBy: '2026-05-10' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await at(other).alarms.list({})).rows.filter((row) => row.id === id)).toEqual([])
})

async function rules(union: Place & { name: string }, statute: string, value: number) {
  const hands = world.as({ post: postAt(union, 'systemAdministrator'), powers: ['unions.view', 'system.manage'] }).api.rulebook
  const wanted = { statute, value, fromOn: '2026-03-02' }
  const { fingerprint } = await hands.impact(wanted)
  await hands.rule({ ...wanted, reason: '镇里商定的数值', fingerprint })
}

test('a group without a leader, a large union without branches, a small one straight under the federation: a level is missing', async () => {
  const { district, town, factory, other, at } = await aTown()
  const old = { effectiveOn: '2024-05-06' }
  const { group, direct } = await world.session(async (session) => ({
    group: await aUnion(session, { ...old, name: '一组', kind: 'group', parentId: other.id }),
    direct: await aUnion(session, { ...old, name: '区直小厂工会委员会', parentId: district.id }),
  }))
  for (const union of [factory, other, direct]) {
    await act(union.id, world.now)
    await seat(union, 'chair')
    await seat(union, 'member')
  }
  await world.session(async (session) => {
    for (let n = 0; n < 6; n++) await aMember(session, factory.id, someFacts())
  })
  await rules(town, 'ALARM-04.inner', 6)
  await run('alarms.nightly')
  expect(await open(at(district), group.id)).toEqual(['broken leader 2024-05-06'])
  expect(await open(at(district), factory.id)).toEqual(['broken inner 2020-01-01'])
  expect(await open(at(district), direct.id)).toEqual(['broken direct 2024-05-06'])
  expect(await open(at(district), other.id)).toEqual(['broken leader 2024-05-06'])
  const [inner] = (await at(town).alarms.list({ unionId: factory.id })).rows
  expect(inner).toMatchObject({
    cause: expect.stringMatching(/^会员 \d 人，没有分会和小组$/),
    isLaw: false,
    way: { to: '/changes/new' },
  })
  await seat(group, 'groupLeader')
  await run('alarms.touched')
  expect(await open(at(district), group.id)).toEqual([])
})

test.for([
  [6, true],
  [7, true],
  [8, false],
] as const)('ALARM-04.inner of %i: a union of seven without branches lacks a level: %s', async ([figure, lacks]) => {
  const { district, town, factory, at } = await aTown()
  await act(factory.id, world.now)
  await world.session(async (session) => {
    for (let n = 0; n < 7; n++) await aMember(session, factory.id, someFacts())
  })
  await rules(town, 'ALARM-04.inner', figure)
  await run('alarms.nightly')
  expect((await open(at(district), factory.id)).some((each) => each.startsWith('broken inner'))).toBe(lacks)
})

test('a town’s own figure judges the unions below it and nobody else', async () => {
  const { town, factory, at } = await aTown()
  const { factory: far, town: next } = await aTown()
  for (const union of [factory, far]) {
    await act(union.id, new Date('2026-01-15T00:00:00Z'))
    await seat(union, 'chair')
    await seat(union, 'member')
  }
  await rules(town, 'ALARM-02.days', 30)
  await run('alarms.nightly')
  const [inactive] = (await at(town).alarms.list({ unionId: factory.id, kinds: ['inactive'] })).rows
  expect(inactive).toMatchObject({ cause: '超过 30 天没有办理记录', cite: expect.stringContaining(town.name) })
  expect((await at(next).alarms.list({ unionId: far.id, kinds: ['inactive'] })).rows).toEqual([])
})

test('the superior is told of new alarms once, all of a day in one notice', async () => {
  const { town, factory, other } = await aTown()
  const chair = await seat(town, 'chair')
  const li = world.as({ account: await anAccount(world, chair.memberId), person: chair.memberId, powers: [] })
  const inbox = async () =>
    (await li.api.notices.list({ state: 'all', kind: ['alarms.raised'] })).rows.map(({ title, text }) => [title, text])
  for (const union of [factory, other]) await act(union.id, world.now)
  await run('alarms.nightly')
  expect(await inbox()).toEqual([['新增 2 条组织预警', '组织断层 2 条']])
  await run('alarms.nightly')
  world.now = new Date('2026-03-03T00:40:00+08:00')
  await run('alarms.nightly')
  expect(await inbox()).toHaveLength(1)
})
