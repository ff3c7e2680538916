import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aMember } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const powers = ['members.view', 'members.decide'] as const
const day = '2026-03-02'
const document = '恒工纪要〔2026〕3 号'

async function aFactory() {
  const { factory, other, id } = await world.session(async (session) => {
    const town = await aUnion(session, { name: '东城街道总工会' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id })
    const other = await aUnion(session, { name: '云裳针织工会委员会', parentId: town.id })
    return { factory, other, ...(await aMember(session, factory.id)) }
  })
  const at = (union: typeof factory) => world.as({ post: postAt(union), powers }).api
  return { factory, id, cadre: at(factory), second: at(factory), stranger: at(other), me: world.as({ person: id }).api }
}
type Api = Awaited<ReturnType<typeof aFactory>>['cadre']
const statusOf = async (cadre: Api, id: string) => (await cadre.members.get({ id })).status

test('leaving is free: told by the member, announced by the committee, the card is no longer valid', async () => {
  const { me, cadre, id } = await aFactory()
  const first = await me.standing.leaveMine({})
  await me.standing.stayMine({ id: first.id })
  expect(await statusOf(cadre, id)).toBe('member')
  const told = await me.standing.leaveMine({ note: '回老家了' })
  expect(await cadre.standing.counts()).toEqual({ open: 1, told: 1, unreported: 0 })
  await cadre.standing.decide({ id: told.id, version: 1, on: day, document: '公告第 2 号', cardReturned: true })
  expect(await cadre.members.get({ id })).toMatchObject({ status: 'left', leftOn: day })
  expect((await me.joining.card()).token).toBeNull()
  await expect(me.standing.stayMine({ id: told.id })).rejects.toMatchObject({ data: { code: 'standing.closed' } })
})

test('retained from a day on, and restored', async () => {
  const { cadre, id } = await aFactory()
  const later = { kind: 'retain' as const, memberId: id, ground: 'retired' as const, effectiveOn: '2026-03-10' }
  const first = await cadre.standing.open(later)
  await expect(cadre.standing.decide({ id: first.id, version: 1, on: day, document })).rejects.toMatchObject({
    data: { code: 'standing.effective' },
  })
  await expect(cadre.standing.open(later)).rejects.toMatchObject({ data: { code: 'standing.open' } })
  await cadre.standing.drop({ id: first.id, version: 1, reason: '退休手续未办完' })
  const second = await cadre.standing.open({ ...later, effectiveOn: '2026-03-01' })
  await cadre.standing.decide({ id: second.id, version: 1, on: day, document })
  expect(await cadre.members.get({ id })).toMatchObject({ status: 'retained', retainedOn: '2026-03-01' })
  await expect(cadre.standing.open({ ...later, effectiveOn: day })).rejects.toMatchObject({ data: { code: 'standing.status' } })
  const back = await cadre.standing.open({ kind: 'restore', memberId: id, effectiveOn: day })
  await cadre.standing.decide({ id: back.id, version: 1, on: day, document })
  expect(await statusOf(cadre, id)).toBe('member')
})

test('a withdrawal is deemed after six months and after education, never before, never by itself', async () => {
  const { cadre, id } = await aFactory()
  const { id: change } = await cadre.standing.open({ kind: 'deemed', memberId: id, idleSince: '2025-09-03' })
  await cadre.standing.educate({ id: change, version: 1, on: '2026-02-20', how: '小组长上门谈话，本人表示不再参加' })
  const early = { data: { code: 'standing.idle', reason: expect.stringContaining('2026-03-03') } }
  await expect(cadre.standing.decide({ id: change, version: 2, on: day, document })).rejects.toMatchObject(early)
  await cadre.standing.drop({ id: change, version: 2, reason: '还不满六个月' })
  const { id: again } = await cadre.standing.open({ kind: 'deemed', memberId: id, idleSince: '2025-09-02' })
  const uneducated = { data: { code: 'standing.education' } }
  await expect(cadre.standing.decide({ id: again, version: 1, on: day, document })).rejects.toMatchObject(uneducated)
  expect((await cadre.standing.get({ id: again })).decidable).toMatchObject({ code: 'standing.education' })
  expect(await statusOf(cadre, id)).toBe('member')
  await cadre.standing.educate({ id: again, version: 1, on: '2026-02-20', how: '小组长上门谈话，本人表示不再参加' })
  await cadre.standing.decide({ id: again, version: 2, on: day, document })
  expect(await statusOf(cadre, id)).toBe('left')
})

test('an expulsion: judgment, discussion, decision, and the filing that the superior sees owed', async () => {
  const { cadre, id } = await aFactory()
  const open = { kind: 'expel' as const, memberId: id, judgment: '（2026）浙 0109 刑初 12 号', judgedOn: '2026-01-15' }
  const { id: change } = await cadre.standing.open(open)
  await expect(cadre.standing.decide({ id: change, version: 1, on: day, document })).rejects.toMatchObject({
    data: { code: 'standing.discussion' },
  })
  await expect(cadre.standing.educate({ id: change, version: 1, on: day, how: '没有这一步' })).rejects.toMatchObject({
    data: { code: 'standing.step' },
  })
  await expect(
    cadre.standing.discuss({ id: change, version: 1, on: '2026-01-10', opinion: '同意开除会籍' }),
  ).rejects.toMatchObject({
    data: { code: 'standing.early' },
  })
  await cadre.standing.discuss({ id: change, version: 1, on: '2026-02-01', opinion: '同意开除会籍' })
  await cadre.standing.decide({ id: change, version: 2, on: day, document })
  expect(await statusOf(cadre, id)).toBe('expelled')
  expect((await cadre.standing.list({ isUnreported: true })).total).toBe(1)
  await cadre.standing.report({ id: change, version: 3, on: day, number: '恒工〔2026〕8 号' })
  expect(await cadre.standing.counts()).toEqual({ open: 0, told: 0, unreported: 0 })
})

test('two cadres at once, and a stranger', async () => {
  const { me, cadre, second, stranger, id } = await aFactory()
  const { id: change } = await me.standing.leaveMine({})
  const both = await Promise.allSettled([
    cadre.standing.decide({ id: change, version: 1, on: day, document }),
    second.standing.drop({ id: change, version: 1, reason: '本人来电收回' }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const reason = '越界办理测试'
  for (const attempt of [
    () => stranger.standing.get({ id: change }),
    () => stranger.standing.open({ kind: 'leave', memberId: id, effectiveOn: day }),
    () => stranger.standing.educate({ id: change, version: 1, on: day, how: reason }),
    () => stranger.standing.discuss({ id: change, version: 1, on: day, opinion: reason }),
    () => stranger.standing.decide({ id: change, version: 1, on: day, document }),
    () => stranger.standing.report({ id: change, version: 1, on: day, number: document }),
    () => stranger.standing.drop({ id: change, version: 1, reason }),
    () => world.as({ person: crypto.randomUUID() }).api.standing.stayMine({ id: change }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await stranger.standing.list({})).total).toBe(0)
})
