import { expect, test } from 'vitest'
import { everywhere, within } from '#platform/db'
import { keepUpload } from '#platform/files'
import { writeSheet } from '#platform/sheets'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'

const world = testWorld('2026-03-02')
const powers = ['members.exchange', 'members.view', 'members.manage', 'unions.view', 'unions.approve'] as const
const account = '11111111-1111-4111-8111-111111111111'

async function workbook(title: string, columns: string[], rows: unknown[][]) {
  const out = new PassThrough()
  const bytes = buffer(out)
  await writeSheet(out, {
    title,
    columns: columns.map((each) => ({ title: each, kind: 'text' as const })),
    rows: (async function* () {
      yield* rows as never[]
    })(),
  })
  return bytes
}

async function aFactory() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: district.id })
    const other = await aUnion(session, { name: '锦绣服饰工会委员会', parentId: district.id })
    return {
      district,
      factory,
      other,
      workshop: await aUnion(session, { name: '恒达机械二车间分会', shortName: '二车间', kind: 'branch', parentId: factory.id }),
    }
  })
}

const cadreAt = (union: Parameters<typeof postAt>[0]) => world.as({ account, post: postAt(union), powers })

async function uploaded(body: Buffer, name = '花名册.xlsx') {
  return within(world.pool, { region: world.region, role: 'self', lo: '', hi: '', account }, (db) =>
    keepUpload(
      {
        db,
        region: world.region,
        place: world.place,
        user: { account, powers: [] },
        now: world.now,
        today: '2026-03-02',
        line: {},
      },
      name,
      body,
    ),
  )
}

const numbers = ['11010519491231002X', '440524188001010014', '110101199003071233', '110101199003072156']
const heading = ['序号', '姓 名', '公民身份号码', '联系电话', '分会', '学历', '加入工会时间']

test('a messy roster is read, checked, mended in place, committed and taken back', async () => {
  const { factory, workshop } = await aFactory()
  const { api } = cadreAt(factory)
  const body = await workbook('花名册', heading, [
    ['1', '陈秀英', ' 110101 19900307 1233 ', '１３８００００１２３４', '二车间', '大专', '2020.1.5'],
    ['2', '王建国', '11010519491231002x', '13900001234', '', '本科', '2015年3月'],
    ['3', '李强', '110101199003071234', '13900005678', '', '初中', '2019/3/1'],
    ['4', '赵海', '', '', '三车间', '', ''],
    ['合计', '4人', '', '', '', '', ''],
  ])
  const { id } = await api.imports.begin({ upload: (await uploaded(body)).id, kind: 'members', unionId: factory.id })
  const { counts } = await api.imports.check({ id })
  expect(counts).toMatchObject({ read: 4, fresh: 2, bad: 2 })
  expect((await api.members.list({})).total).toBe(0)
  const seen = await api.imports.get({ id })
  expect(seen.issues.map(({ row, key }) => [row, key])).toEqual(
    expect.arrayContaining([
      [4, 'idNumber'],
      [5, 'idNumber'],
    ]),
  )
  const bad = seen.issues.find(({ key, row }) => key === 'idNumber' && row === 4)!
  await api.imports.mend({ id, sheetIndex: bad.sheetIndex, row: bad.row, values: { idNumber: numbers[3]! } })
  expect((await api.imports.check({ id })).counts).toMatchObject({ fresh: 3, bad: 1 })
  expect((await api.imports.commit({ id })).counts).toMatchObject({ fresh: 3, bad: 1 })
  expect(await api.members.list({ unionId: workshop.id })).toMatchObject({
    total: 1,
    rows: [{ name: '陈秀英', status: 'member', joinedOn: '2020-01-05' }],
  })
  await expect(api.imports.commit({ id })).rejects.toMatchObject({ data: { code: 'imports.done' } })
  expect(await api.imports.undo({ id })).toMatchObject({ removed: 3, kept: 0 })
  expect((await api.members.list({})).total).toBe(0)
})

