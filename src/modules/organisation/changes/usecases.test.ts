import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aMember } from '#testing/organisation/members'
import { anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import type { Asked, Paper } from './contract.ts'

const world = testWorld('2026-03-02')
const day = '2026-03-02'
const files = ['unions.view', 'unions.file'] as const
const approves = ['unions.view', 'unions.file', 'unions.approve'] as const
const decision: Paper = { title: '会员大会决议', number: '恒工〔2026〕1 号', day }

async function aDistrict() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id })
    const school = await aUnion(session, { name: '南桥小学工会委员会', parentId: east.id, unitType: 'school' })
    const cadre = world.as({ post: postAt(factory), powers: files }).api
    const town = world.as({ post: postAt(east), powers: approves }).api
    const over = world.as({ post: postAt(district), powers: approves }).api
    const stranger = world.as({ post: postAt(west), powers: approves }).api
    return { district, east, west, factory, school, cadre, town, over, stranger }
  })
}
type Setting = Awaited<ReturnType<typeof aDistrict>>

async function filed({ cadre, factory }: Setting, asked: Asked, papers: Paper[] = []) {
  const draft = { unionId: factory.id, asked, papers, grounds: '单位改制更名', effectiveOn: day }
  const { id } = await cadre.changes.save(draft)
  await cadre.changes.file({ id, version: 1 })
  return id
}
const newName: Asked = { kind: 'rename', name: '恒达集团工会委员会', shortName: '恒达' }
const personAt = (unionId: string) => world.session((session) => aMember(session, unionId))
const membersAt = async (path: string) =>
  (await world.session(({ db }) => db.execute(`select status from members where union_path = '${path}'`))).rows

test('a change of name takes effect when the superior approves it, and registration falls due', async () => {
  const setting = await aDistrict()
  const { cadre, town, factory } = setting
  await world.session(({ db }) => db.execute(`update unions set has_certificate = true where id = '${factory.id}'`))
  const id = await filed(setting, newName)
  expect((await cadre.unions.get({ id: factory.id })).name).toBe('恒达机械工会委员会')
  expect(await town.changes.list({ waiting: true })).toMatchObject({ total: 1, rows: [{ id, waitsForName: '东城街道总工会' }] })
  await town.changes.approve({ id, version: 2 })
  expect(await cadre.unions.get({ id: factory.id })).toMatchObject({ name: '恒达集团工会委员会', shortName: '恒达' })
  expect((await cadre.unions.search({ text: 'hdjt' })).map((union) => union.id)).toContain(factory.id)
  const change = await cadre.changes.get({ id })
  expect(change).toMatchObject({ state: 'approved', was: { name: '恒达机械工会委员会' }, registerBy: '2026-04-01' })
  expect(change.steps.map(({ step }) => step)).toEqual(['filed', 'approved'])
  await cadre.changes.register({ id, on: '2026-03-20' })
  expect(await cadre.changes.list({ unregistered: true })).toMatchObject({ total: 0 })
  const { rows } = await world.session(({ db }) =>
    db.execute(`select act, union_id from journal where subject = '${id}' order by seq`),
  )
  expect(rows.map(({ act, union_id }) => [act, union_id])).toEqual(
    ['save', 'file', 'approve', 'register'].map((act) => [`changes.${act}`, factory.id]),
  )
})

