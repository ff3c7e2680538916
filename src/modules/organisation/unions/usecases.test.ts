import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { move } from './usecases.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file'] as const

async function aDistrict() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const [east, west] = [
      await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id }),
      await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id }),
    ]
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id })
    return { district, east, west, factory }
  })
}

test('a town sees its own subtree and nothing of the next town', async () => {
  const { east, west, factory } = await aDistrict()
  const { api } = world.as({ post: postAt(east), powers })
  expect(await api.unions.children({ id: east.id })).toMatchObject([{ name: '恒达机械工会委员会', children: 0 }])
  expect(await api.unions.get({ id: factory.id })).toMatchObject({ above: [{ name: '东城街道总工会' }] })
  await expect(api.unions.get({ id: west.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await api.unions.search({ text: 'hdjx' })).toMatchObject([{ id: factory.id }])
})

test('a union that was moved is seen from its new place, with all that carries its path, and its history stays readable', async () => {
  const { east, west, factory } = await aDistrict()
  const workshop = await world.session((session) => aUnion(session, { name: '一车间分会', kind: 'branch', parentId: factory.id }))
  await world
    .as({ post: postAt(factory), powers })
    .api.unions.rename({ id: workshop.id, name: '第一车间分会', shortName: null, version: 1 })
  const path = await world.session((session) => move(session, factory, west.id))
  expect(await world.as({ post: postAt(west), powers }).api.unions.search({ text: '第一车间' })).toMatchObject([
    { id: workshop.id },
  ])
  expect(await world.as({ post: postAt(east), powers }).api.unions.search({ text: '第一车间' })).toEqual([])
  const { rows } = await world.session(({ db }) => db.execute(`select path from unions where id = '${workshop.id}'`))
  expect(String(rows[0]!.path).startsWith(path)).toBe(true)
})

test('a retry with the same key does the act once, another input under the same key is refused', async () => {
  const { factory } = await aDistrict()
  const key = crypto.randomUUID()
  const cadre = { account: crypto.randomUUID(), post: postAt(factory), powers }
  const first = await world
    .as(cadre, key)
    .api.unions.rename({ id: factory.id, name: '恒达机械集团工会', shortName: '恒达', version: 1 })
  expect(
    await world.as(cadre, key).api.unions.rename({ id: factory.id, name: '恒达机械集团工会', shortName: '恒达', version: 1 }),
  ).toEqual(first)
  await expect(
    world.as(cadre, key).api.unions.rename({ id: factory.id, name: '别的名字', shortName: null, version: 2 }),
  ).rejects.toMatchObject({ data: { code: 'request.reused' } })
  await expect(
    world.as(cadre).api.unions.rename({ id: factory.id, name: '迟到的改名', shortName: null, version: 1 }),
  ).rejects.toMatchObject({ data: { code: 'unions.stale' } })
  const { rows } = await world.session(({ db }) => db.execute(`select act from journal where subject = '${factory.id}'`))
  expect(rows).toHaveLength(1)
})

test('without a post there is no power, without sign-in only the public directory', async () => {
  const { district } = await aDistrict()
  await expect(world.as({}).api.unions.children({ id: district.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(world.anyone.unions.children({ id: district.id })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await world.anyone.unions.directory({ text: '恒达' })).not.toEqual([])
})
