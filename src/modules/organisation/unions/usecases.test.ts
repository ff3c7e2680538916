import { expect, test } from 'vitest'
import { creditCheckCharacter } from '#kit/identifiers'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { Facts } from './contract.ts'
import { templateOf, wordsOf } from './rules.ts'
import { move } from './usecases/planting.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file'] as const

const creditCodeOf = (first17: string) => first17 + creditCheckCharacter(first17)

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
  const { id } = await world.session((session) => aUnion(session, { name: '二车间分会', kind: 'branch', parentId: factory.id }))
  const key = crypto.randomUUID()
  const cadre = { account: crypto.randomUUID(), post: postAt(factory), powers }
  const renaming = { id, name: '第二车间分会', shortName: '二车间', version: 1 }
  const first = await world.as(cadre, key).api.unions.rename(renaming)
  expect(await world.as(cadre, key).api.unions.rename(renaming)).toEqual(first)
  await expect(world.as(cadre, key).api.unions.rename({ ...renaming, name: '别的名字' })).rejects.toMatchObject({
    data: { code: 'request.reused' },
  })
  await expect(world.as(cadre).api.unions.rename({ ...renaming, name: '迟到的改名' })).rejects.toMatchObject({
    data: { code: 'unions.stale' },
  })
  const { rows } = await world.session(({ db }) => db.execute(`select act from journal where subject = '${id}'`))
  expect(rows).toHaveLength(1)
})