test('people on file are brought up to date, an undo gives the old values back; who belongs elsewhere is not taken', async () => {
  const { factory, other } = await aFactory()
  const columns = ['姓名', '身份证号', '手机号', '入会日期']
  const load = async (union: Parameters<typeof postAt>[0], rows: string[][]) => {
    const { api } = cadreAt(union)
    const { id } = await api.imports.begin({
      upload: (await uploaded(await workbook('名册', columns, rows))).id,
      kind: 'members',
      unionId: union.id,
    })
    await api.imports.check({ id })
    return { api, id }
  }
  const number = '330109198508120016'
  const first = await load(factory, [['周明', fixed(number), '13800000001', '2018-05-01']])
  await first.api.imports.commit({ id: first.id })
  const second = await load(factory, [['周明', fixed(number), '13800000002', '2018-05-01']])
  expect((await second.api.imports.commit({ id: second.id })).counts).toMatchObject({ fresh: 0, update: 1 })
  const {
    rows: [member],
  } = await second.api.members.list({ unionId: factory.id })
  expect(member!.mobile).toMatch(/0002$/)
  await second.api.imports.undo({ id: second.id })
  expect((await second.api.members.list({ unionId: factory.id })).rows[0]!.mobile).toMatch(/0001$/)
  const third = await load(other, [['周明', fixed(number), '13800000003', '2018-05-01']])
  expect(await third.api.imports.get({ id: third.id })).toMatchObject({
    counts: { bad: 1, fresh: 0 },
    issues: [{ key: 'idNumber' }],
  })
})

/** The number with its right check character. */
function fixed(number: string) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return number.slice(0, 17) + '10X98765432'[sum % 11]
}

test('the network is loaded with superiors below their juniors in the list, and taken back where nothing hangs on it', async () => {
  const { district } = await aFactory()
  const { api } = cadreAt(district)
  const body = await workbook(
    '组织',
    ['工会名称', '组织类型', '上级工会', '单位类型'],
    [
      ['永丰纺织厂工会委员会', '基层工会', '永丰镇总工会', '非公企业'],
      ['永丰镇总工会', '乡镇工会', '', '镇街'],
      ['无主工会', '基层工会', '没有的镇总工会', '非公企业'],
    ],
  )
  const { id } = await api.imports.begin({ upload: (await uploaded(body, '组织.xlsx')).id, kind: 'unions', unionId: district.id })
  expect((await api.imports.check({ id })).counts).toMatchObject({ fresh: 2, bad: 1 })
  await api.imports.commit({ id })
  const [town] = await api.unions.search({ text: '永丰镇' })
  expect(await api.unions.children({ id: town!.id })).toMatchObject([{ name: '永丰纺织厂工会委员会' }])
  expect(await api.imports.undo({ id })).toMatchObject({ removed: 2, kept: 0 })
})

test('a stranger from another union neither sees nor touches an import', async () => {
  const { factory, other } = await aFactory()
  const { id } = await cadreAt(factory).api.imports.begin({
    upload: (await uploaded(await workbook('名册', heading, [])))!.id,
    kind: 'members',
    unionId: factory.id,
  })
  const stranger = cadreAt(other).api.imports
  for (const call of [stranger.get, stranger.check, stranger.commit, stranger.undo, stranger.marked])
    await expect(call({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await stranger.list({})).rows.filter((row) => row.id === id)).toEqual([])
})

test('the whole region is left as it was when a commit breaks off in the middle', async () => {
  const { factory } = await aFactory()
  const { api } = cadreAt(factory)
  const rows = Array.from({ length: 3000 }, (_, n) => [
    `张${'一二三四五六七八九十'[n % 10]}`,
    fixed(`33010919${70 + (n % 30)}0101${String(n % 1000).padStart(3, '0')}0`.slice(0, 17) + '0'),
    '',
    '2020-01-01',
  ])
  const unique = [...new Map(rows.map((row) => [row[1], row])).values()]
  const { id } = await api.imports.begin({
    upload: (await uploaded(await workbook('名册', ['姓名', '身份证号', '手机号', '入会日期'], unique))).id,
    kind: 'members',
    unionId: factory.id,
  })
  await api.imports.check({ id })
  const before = (await api.members.list({ unionId: factory.id })).total
  const committing = api.imports.commit({ id }).catch((error: Error) => error)
  await new Promise((resolve) => setTimeout(resolve, 150))
  await within(world.pool, { region: world.region, role: 'post', ...everywhere }, async (db) => {
    await db.execute(`select 1`)
  })
  const { Client } = (await import('pg')).default
  const owner = new Client({ connectionString: world.ownerUrl })
  await owner.connect()
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  )
  await owner.end()
  const result = await committing
  const after = (await api.members.list({ unionId: factory.id })).total
  expect(result instanceof Error ? after === before : after === before + unique.length).toBe(true)
})
