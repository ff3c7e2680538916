import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aMember } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'
import { deputiesOn, seatsOf } from './usecases/sitting.ts'

const world = testWorld('2026-03-02')
const powers = ['democracy.view', 'democracy.manage', 'members.exchange', 'members.view', 'members.manage'] as const
const refusal = (code: string) => ({ data: { code } })
const vote = { staff: 40, present: 30, inFavour: 25 }
const seat = { job: null, isManager: false, isFrontLine: true, electedOn: '2026-03-02', vote, evidence: '一车间选举会议记录' }

async function aPlace() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const factory = await aUnion(session, { name: '恒达机械有限公司工会委员会', parentId: district.id })
    const shop = await aUnion(session, { name: '一车间分会', parentId: factory.id, kind: 'branch' })
    const next = await aUnion(session, { name: '明辉电器工会委员会', parentId: district.id })
    const people = []
    for (const name of ['王秀英', '李建国', '张伟', '赵敏']) people.push(await aMember(session, shop.id, { name }))
    const api = (union: typeof factory) => world.as({ post: postAt(union), powers }).api
    return {
      factory,
      shop,
      next,
      people: people.map(({ id }) => id),
      us: api(factory),
      stranger: api(next),
      superior: api(district),
    }
  })
}

async function aTermOf({ us, factory }: Awaited<ReturnType<typeof aPlace>>, seats = 2) {
  const { findings, ...draft } = await us.deputies.draft({ unionId: factory.id })
  const units = [{ ...draft.units[0]!, seats }]
  return { id: (await us.deputies.open({ ...draft, units, reason: '小厂协商确定名额' })).id, findings, draft }
}
const unitOf = async ({ us, factory }: Awaited<ReturnType<typeof aPlace>>) =>
  (await us.deputies.overview({ unionId: factory.id })).units[0]!.id

test('a term is drafted from the workforce, seats filled by recorded votes, a vacancy by a replacement', async () => {
  const place = await aPlace()
  const { us, factory, shop, people } = place
  const { draft } = await aTermOf(place)
  await expect(us.deputies.open({ ...draft, reason: '重复登记' })).rejects.toMatchObject(refusal('deputies.number'))
  expect(draft).toMatchObject({ staff: 4, women: 4, number: 1, units: [{ coversUnionId: shop.id, staff: 4, seats: 30 }] })
  const unitId = await unitOf(place)
  const weak = { ...vote, inFavour: 20 }
  await expect(us.deputies.record({ ...seat, unitId, memberId: people[0]!, vote: weak })).rejects.toMatchObject(
    refusal('deputies.majority'),
  )
  const { id } = await us.deputies.record({ ...seat, unitId, memberId: people[0]! })
  await expect(us.deputies.record({ ...seat, unitId, memberId: people[0]! })).rejects.toMatchObject(refusal('deputies.twice'))
  await us.deputies.record({ ...seat, unitId, memberId: people[1]!, isManager: true, isFrontLine: false })
  await expect(us.deputies.record({ ...seat, unitId, memberId: people[2]! })).rejects.toMatchObject(refusal('deputies.full'))
  const recall = { id, on: '2026-03-02', why: '长期不履行代表职责' }
  await expect(us.deputies.recall({ ...recall, vote: { ...vote, inFavour: 20 } })).rejects.toMatchObject(
    refusal('deputies.majority'),
  )
  await us.deputies.recall({ ...recall, vote })
  await expect(us.deputies.end({ id, on: '2026-03-02', by: 'left', why: '离职离开' })).rejects.toMatchObject(
    refusal('deputies.ended'),
  )
  await us.deputies.record({ ...seat, unitId, memberId: people[2]! })
  expect(await us.deputies.list({ unionId: factory.id, state: 'sitting' })).toMatchObject({ total: 2 })
  expect(await us.deputies.list({ unionId: factory.id, state: 'ended' })).toMatchObject({
    total: 1,
    rows: [{ endedBy: 'recalled' }],
  })
  const { filled, vacant, findings, units } = await us.deputies.overview({ unionId: factory.id })
  expect(units[0]!.filled).toBe(filled)
  expect({ filled, vacant }).toEqual({ filled: 2, vacant: 0 })
  expect(findings.find(({ label }) => label === '管理人员')).toMatchObject({ ok: false, figures: '1 / 2，至多 0 名' })
})

