import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aMember, anIdNumber } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const powers = ['members.view', 'members.manage', 'members.decide'] as const
const because = { ground: 'newEmployer' as const, note: null }

async function aMove() {
  const idNumber = anIdNumber({ sex: 'female' })
  const made = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id })
    const mill = await aUnion(session, { name: '云裳针织工会委员会', parentId: west.id })
    const shop = await aUnion(session, { name: '东城百货工会委员会', parentId: east.id })
    const { id, number } = await aMember(session, factory.id, { name: '王秀英', idNumber })
    return { district, east, west, factory, mill, shop, id, number }
  })
  const at = (union: { id: string; path: string; name: string }) => world.as({ post: postAt(union), powers }).api
  const posts = { old: at(made.factory), next: at(made.mill), third: at(made.shop), east: at(made.east), west: at(made.west) }
  return { ...made, ...posts, over: at(made.district), me: world.as({ person: made.id }).api, idNumber, second: at(made.mill) }
}

test('the member asks, the old union releases, the new one accepts: the record moves with its number and course', async () => {
  const { me, old, next, id, number, mill, factory } = await aMove()
  const { id: transfer } = await me.transfers.start({ unionId: mill.id, ...because })
  expect((await me.transfers.mine())[0]).toMatchObject({
    state: 'started',
    waitsFor: ['old', 'new'],
    dueOn: '2026-03-09',
    toName: mill.name,
  })
  await old.transfers.release({ id: transfer, version: 1 })
  expect((await next.transfers.list({ waiting: true })).rows).toMatchObject([
    { id: transfer, name: '王秀英', waitsFor: ['new'], mySides: ['new'] },
  ])
  await expect(next.members.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await next.transfers.accept({ id: transfer, version: 2 })
  const record = await next.members.get({ id })
  expect(record).toMatchObject({ number, status: 'member', unionId: mill.id, joinedOn: '2024-03-01' })
  expect(record.stays.map(({ unionId, went }) => [unionId, went])).toEqual([
    [factory.id, 'transfer'],
    [mill.id, null],
  ])
  await expect(old.members.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await old.transfers.get({ id: transfer })).toMatchObject({ state: 'accepted', endedOn: '2026-03-02' })
  expect(await old.transfers.counts()).toMatchObject({ open: 0, accepted: 1, waiting: 0 })
})

test('started by the new union: name and number must fit, the member and the old union say yes, whoever is last', async () => {
  const { next, old, me, mill, idNumber, id } = await aMove()
  const wrong = { unionId: mill.id, name: '王秀兰', idNumber, ...because }
  for (const input of [wrong, { ...wrong, name: '王秀英', idNumber: anIdNumber() }])
    await expect(next.transfers.startNew(input)).rejects.toMatchObject({ data: { code: 'transfers.unknown' } })
  const { id: transfer } = await next.transfers.startNew({ ...wrong, name: '王秀英' })
  await old.transfers.release({ id: transfer, version: 1 })
  expect(await old.transfers.get({ id: transfer })).toMatchObject({ state: 'released', waitsFor: ['member'] })
  await me.transfers.agree({ id: transfer })
  expect(await next.members.get({ id })).toMatchObject({ unionId: mill.id })
})

test('started by the old union: accepted on the member’s paper; or he says no', async () => {
  const { old, next, me, id, mill } = await aMove()
  const first = await old.transfers.startOld({ memberId: id, unionId: mill.id, ...because })
  await me.transfers.stop({ id: first.id })
  expect(await old.transfers.get({ id: first.id })).toMatchObject({ state: 'refused', refusedBy: 'member', reason: '本人不同意' })
  const { id: transfer } = await old.transfers.startOld({ memberId: id, unionId: mill.id, ...because })
  await next.transfers.accept({ id: transfer, version: 1 })
  await old.transfers.agreeOnPaper({ id: transfer, version: 2, paper: '本人签字的接转表' })
  expect((await next.members.get({ id })).unionId).toBe(mill.id)
})

test('each side speaks for itself, and a stranger for nobody', async () => {
  const { me, old, next, third, mill } = await aMove()
  const { id } = await me.transfers.start({ unionId: mill.id, ...because })
  const side = { data: { code: 'transfers.side' } }
  await expect(next.transfers.release({ id, version: 1 })).rejects.toMatchObject(side)
  await expect(old.transfers.accept({ id, version: 1 })).rejects.toMatchObject(side)
  await expect(old.transfers.withdraw({ id, version: 1, reason: '不是我方提出' })).rejects.toMatchObject({
    data: { code: 'transfers.starter' },
  })
  const reason = '越界办理测试'
  for (const attempt of [
    () => third.transfers.get({ id }),
    () => third.transfers.release({ id, version: 1 }),
    () => third.transfers.accept({ id, version: 1 }),
    () => third.transfers.refuse({ id, version: 1, reason }),
    () => third.transfers.withdraw({ id, version: 1, reason }),
    () => third.transfers.agreeOnPaper({ id, version: 1, paper: '假的' }),
    () => world.as({ person: crypto.randomUUID() }).api.transfers.agree({ id }),
    () => world.as({ person: crypto.randomUUID() }).api.transfers.stop({ id }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await third.transfers.list({})).total).toBe(0)
  await next.transfers.refuse({ id, version: 1, reason: '不在本单位工作' })
  expect((await me.transfers.mine())[0]).toMatchObject({ state: 'refused', refusedBy: 'new', reason: '不在本单位工作' })
})

test('what lies past its day stands before the superiors of both unions', async () => {
  const { me, old, over, east, west, third, mill } = await aMove()
  const { id } = await me.transfers.start({ unionId: mill.id, ...because })
  world.now = new Date('2026-03-09T20:00:00+08:00')
  expect((await over.transfers.overdue({})).total).toBe(0)
  world.now = new Date('2026-03-10T08:00:00+08:00')
  for (const who of [old, over, east, west]) expect((await who.transfers.overdue({})).rows).toMatchObject([{ id, isLate: true }])
  expect((await third.transfers.overdue({})).total).toBe(0)
  world.now = new Date('2026-03-02T09:00:00+08:00')
})

test('two unions ask for one person at once: one transfer; two cadres accept at once: one move', async () => {
  const { next, third, old, second, me, mill, shop, idNumber, id } = await aMove()
  const asking = (unionId: string) => ({ unionId, name: '王秀英', idNumber, ...because })
  const asked = await Promise.allSettled([next.transfers.startNew(asking(mill.id)), third.transfers.startNew(asking(shop.id))])
  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [open] = await me.transfers.mine()
  await me.transfers.stop({ id: open!.id })
  const { id: transfer } = await me.transfers.start({ unionId: mill.id, ...because })
  await old.transfers.release({ id: transfer, version: 1 })
  const both = await Promise.allSettled([next, second].map((who) => who.transfers.accept({ id: transfer, version: 2 })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await next.members.get({ id })).stays).toHaveLength(2)
})

test('only a membership is transferred, and not to where it is or to what is closed', async () => {
  const { me, factory, mill, id } = await aMove()
  await expect(me.transfers.start({ unionId: factory.id, ...because })).rejects.toMatchObject({
    data: { code: 'transfers.here' },
  })
  await expect(me.transfers.start({ unionId: crypto.randomUUID(), ...because })).rejects.toMatchObject({
    data: { code: 'transfers.goal' },
  })
  await world.session(({ db }) => db.execute(`update members set status = 'left', left_on = '2026-03-01' where id = '${id}'`))
  await expect(me.transfers.start({ unionId: mill.id, ...because })).rejects.toMatchObject({ data: { code: 'transfers.status' } })
})
