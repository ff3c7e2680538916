import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { draftFor, mayAdopt, mayPublish } from './rules.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file'] as const
const day = '2026-03-02'
const body = draftFor('恒达机械工会')

async function aTown() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: district.id })
    const next = await aUnion(session, { name: '明辉电器工会委员会', parentId: district.id })
    const api = (union: typeof factory) => world.as({ post: postAt(union), powers }).api
    return { factory, cadre: api(factory), stranger: api(next), superior: api(district) }
  })
}
const votes = { meeting: 'assembly' as const, adoptedOn: day, expected: 100, present: 80, inFavour: 60 }

test('drafted, adopted, published, in force from its day; the next version takes over on its own', async () => {
  const { factory, cadre, superior } = await aTown()
  const unionId = factory.id
  const { id } = await cadre.charters.save({ unionId, version: 0, title: '工会章程', body })
  await cadre.charters.save({ unionId, version: 1, title: '恒达工会章程', body })
  await expect(cadre.charters.publish({ id, version: 2, inForceOn: day })).rejects.toMatchObject({
    data: { code: 'charters.adopted' },
  })
  await cadre.charters.adopt({ id, version: 2, ...votes })
  await expect(cadre.charters.save({ unionId, version: 3, title: '偷改', body })).rejects.toMatchObject({
    data: { code: 'charters.adopted' },
  })
  await cadre.charters.publish({ id, version: 3, inForceOn: day })
  expect(await world.anyone.charters.inForce({ unionId })).toMatchObject({ id, number: 1, title: '恒达工会章程' })
  expect(await world.anyone.charters.inForce({ unionId, day: '2026-03-01' })).toBeNull()
  const second = await cadre.charters.save({ unionId, version: 0, title: '恒达工会章程（修订）', body })
  await cadre.charters.adopt({ id: second.id, version: 1, ...votes })
  await cadre.charters.publish({ id: second.id, version: 2, inForceOn: '2026-04-01' })
  expect(await world.anyone.charters.inForce({ unionId })).toMatchObject({ number: 1 })
  expect(await world.anyone.charters.inForce({ unionId, day: '2026-04-01' })).toMatchObject({ number: 2 })
  expect(await superior.charters.figures()).toMatchObject({ inForce: 1, unions: 3 })
})

test('a published charter cannot be rewritten, not even past the rules', async () => {
  const { factory, cadre } = await aTown()
  const { id } = await cadre.charters.save({ unionId: factory.id, version: 0, title: '工会章程', body })
  await cadre.charters.adopt({ id, version: 1, ...votes })
  await cadre.charters.publish({ id, version: 2, inForceOn: day })
  await expect(
    world.session(({ db }) => db.execute(`update charters set title = '改写' where id = '${id}'`)),
  ).rejects.toMatchObject({
    cause: { message: expect.stringContaining('not changed') },
  })
})

test('a stranger writes nothing, the public reads no draft', async () => {
  const { factory, cadre, stranger } = await aTown()
  const { id } = await cadre.charters.save({ unionId: factory.id, version: 0, title: '工会章程', body })
  expect(await world.anyone.charters.inForce({ unionId: factory.id })).toBeNull()
  for (const refused of [
    () => stranger.charters.list({ unionId: factory.id }),
    () => stranger.charters.save({ unionId: factory.id, version: 1, title: '越界', body }),
    () => stranger.charters.adopt({ id, version: 1, ...votes }),
    () => stranger.charters.publish({ id, version: 1, inForceOn: day }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('two cadres writing the first draft at once: there is one', async () => {
  const { factory, cadre } = await aTown()
  const save = (title: string) => cadre.charters.save({ unionId: factory.id, version: 0, title, body })
  const { id } = await save('第一稿')
  const both = await Promise.allSettled(
    [1, 2].map((n) => cadre.charters.save({ unionId: factory.id, version: 1, title: `第 ${n} 稿`, body })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await cadre.charters.list({ unionId: factory.id })).map((charter) => charter.id)).toEqual([id])
})

test.for([
  [100, 80, 51, undefined],
  [100, 80, 50, 'charters.majority'],
  [100, 101, 60, 'charters.count'],
  [100, 60, 61, 'charters.count'],
] as const)('expected %i, present %i, in favour %i: %s', ([expected, present, inFavour, code]) =>
  expect(mayAdopt({ expected, present, inFavour, adoptedOn: day }, day)?.code).toBe(code),
)

test('in force on the day of adoption at the earliest', () => {
  expect(mayPublish({ adoptedOn: day }, day)).toBeNull()
  expect(mayPublish({ adoptedOn: day }, '2026-03-01')?.code).toBe('charters.day')
})
