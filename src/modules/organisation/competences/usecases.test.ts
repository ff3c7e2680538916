import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aTown } from './testing.ts'
import { builtIn } from './rules.ts'

const world = testWorld('2026-03-02')
const itemOf = <T extends { key: string }>(items: T[], key: string) => items.find((item) => item.key === key)

test('a cadre says where he stands, the superior confirms, and the gap that is left feeds the courses', async () => {
  const { member, officer, superior, factory, phone } = await aTown(world)
  const li = await phone(member.memberId)
  expect(await li.competences.mine()).toMatchObject({ year: 2026, isCadre: true, confirmedAt: null })
  await li.competences.rateMine({ levels: { law: 2, wages: 0 } })
  expect(itemOf((await li.competences.mine()).items, 'law')).toMatchObject({ wanted: 2, ownLevel: 2, gap: 0 })
  await officer.competences.confirm({ memberId: member.memberId, levels: { law: 1 }, reason: '案例分析还不熟' })
  const sheet = await superior.competences.ofCadre({ memberId: member.memberId })
  expect(itemOf(sheet.items, 'law')).toMatchObject({ ownLevel: 2, level: 1, gap: 1, reason: '案例分析还不熟' })
  const gaps = await superior.competences.gaps({ unionId: factory.id })
  expect(gaps).toMatchObject({ cadres: 2, rated: 1 })
  expect(itemOf(gaps.rows, 'law')).toMatchObject({ asked: 2, rated: 1, below: 1 })
  expect(itemOf(gaps.rows, 'wages')).toMatchObject({ below: 1 })
  expect(await superior.competences.unions({ item: 'law' })).toMatchObject({ total: 1, rows: [{ id: factory.id, gaps: 1 }] })
})

test('a gap of last year that is gone counts as closed', async () => {
  const { member, officer, superior, factory } = await aTown(world)
  world.now = new Date('2025-06-01T09:00:00+08:00')
  await officer.competences.confirm({ memberId: member.memberId, levels: { law: 0 } })
  world.now = new Date('2026-03-02T09:00:00+08:00')
  await officer.competences.confirm({ memberId: member.memberId, levels: { law: 2 } })
  expect(itemOf((await superior.competences.gaps({ unionId: factory.id })).rows, 'law')).toMatchObject({ below: 0, closed: 1 })
})

test('nobody confirms himself, and a chair is confirmed from above', async () => {
  const { chair, officer, superior, factory, at } = await aTown(world)
  const other = at(factory)
  const own = { memberId: chair.memberId, levels: { law: 3 } }
  await expect(officer.competences.confirm(own)).rejects.toMatchObject({ data: { code: 'competences.own' } })
  await expect(other.competences.confirm(own)).rejects.toMatchObject({ data: { code: 'competences.head' } })
  await superior.competences.confirm(own)
  expect(itemOf((await superior.competences.ofCadre({ memberId: chair.memberId })).items, 'law')).toMatchObject({
    level: 3,
    gap: 0,
  })
})

test('who holds no post has nothing to rate; a stranger sees nobody', async () => {
  const { member, stranger, phone } = await aTown(world)
  const nobody = world.as({ person: crypto.randomUUID() }).api
  expect(await nobody.competences.mine()).toMatchObject({ isCadre: false })
  await expect(nobody.competences.rateMine({ levels: { law: 2 } })).rejects.toMatchObject({ data: { code: 'competences.cadre' } })
  await expect(stranger.competences.ofCadre({ memberId: member.memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(stranger.competences.confirm({ memberId: member.memberId, levels: { law: 1 } })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const li = await phone(member.memberId)
  await expect(li.competences.rateMine({ levels: { magic: 2 } })).rejects.toMatchObject({ data: { code: 'competences.unknown' } })
})

test('the federation puts its own standard in force; the former one stays readable', async () => {
  const { top, superior, phone, member } = await aTown(world)
  const items = builtIn.map((item) => (item.key === 'research' ? { ...item, title: '调研与写作' } : item))
  await expect(superior.competences.change({ items, reason: '按本区要求' })).rejects.toMatchObject({
    data: { code: 'competences.root' },
  })
  await top.competences.change({ items, reason: '按本区要求' })
  const li = await phone(member.memberId)
  expect(await li.competences.catalogue()).toMatchObject({ isChanged: true, fromOn: '2026-03-02' })
  expect(await li.competences.history()).toHaveLength(1)
  await expect(top.competences.change({ items, reason: '再按一次' })).rejects.toMatchObject({
    data: { code: 'competences.same' },
  })
})
