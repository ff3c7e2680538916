import { expect, test } from 'vitest'
import type { Power } from '#kit/powers'
import { testWorld } from '#platform/testing'
import { downloaded } from '#platform/testing.files'
import { aUnion, postAt } from '#testing/organisation/unions'
import { downloads } from '../files.ts'
import { aMember, someFacts } from '../testing.ts'
import { admitMany } from './bulk.ts'

const world = testWorld('2026-03-02')
type Union = { id: string; path: string; name: string }

const towns = () =>
  world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    return { district, east, west }
  })

/** The act at a union, and the workbook its ticket stands for. */
async function exported(union: Union, input: object, powers: Power[] = ['members.exchange']) {
  const cadre = world.as({ post: postAt(union), powers })
  return downloaded(world, cadre, await cadre.api.members.export(input), downloads)
}

test('a list is exported whole, masked, by the same filter, and leaves one line in the journal', async () => {
  const { district, east, west } = await towns()
  const facts = { ...someFacts(), name: '欧阳娜娜' }
  await world.session(async (session) => {
    await aMember(session, east.id, facts)
    await aMember(session, west.id, { name: '赵强' })
  })
  const rows = await exported(district, { text: '欧阳' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ 姓名: '欧阳娜娜', 所在工会: east.name, 会籍: '在会', 工作单位: '恒达机械有限公司', 标签: '' })
  expect(rows[0]!.证件号码).toMatch(/^330\*{11}\d{3}[\dX]$/)
  expect(await exported(district, { unionId: west.id })).toMatchObject([{ 姓名: '赵强' }])
  expect((await exported(district, {})).map(({ 姓名 }) => 姓名)).toEqual(['欧阳娜娜', '赵强'])
  const { rows: lines } = await world.session(({ db }) =>
    db.execute<{ detail: unknown }>(`select detail from journal where act = 'members.export' and union_id = '${west.id}'`),
  )
  expect(lines).toEqual([{ detail: { rows: 1, isClear: false } }])
})

test('numbers leave in clear only with the power and a reason, and the person sees who took them', async () => {
  const { east } = await towns()
  const facts = someFacts()
  const { id } = await world.session((session) => aMember(session, east.id, facts))
  const refused = (code: string) => ({ data: { code } })
  await expect(exported(east, { isClear: true, reason: '年度报送' })).rejects.toMatchObject(refused('members.clear'))
  const trusted: Power[] = ['members.exchange', 'members.sensitive']
  await expect(exported(east, { isClear: true }, trusted)).rejects.toMatchObject(refused('members.reason'))
  const [row] = await exported(east, { isClear: true, reason: '年度报送' }, trusted)
  expect(row).toMatchObject({ 证件号码: facts.idNumber, 手机号: facts.mobile })
  const looks = await world.as({ person: id }).api.members.whoLooked()
  expect(looks.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual(['idNumber 年度报送', 'mobile 年度报送'])
})

test('a stranger exports nothing of another union', async () => {
  const { east, west } = await towns()
  await world.session((session) => aMember(session, east.id))
  expect(await exported(west, {})).toEqual([])
  await expect(exported(west, { unionId: east.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(exported(east, {}, ['members.view'])).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a list of many pieces is exported without a row twice or missing', async () => {
  const { east, west } = await towns()
  await world.session((session) =>
    admitMany(
      session,
      Array.from({ length: 4501 }, (_, i) => ({ name: i % 3 ? '王秀英' : '赵强', unionId: (i % 2 ? east : west).id })),
    ),
  )
  const district = { ...east, path: east.path.slice(0, 4) }
  const all = await exported(district, {})
  expect(all).toHaveLength(4501)
  expect(all.filter(({ 姓名 }) => 姓名 === '赵强')).toHaveLength(1501)
})