test('a basic union arranges its own branches and nothing else: its own name takes an approval', async () => {
  const { east, factory, west } = await aDistrict()
  const { api } = world.as({ post: postAt(factory), powers })
  const { id: branch } = await api.unions.add({ parentId: factory.id, kind: 'branch', name: '三车间分会' })
  const { id: group } = await api.unions.add({ parentId: factory.id, kind: 'group', name: '甲班工会小组' })
  await api.unions.shift({ id: group, parentId: branch, version: 1 })
  expect(await api.unions.children({ id: branch })).toMatchObject([{ id: group, members: 0 }])
  await expect(api.unions.rename({ id: factory.id, name: '恒达集团工会', shortName: null, version: 1 })).rejects.toMatchObject({
    data: { code: 'unions.filing' },
  })
  await expect(api.unions.close({ id: branch, version: 1 })).rejects.toMatchObject({ data: { code: 'unions.children' } })
  await expect(api.unions.add({ parentId: west.id, kind: 'group', name: '外来小组' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const town = world.as({ post: postAt(east), powers }).api
  const other = await world.session((session) => aUnion(session, { name: '另一家工会', parentId: east.id }))
  await expect(town.unions.shift({ id: group, parentId: other.id, version: 2 })).rejects.toMatchObject({
    data: { code: 'unions.filing' },
  })
  await api.unions.close({ id: group, version: 2 })
  await api.unions.close({ id: branch, version: 1 })
  expect(await api.unions.children({ id: factory.id })).toEqual([])
})

test('nobody is left behind on a branch that is closed', async () => {
  const { factory } = await aDistrict()
  const { api } = world.as({ post: postAt(factory), powers })
  const { id } = await api.unions.add({ parentId: factory.id, kind: 'branch', name: '有人的分会' })
  await world.session(({ db }) =>
    db.execute(`insert into members (union_id, union_path, status, name, joined_on)
      select id, path, 'member', '王芳', '2025-01-01' from unions where id = '${id}'`),
  )
  expect(await api.unions.get({ id: factory.id })).toMatchObject({ members: 1, children: 1 })
  await expect(api.unions.close({ id, version: 1 })).rejects.toMatchObject({ data: { code: 'unions.members' } })
})

test('the tree is read as it stood on a day, also by the town that a union has left since', async () => {
  const { district, east, west, factory } = await aDistrict()
  await world.session((session) => aUnion(session, { name: '一车间', kind: 'branch', parentId: factory.id }))
  world.now = new Date('2026-03-05T09:00:00+08:00')
  await world.session((session) => move(session, factory, west.id))
  const town = world.as({ post: postAt(east), powers }).api
  const whole = world.as({ post: postAt(district), powers }).api
  const below = async (id: string, day: string) => (await whole.unions.asOf({ id, day, depth: 3 })).map(({ name }) => name)
  expect(await below(east.id, '2026-03-04')).toEqual(['东城街道总工会', '恒达机械工会委员会', '一车间'])
  expect(await below(east.id, '2026-03-05')).toEqual(['东城街道总工会'])
  expect(await below(west.id, '2026-03-05')).toContain('一车间')
  expect(await below(district.id, '2026-03-01')).toEqual([])
  expect(await town.unions.asOf({ id: east.id, day: '2026-03-02', depth: 1 })).toHaveLength(2)
  expect(await whole.unions.history({ id: factory.id })).toMatchObject([
    { validFrom: '2026-03-05', validTo: null, parent: '西城街道总工会' },
    { validFrom: '2026-03-02', validTo: '2026-03-05', parent: '东城街道总工会' },
  ])
  expect((await whole.unions.outline({ id: district.id })).rows.map(({ depth }) => depth)).toEqual([0, 1, 1, 2, 3])
  world.now = new Date('2026-03-02T09:00:00+08:00')
})

test('facts are corrected with codes checked, and the second of two cadres is told', async () => {
  const { east, factory, west } = await aDistrict()
  const { api } = world.as({ post: postAt(factory), powers })
  const before = await api.unions.get({ id: factory.id })
  const facts = { ...Facts.parse(before), creditCode: creditCodeOf('81110105MC0001234'), hasSeal: true, staffCount: 320 }
  await api.unions.correct({ id: factory.id, version: before.version, facts })
  expect(await api.unions.get({ id: factory.id })).toMatchObject({ creditCode: facts.creditCode, hasSeal: true, version: 2 })
  await expect(api.unions.correct({ id: factory.id, version: 1, facts })).rejects.toMatchObject({
    data: { code: 'unions.stale' },
  })
  const wrong = { ...facts, creditCode: creditCodeOf('91110105MC0001234') }
  await expect(api.unions.correct({ id: factory.id, version: 2, facts: wrong })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const town = world.as({ post: postAt(east), powers }).api
  const another = await world.session((session) => aUnion(session, { name: '同码工会', parentId: east.id }))
  await expect(town.unions.correct({ id: another.id, version: 1, facts })).rejects.toMatchObject({
    data: { code: 'unions.taken' },
  })
  expect(await town.unions.list({ gap: 'seal', below: east.id })).toMatchObject({ total: 1, rows: [{ id: another.id }] })
  const stranger = world.as({ post: postAt(west), powers }).api
  await expect(stranger.unions.correct({ id: factory.id, version: 2, facts })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const read of ['get', 'outline', 'history'] as const)
    await expect(stranger.unions[read]({ id: factory.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await stranger.unions.children({ id: factory.id })).toEqual([])
  expect((await stranger.unions.list({})).rows.map(({ id }) => id)).not.toContain(factory.id)
})

test('two cadres correcting at the same moment: one is told', async () => {
  const { factory } = await aDistrict()
  const { api } = world.as({ post: postAt(factory), powers })
  const facts = Facts.parse(await api.unions.get({ id: factory.id }))
  const both = await Promise.allSettled(
    [1, 2].map((n) => api.unions.correct({ id: factory.id, version: 1, facts: { ...facts, staffCount: n } })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('names of a type of unit are set for the region by its top only, and a screen finds them', async () => {
  const { district, east } = await aDistrict()
  const admin = ['system.manage', 'unions.view'] as const
  const school = { ...templateOf('school'), words: { ...templateOf('school').words, branch: '教研组分会' } }
  await expect(world.as({ post: postAt(east), powers: admin }).api.unions.setTemplate(school)).rejects.toMatchObject({
    data: { code: 'unions.top' },
  })
  const saved = await world.as({ post: postAt(district), powers: admin }).api.unions.setTemplate(school)
  expect(saved.version).toBe(1)
  expect(wordsOf('school', await world.anyone.unions.templates()).branch).toBe('教研组分会')
  expect(wordsOf('school').congressShort).toBe('教代会')
  await expect(world.as({ post: postAt(district), powers: admin }).api.unions.setTemplate(school)).rejects.toMatchObject({
    data: { code: 'unions.stale' },
  })
})

test('without a post there is no power, without sign-in only the public directory', async () => {
  const { district } = await aDistrict()
  await expect(world.as({}).api.unions.children({ id: district.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(world.anyone.unions.children({ id: district.id })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  expect(await world.anyone.unions.directory({ text: '恒达' })).not.toEqual([])
})
