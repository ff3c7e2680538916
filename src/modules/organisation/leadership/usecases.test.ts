import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import type { NewParty } from './contract.ts'
import { mayDecideUntil, mayFinish, mayRelease } from './rules.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file'] as const
const day = '2026-03-02'

async function aTown() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const town = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id })
    const next = await aUnion(session, { name: '明辉电器工会委员会', parentId: town.id })
    const api = (union: typeof town) => world.as({ post: postAt(union), powers }).api
    return { factory, next, cadre: api(factory), stranger: api(next), superior: api(town) }
  })
}
const party = (unionId: string, facts: Partial<NewParty> = {}): NewParty => ({
  ...{ unionId, side: 'party', personId: null, personName: '赵刚', title: '党委书记', organisation: null, fromOn: '2026-01-01' },
  ...facts,
})
const decision = (unionId: string, executorId: string) => ({
  ...{ unionId, executorId, decidedOn: '2026-03-01', dueOn: '2026-03-20', meeting: '党委专题会议', decision: '落实女职工休息室' },
})

test('each side names who answers; a decision has an executor, a day and an outcome', async () => {
  const { factory, cadre, superior } = await aTown()
  const { id: executor } = await cadre.leadership.name(party(factory.id))
  for (const side of ['administration', 'union', 'department'] as const)
    await cadre.leadership.name(party(factory.id, { side, personName: '钱明' }))
  const { id } = await cadre.leadership.decide(decision(factory.id, executor))
  await expect(cadre.leadership.release({ id: executor, untilOn: day })).rejects.toMatchObject({
    data: { code: 'leadership.open' },
  })
  expect(await superior.leadership.figures()).toMatchObject({ complete: 1, decisions: 1, done: 0, late: 0 })
  expect((await superior.leadership.incomplete({})).rows).toContainEqual(
    expect.objectContaining({ name: '明辉电器工会委员会', missing: ['party', 'administration', 'union', 'department'] }),
  )
  await cadre.leadership.finish({ id, version: 1, doneOn: day, outcome: '已经启用' })
  expect(await superior.leadership.decisions({ unionId: factory.id })).toMatchObject({
    total: 1,
    rows: [{ outcome: '已经启用', executorName: '赵刚' }],
  })
  expect(await superior.leadership.figures()).toMatchObject({ done: 1, onTime: 1 })
})

test('a successor takes over what is open', async () => {
  const { factory, cadre } = await aTown()
  const { id: before } = await cadre.leadership.name(party(factory.id))
  await cadre.leadership.decide(decision(factory.id, before))
  const { id: after } = await cadre.leadership.name(party(factory.id, { personName: '孙丽', fromOn: day }))
  expect(await cadre.leadership.parties({ unionId: factory.id })).toMatchObject([
    { id: after, open: 1, untilOn: null },
    { id: before, open: 0, untilOn: day },
  ])
  await expect(cadre.leadership.decide(decision(factory.id, before))).rejects.toMatchObject({
    data: { code: 'leadership.released' },
  })
})

test('each of the four sees and finishes what waits for him, and nobody else’s', async () => {
  const { factory, cadre } = await aTown()
  const [zhao, qian] = [crypto.randomUUID(), crypto.randomUUID()]
  const { id: executor } = await cadre.leadership.name(party(factory.id, { personId: zhao }))
  const { id } = await cadre.leadership.decide(decision(factory.id, executor))
  const as = (person: string) => world.as({ person }).api
  expect(await as(zhao).leadership.mine()).toMatchObject([{ id, executorSide: 'party' }])
  expect(await as(qian).leadership.mine()).toEqual([])
  const done = { id, version: 1, doneOn: day, outcome: '已落实' }
  await expect(as(qian).leadership.finishMine(done)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await as(zhao).leadership.finishMine(done)
  expect(await as(zhao).leadership.mine()).toEqual([])
})

test('a stranger from another union reaches nothing', async () => {
  const { factory, cadre, stranger } = await aTown()
  const { id: executor } = await cadre.leadership.name(party(factory.id))
  const { id } = await cadre.leadership.decide(decision(factory.id, executor))
  expect(await stranger.leadership.decisions({})).toMatchObject({ total: 0 })
  for (const refused of [
    () => stranger.leadership.parties({ unionId: factory.id }),
    () => stranger.leadership.name(party(factory.id)),
    () => stranger.leadership.release({ id: executor, untilOn: day }),
    () => stranger.leadership.decide(decision(factory.id, executor)),
    () => stranger.leadership.finish({ id, version: 1, doneOn: day, outcome: '越界' }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('two people finishing the same decision: one is told', async () => {
  const { factory, cadre } = await aTown()
  const { id: executor } = await cadre.leadership.name(party(factory.id))
  const { id } = await cadre.leadership.decide(decision(factory.id, executor))
  const finish = (outcome: string) => cadre.leadership.finish({ id, version: 1, doneOn: day, outcome })
  const both = await Promise.allSettled([finish('甲办'), finish('乙办')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.for([
  ['2026-03-02', '2026-03-02', undefined],
  ['2026-03-03', '2026-03-04', 'leadership.future'],
  ['2026-03-02', '2026-03-01', 'leadership.due'],
] as const)('decided on %s, due on %s: %s', ([decidedOn, dueOn, code]) =>
  expect(mayDecideUntil(decidedOn, dueOn, day)?.code).toBe(code),
)

test.for([
  ['2026-03-01', undefined],
  ['2026-02-28', 'leadership.day'],
  ['2026-03-02', undefined],
  ['2026-03-03', 'leadership.day'],
] as const)('decided on 2026-03-01, done on %s: %s', ([doneOn, code]) =>
  expect(mayFinish({ doneOn: null, decidedOn: '2026-03-01' }, doneOn, day)?.code).toBe(code),
)

test('nobody is released before he began, or twice', () => {
  expect(mayRelease({ untilOn: null, fromOn: day, open: 0 }, '2026-03-01')?.code).toBe('leadership.day')
  expect(mayRelease({ untilOn: day, fromOn: '2026-01-01', open: 0 }, day)?.code).toBe('leadership.released')
})
