import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { downloaded } from '#platform/testing.files'
import { anEmployer } from '#testing/organisation/employers'
import { anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { downloads } from './downloads.ts'
import { matrix } from './matrix.ts'

const world = testWorld('2026-03-02')
type Union = Parameters<typeof postAt>[0]

const lists = ['unions', 'posts', 'changes', 'employers', 'transfers', 'standing', 'founding', 'leadership'] as const
type List = (typeof lists)[number]

async function towns() {
  const made = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id, hasSeal: true, staffCount: 320 })
    await anEmployer(session, east.id, { name: '恒达机械有限公司', headcount: 320 })
    await anAppointment(session, factory, { name: '周明', kind: 'chair', untilOn: '2028-12-31' })
    return { district, east, west, factory }
  })
  const { api } = world.as({ post: postAt(made.factory), powers: ['unions.file'] })
  const { id } = await api.changes.save({
    ...{ unionId: made.factory.id, asked: { kind: 'rename', name: '恒达装备工会委员会', shortName: null } },
    ...{ grounds: '公司更名', papers: [{ title: '请示', number: null, day: null }], effectiveOn: '2026-03-02' },
  })
  await api.changes.file({ id, version: 1 })
  const party = { unionId: made.factory.id, personId: null, organisation: null, fromOn: '2026-01-01' }
  const executor = await api.leadership.name({ ...party, side: 'administration', personName: '周明', title: '总经理' })
  const asked = { meeting: '恒达厂务会', decision: '恒达更衣室改造', executorId: executor.id, dueOn: '2026-06-30' }
  await api.leadership.decide({ unionId: made.factory.id, decidedOn: '2026-03-01', ...asked })
  return made
}

async function exported(list: List, union: Union, input: object = {}) {
  const cadre = world.as({ post: postAt(union), powers: ['members.exchange'] })
  const ticket = await (cadre.api[list].export as (input: object) => Promise<{ id: string }>)(input)
  return downloaded(world, cadre, ticket, downloads)
}

test('unions, employers, holders and changes leave as workbooks with the words of the screen', async () => {
  const { east, factory } = await towns()
  expect(await exported('unions', east, { kind: 'basic' })).toMatchObject([
    { 名称: factory.name, 上级: east.name, 类型: '基层工会', 公章: '有', 挂牌: '', 职工人数: '320', 会员: '1' },
  ])
  expect(await exported('employers', east)).toMatchObject([{ 单位名称: '恒达机械有限公司', 所属工会: east.name, 建会: '未联系' }])
  expect(await exported('posts', east)).toMatchObject([
    { 工会: factory.name, 姓名: '周明', 任职: '主席', 状态: '在任', 任期至: '2028-12-31' },
  ])
  expect(await exported('changes', east)).toMatchObject([
    { 工会: factory.name, 变更: '名称变更', 状态: '待批复', 等谁批: east.name, 生效日期: '2026-03-02' },
  ])
  expect(await exported('leadership', east)).toMatchObject([
    { 工会: factory.name, 决定: '恒达更衣室改造', 由谁办: '周明', 哪一方: '行政', 应办结: '2026-06-30', 办结日期: '' },
  ])
})

test.for(lists)('a stranger’s workbook of %s holds nothing of another union', async (list) => {
  const { west } = await towns()
  const rows = await exported(list, west)
  expect(rows.filter((row) => Object.values(row).some((value) => /恒达|东城|周明/.test(value)))).toEqual([])
  const cadre = world.as({ post: postAt(west), powers: ['members.view', 'unions.view', 'posts.view'] })
  await expect((cadre.api[list].export as (input: object) => Promise<unknown>)({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('every act that gives a ticket for an export has its download, asking for the same power', () => {
  const acts = Object.entries(matrix).filter(([call]) => /\.export/.test(call))
  expect(
    acts.map(([call, [needs]]) => [call, downloads[call]?.authority, needs]).filter(([, has, needs]) => has !== needs),
  ).toEqual([])
})