test('nobody decides on his own filing, a stranger sees nothing, a lower post has no power', async () => {
  const setting = await aDistrict()
  const { factory, east, stranger, cadre } = setting
  const id = await filed(setting, newName)
  const own = world.as({ post: postAt(factory), powers: approves }).api
  await expect(own.changes.approve({ id, version: 2 })).rejects.toMatchObject({ data: { code: 'changes.superior' } })
  await expect(cadre.changes.approve({ id, version: 2 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await stranger.changes.list({})).toMatchObject({ total: 0 })
  const reason = '材料不全，请补充'
  for (const refused of [
    () => stranger.changes.get({ id }),
    () => stranger.changes.approve({ id, version: 2 }),
    () => stranger.changes.sendBack({ id, version: 2, reason }),
    () => stranger.changes.withdraw({ id, version: 2 }),
    () => stranger.changes.file({ id, version: 2 }),
    () => stranger.changes.record({ id, version: 2, paper: '区总〔2026〕1 号' }),
    () => stranger.changes.undo({ id, reason }),
    () => stranger.changes.register({ id, on: day }),
    () => stranger.changes.save({ unionId: factory.id, asked: newName, papers: [], grounds: '越界改名', effectiveOn: day }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const town = world.as({ post: postAt(east), powers: approves }).api
  await expect(town.changes.withdraw({ id, version: 2 })).rejects.toMatchObject({ data: { code: 'changes.filer' } })
})

test('returned with reasons, mended and filed again; a second one of the same kind waits', async () => {
  const setting = await aDistrict()
  const { cadre, town, factory } = setting
  const id = await filed(setting, newName)
  await town.changes.sendBack({ id, version: 2, reason: '请附单位更名的文件' })
  const draft = { unionId: factory.id, asked: newName, papers: [decision], grounds: '单位改制更名', effectiveOn: day }
  await expect(cadre.changes.save(draft)).rejects.toMatchObject({ data: { code: 'changes.open' } })
  await cadre.changes.save({ ...draft, id, version: 3 })
  await cadre.changes.file({ id, version: 4 })
  await expect(cadre.changes.save({ ...draft, id, version: 5 })).rejects.toMatchObject({ data: { code: 'changes.state' } })
  await expect(town.changes.approve({ id, version: 4 })).rejects.toMatchObject({ data: { code: 'unions.stale' } })
  await cadre.changes.withdraw({ id, version: 5 })
  await expect(town.changes.approve({ id, version: 6 })).rejects.toMatchObject({ data: { code: 'changes.state' } })
})

test('a move between towns is approved by whoever stands over both, and can be taken back', async () => {
  const setting = await aDistrict()
  const { town, over, stranger, district, west, east, factory } = setting
  const id = await filed(setting, { kind: 'move', parentId: west.id })
  expect(await over.changes.get({ id })).toMatchObject({ waitsFor: district.id, goalName: '西城街道总工会', decidable: null })
  await expect(town.changes.approve({ id, version: 2 })).rejects.toMatchObject({ data: { code: 'changes.reach' } })
  await over.changes.approve({ id, version: 2 })
  expect((await stranger.unions.children({ id: west.id })).map((union) => union.id)).toEqual([factory.id])
  expect((await stranger.changes.get({ id })).steps).toHaveLength(2)
  await over.changes.undo({ id, reason: '双方重新商定，不再移交' })
  expect((await over.unions.get({ id: factory.id })).parentId).toBe(east.id)
  await expect(over.changes.undo({ id, reason: '再来一次' })).rejects.toMatchObject({ data: { code: 'changes.state' } })
})

test('a union ends only when nobody is left, its branches end with it, and an undo brings exactly these back', async () => {
  const setting = await aDistrict()
  const { cadre, town, factory, east } = setting
  const { id: branch } = await cadre.unions.add({ parentId: factory.id, kind: 'branch', name: '一车间分会' })
  const { id: closed } = await cadre.unions.add({ parentId: factory.id, kind: 'branch', name: '二车间分会' })
  await cadre.unions.close({ id: closed, version: 1 })
  await personAt(branch)
  const asked: Asked = { kind: 'dissolve', ground: 'unitEnded', funds: '由街道总工会处置', isAudited: false }
  await expect(filed(setting, asked)).rejects.toMatchObject({
    data: { code: 'changes.papers', cite: expect.stringContaining('第十三条') },
  })
  const [open] = (await cadre.changes.list({ unionId: factory.id })).rows
  const draft = { unionId: factory.id, asked, papers: [decision], grounds: '企业注销', effectiveOn: day }
  await cadre.changes.save({ ...draft, id: open!.id, version: 1 })
  await cadre.changes.file({ id: open!.id, version: 2 })
  expect(await town.changes.get({ id: open!.id })).toMatchObject({
    people: 1,
    below: 0,
    concerns: expect.arrayContaining([{ says: expect.stringContaining('审计'), cite: expect.any(String) }]),
  })
  await expect(town.changes.approve({ id: open!.id, version: 3 })).rejects.toMatchObject({ data: { code: 'changes.people' } })
  expect(await town.changes.relocate({ id: open!.id, version: 3, toUnionId: east.id, how: 'retain' })).toEqual({ count: 1 })
  await town.changes.approve({ id: open!.id, version: 3 })
  expect((await town.unions.children({ id: east.id })).map(({ id }) => id)).not.toContain(factory.id)
  expect(await membersAt(east.path)).toEqual([{ status: 'retained' }])
  expect(await cadre.unions.get({ id: branch })).toMatchObject({ state: 'dissolved' })
  await town.changes.undo({ id: open!.id, reason: '企业恢复经营' })
  expect(await cadre.unions.get({ id: branch })).toMatchObject({ state: 'active' })
  expect(await cadre.unions.get({ id: closed })).toMatchObject({ state: 'dissolved' })
})

test('whoever was in office at a union that ends is so no more, and again when the ending is taken back', async () => {
  const setting = await aDistrict()
  const { town, factory, east } = setting
  const { api } = world.as({ post: postAt(east), powers: ['posts.view'] })
  await world.session(async (session) => {
    await anAppointment(session, factory, { name: '周明', untilOn: '2028-12-31' })
    await anAppointment(session, factory, { name: '吴强', kind: 'auditChair', fromOn: '2020-01-01', untilOn: '2025-01-01' })
    await anAppointment(session, factory, { name: '钱进', kind: 'womenChair', fromOn: '2026-05-01', untilOn: '2029-04-30' })
    await anAppointment(session, factory, { name: '孙洁', kind: 'member', endedOn: '2025-06-01', endedWhy: 'resigned' })
  })
  const states = async () => {
    const { appointments, past } = await api.posts.ofUnion({ unionId: factory.id })
    return [...appointments, ...past].map(({ personName, state, endedOn }) => `${personName} ${state} ${endedOn ?? ''}`).sort()
  }
  const before = await states()
  const asked: Asked = { kind: 'merge', intoId: setting.school.id, funds: '一并移交南桥小学工会', isAudited: true }
  const id = await filed(setting, asked, [decision])
  await world.session(async ({ db }) => {
    await db.execute(`update members set status = 'left', left_on = '${day}' where union_id = '${factory.id}'`)
  })
  await town.changes.approve({ id, version: 2 })
  expect(await states()).toEqual([
    `吴强 ended 2025-01-02`,
    `周明 ended ${day}`,
    '孙洁 ended 2025-06-01',
    '钱进 coming 2026-05-01',
  ])
  await town.changes.undo({ id, reason: '双方重新商定' })
  expect(await states()).toEqual(before)
})

test('a merger of two unions of one town leaves one', async () => {
  const setting = await aDistrict()
  const { town, school, east } = setting
  const id = await filed(setting, { kind: 'merge', intoId: school.id, funds: '一并移交南桥小学工会', isAudited: true }, [
    decision,
  ])
  await town.changes.approve({ id, version: 2, note: '同意' })
  expect((await town.unions.children({ id: east.id })).map(({ name }) => name)).toEqual(['南桥小学工会委员会'])
})

test('with two layers the town agrees and the district approves; the figures show both', async () => {
  const setting = await aDistrict()
  const { town, over, district, factory } = setting
  const admin = world.as({ post: postAt(district), powers: ['system.manage', 'unions.view'] }).api
  await admin.changes.setChain({ kind: 'rename', layers: 2, fromOn: day })
  const id = await filed(setting, newName)
  world.now = new Date('2026-03-04T09:00:00+08:00')
  await town.changes.approve({ id, version: 2 })
  expect(await over.changes.get({ id })).toMatchObject({ state: 'filed', waitsFor: district.id })
  world.now = new Date('2026-03-05T09:00:00+08:00')
  await over.changes.approve({ id, version: 3 })
  expect((await over.unions.get({ id: factory.id })).name).toBe('恒达集团工会委员会')
  const { kinds, layers } = await over.changes.figures({ split: '2026-01-01' })
  expect(kinds).toEqual([{ kind: 'rename', period: 'after', decided: 1, layers: 2, meanDays: 3, medianDays: 3 }])
  expect(layers).toEqual([
    { layer: 1, decided: 1, meanDays: 2, medianDays: 2 },
    { layer: 2, decided: 1, meanDays: 1, medianDays: 1 },
  ])
  await admin.changes.setChain({ kind: 'rename', layers: 1, fromOn: day })
  world.now = new Date('2026-03-02T09:00:00+08:00')
})

test('the region’s top enters what was approved outside, and only it', async () => {
  const setting = await aDistrict()
  const { district, over } = setting
  const draft = {
    unionId: district.id,
    asked: { ...newName, name: '永安新区总工会' } as Asked,
    papers: [],
    grounds: '行政区划调整',
    effectiveOn: day,
  }
  const { id } = await over.changes.save(draft)
  await over.changes.file({ id, version: 1 })
  expect(await over.changes.get({ id })).toMatchObject({
    isOutside: true,
    waitsFor: null,
    decidable: { code: 'changes.superior' },
  })
  await over.changes.record({ id, version: 2, paper: '市总〔2026〕15 号' })
  expect((await over.unions.get({ id: district.id })).name).toBe('永安新区总工会')
  const other = await filed(setting, newName)
  await expect(setting.cadre.changes.record({ id: other, version: 2, paper: '市总〔2026〕16 号' })).rejects.toMatchObject({
    data: { code: 'changes.superior' },
  })
})

test('two superiors approving at the same moment: the tree changes once', async () => {
  const setting = await aDistrict()
  const { town, over, cadre, factory } = setting
  const id = await filed(setting, newName)
  const both = await Promise.allSettled([town.changes.approve({ id, version: 2 }), over.changes.approve({ id, version: 2 })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await cadre.changes.get({ id })).steps).toHaveLength(2)
  expect((await cadre.unions.get({ id: factory.id })).version).toBe(2)
})