test('the door: deputies on a day, for a post in scope and for a worker of the unit, and nobody else', async () => {
  const place = await aPlace()
  const { us, factory, next, people } = place
  await aTermOf(place)
  const unitId = await unitOf(place)
  await us.deputies.record({ ...seat, unitId, memberId: people[0]! })
  const on = (day: string) => world.session((session) => deputiesOn(session, factory.id, day))
  expect((await on('2026-03-02')).map(({ memberId }) => memberId)).toEqual([people[0]])
  expect(await on('2026-03-01')).toEqual([])
  expect(await on('2030-01-01')).toEqual([])
  expect(await world.session((session) => seatsOf(session, people[0]!, '2026-03-02'))).toHaveLength(1)
  expect(await world.session((session) => seatsOf(session, people[1]!, '2026-03-02'))).toEqual([])
  const [own] = await world.as({ person: people[1]! }).api.deputies.mine()
  expect(own).toMatchObject({ isDeputy: false, units: [{ isMine: true, deputies: ['王秀英'] }] })
  expect((await world.as({ person: people[0]! }).api.deputies.mine())[0]).toMatchObject({ isDeputy: true })
  const other = await world.session((session) => aMember(session, next.id, { name: '外人' }))
  expect(await world.as({ person: other.id }).api.deputies.mine()).toEqual([])
})

test('who leaves the union sits no longer, without any act; the roll shows it', async () => {
  const place = await aPlace()
  const { us, factory, people } = place
  await aTermOf(place)
  await us.deputies.record({ ...seat, unitId: await unitOf(place), memberId: people[0]! })
  await world.session(({ db }) => db.execute(`update members set status = 'left' where id = '${people[0]}'`))
  expect(await world.session((session) => deputiesOn(session, factory.id, '2026-03-02'))).toEqual([])
  expect(await us.deputies.list({ unionId: factory.id })).toMatchObject({ rows: [{ isLapsed: true, until: null }] })
})

test('two clerks fill the last seat at once: one sits', async () => {
  const place = await aPlace()
  await aTermOf(place, 1)
  const unitId = await unitOf(place)
  const both = await Promise.allSettled(
    [0, 1].map((n) => place.us.deputies.record({ ...seat, unitId, memberId: place.people[n]! })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a special committee is led by a deputy', async () => {
  const place = await aPlace()
  const { us, people } = place
  const { id: termId } = await aTermOf(place)
  await us.deputies.record({ ...seat, unitId: await unitOf(place), memberId: people[0]! })
  const draft = { termId, title: '提案审查委员会', adoptedOn: null, adoptedAt: null }
  const led = (by: number) => [0, 1].map((n) => ({ memberId: people[n]!, isHead: n === by }))
  await expect(us.deputies.form({ ...draft, members: led(1) })).rejects.toMatchObject(refusal('deputies.headDeputy'))
  const { id } = await us.deputies.form({ ...draft, members: led(0) })
  expect((await us.deputies.overview({ unionId: place.factory.id })).committees).toMatchObject([
    { id, members: [{ isHead: true }, {}] },
  ])
})

test('a stranger finds nothing and writes nothing', async () => {
  const place = await aPlace()
  const { us, stranger, superior, factory, people } = place
  const { id: termId, draft } = await aTermOf(place)
  const unitId = await unitOf(place)
  const { id } = await us.deputies.record({ ...seat, unitId, memberId: people[0]! })
  const { findings: _, ...again } = { ...draft, findings: [] }
  for (const refused of [
    () => stranger.deputies.overview({ unionId: factory.id }),
    () => stranger.deputies.list({ unionId: factory.id }),
    () => stranger.deputies.draft({ unionId: factory.id }),
    () => stranger.deputies.quota({ unionId: factory.id, staff: 10, women: 1, scope: 'unit' }),
    () => stranger.deputies.open({ ...again, number: 2 }),
    () => stranger.deputies.delay({ id: termId, until: '2030-01-01', why: '越界办理' }),
    () => stranger.deputies.record({ ...seat, unitId, memberId: people[1]! }),
    () => stranger.deputies.takeElected({ termId }),
    () => stranger.deputies.recall({ id, on: '2026-03-02', vote, why: '越界办理' }),
    () => stranger.deputies.end({ id, on: '2026-03-02', by: 'left', why: '越界办理' }),
    () =>
      stranger.deputies.form({
        termId,
        title: '越界委员会',
        members: [{ memberId: people[0]!, isHead: true }],
        adoptedOn: null,
        adoptedAt: null,
      }),
    () => stranger.deputies.dissolve({ id, on: '2026-03-02' }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await superior.deputies.list({ unionId: factory.id })).toMatchObject({ total: 1 })
})
