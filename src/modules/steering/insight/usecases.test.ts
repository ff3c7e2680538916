import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { admit, relocate, release } from '#modules/organisation/members'
import { move, plant } from '#modules/organisation/unions'
import { foldTallies } from '#platform/tallies'
import { testWorld } from '#platform/testing'
import { anIdNumber, someFacts } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
type Union = Awaited<ReturnType<typeof aUnion>>
let district: Union, east: Union, west: Union, works: Union, school: Union
let wang: string

const facts = (birthOn: string, sex: 'male' | 'female') => ({
  ...someFacts(),
  idNumber: anIdNumber({ birthOn, sex }),
  education: 'college' as const,
})
const at = (union: Union) => world.as({ post: postAt(union), powers: ['statistics.view', 'members.exchange'] }).api.insight

beforeAll(async () => {
  await world.session(async (session) => {
    district = await aUnion(session, { name: '永安区总工会', effectiveOn: '2020-01-01' })
    const town = { kind: 'town', unitType: 'town', parentId: district.id, effectiveOn: '2020-01-01' } as const
    east = await plant(session, { ...town, name: '东街道总工会' })
    west = await plant(session, { ...town, name: '西街道总工会' })
    works = await plant(session, {
      name: '恒达机械工会',
      kind: 'basic',
      unitType: 'privateEnterprise',
      parentId: east.id,
      effectiveOn: '2020-01-01',
    })
    school = await plant(session, {
      name: '永安中学工会',
      kind: 'basic',
      unitType: 'school',
      parentId: west.id,
      effectiveOn: '2020-01-01',
    })
    for (const [n, on] of ['2022-05-01', '2024-05-01', '2026-01-10'].entries())
      wang = (
        await admit(session, facts(`19${80 + n}-03-02`, n % 2 ? 'male' : 'female'), { unionId: works.id, on, came: 'join' })
      ).id
    for (let n = 0; n < 12; n++) {
      const { id } = await admit(session, facts('2001-07-01', 'female'), { unionId: school.id, on: '2023-09-01', came: 'join' })
      await session.db.execute(sql`set local app.sensitive = 'on'`)
      if (n < 6)
        await session.db.execute(sql`insert into member_tags (member_id, union_id, union_path, tag, sensitive, since)
          values (${id}, ${school.id}, ${school.path}, 'hardship', true, '2024-01-01'), (${id}, ${school.id}, ${school.path}, 'migrant', false, '2024-01-01')`)
      if (n < 2)
        await session.db.execute(sql`insert into member_tags (member_id, union_id, union_path, tag, sensitive, since)
          values (${id}, ${school.id}, ${school.path}, 'illness', true, '2024-01-01')`)
    }
  })
})

test('a district sees its figures today and on a past day, and who came between', async () => {
  const { figures, before, flow } = await at(district).overview({ since: '2023-12-31' })
  expect(figures.members).toBe(15)
  expect(before.members).toBe(13)
  expect(flow.joined).toBe(2)
  expect(figures.by.sex).toEqual([
    { value: 'female', count: 14 },
    { value: 'male', count: 1 },
  ])
  expect(figures.by.tag).toEqual([{ value: 'migrant', count: 6 }])
})

test('on his birthday a person passes into the next age band', async () => {
  const bands = async (day: string) => (await at(works).overview({ day, since: '2024-12-31' })).figures.by.age
  expect(await bands('2025-03-01')).toEqual([{ value: '35', count: 2 }])
  expect(await bands('2025-03-02')).toEqual([
    { value: '35', count: 1 },
    { value: '45', count: 1 },
  ])
})

test('a town sees its own and no other', async () => {
  expect((await at(west).overview({})).figures.members).toBe(12)
  await expect(at(west).overview({ unionId: works.id })).rejects.toThrow('没有找到')
  await expect(at(west).breakdown({ unionId: east.id, by: 'child' })).rejects.toThrow('没有找到')
  await expect(at(west).trend({ unionId: district.id, from: '2025-01-01', to: '2026-01-01', step: 'year' })).rejects.toThrow(
    '没有找到',
  )
  await expect(at(west).records({ unionId: works.id, figure: 'standing', value: 'full' })).rejects.toThrow('没有找到')
  await expect(at(west).groups({ unionId: works.id })).rejects.toThrow('没有找到')
})

test('without the power there are no figures, and the export takes its own', async () => {
  const bare = world.as({ post: postAt(district), powers: ['members.view'] }).api.insight
  await expect(bare.overview({})).rejects.toThrow('没有这项权限')
  await expect(bare.export({ by: 'child' })).rejects.toThrow('没有这项权限')
})

test('the roll-ups themselves are closed to other unions, and closed tags to all', async () => {
  await foldTallies({ pool: world.pool, region: world.region, today: '2026-03-02' })
  const seen = async (path: string) => {
    const client = await world.pool.connect()
    try {
      await client.query(
        `begin; set local role gongqiao_post; set local search_path = region_main, shared; set local app.lo = '${path}'; set local app.hi = '${path}~'`,
      )
      const { rows } = await client.query('select distinct union_path, slice from tallies')
      const facts = await client.query('select 1 from tally_facts')
      await expect(
        client.query(`update tallies set counts = '\\x' where union_path = '${path}' returning 1`),
      ).resolves.toMatchObject({ rowCount: 0 })
      return [...rows, ...facts.rows]
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const rows = await seen(west.path)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every((row) => row.union_path.startsWith(west.path) && row.slice !== 'sensitive')).toBe(true)
})

test('parts add up to the whole, by union below and by class', async () => {
  const towns = await at(district).breakdown({ by: 'child', of: 'sex' })
  expect(towns.map(({ name, members }) => [name, members])).toEqual([
    ['西街道总工会', 12],
    ['东街道总工会', 3],
  ])
  const kinds = await at(district).breakdown({ by: 'unitType', of: 'education' })
  expect(kinds.map(({ key, members }) => [key, members])).toEqual([
    ['school', 12],
    ['privateEnterprise', 3],
  ])
  expect((await at(works).breakdown({ by: 'kind' })).map(({ key, members }) => [key, members])).toEqual([['basic', 3]])
})

test('closed tags are told round, and not when few have them or few have them not', async () => {
  const groups = await at(district).groups({})
  expect(groups).toEqual([
    { tag: 'hardship', count: 5 },
    { tag: 'illness', count: null },
  ])
})

test('every figure opens the list of those it counts', async () => {
  const { figures } = await at(district).overview({ day: '2025-06-30', since: '2024-12-31' })
  for (const [figure, counts] of Object.entries(figures.by))
    for (const { value, count } of counts) {
      const { rows, total } = await at(district).records({
        day: '2025-06-30',
        since: '2024-12-31',
        figure: figure as 'sex',
        value,
        page: 1,
        size: 200,
      })
      expect([figure, value, rows.length, total]).toEqual([figure, value, count, count])
    }
  const came = await at(district).records({ since: '2025-12-31', figure: 'came', value: 'join', page: 1, size: 20 })
  expect(came.rows.map(({ unionName }) => unionName)).toEqual(['恒达机械工会'])
  expect(came.total).toBe(1)
})

test('who moved on is named in the list of the day, and his record stays closed', async () => {
  await world.session((session) => relocate(session, wang, school.id, { on: '2026-03-02' }))
  const { rows, total } = await at(works).records({ day: '2026-03-01', figure: 'standing', value: 'full', page: 1, size: 20 })
  expect([rows.length, total]).toEqual([3, 3])
  expect(rows.filter(({ isHere }) => !isHere).map(({ id }) => id)).toEqual([wang])
  const curve = await at(works).trend({ from: '2025-12-31', to: '2026-03-02', step: 'month' })
  expect(curve.map(({ members }) => members)).toEqual([2, 3, 3, 2])
})

test('a union that moves takes its figures along, and two who act at once lose nobody', async () => {
  const moving = world.session((session) => move(session, works, west.id, '2026-03-02'))
  const joining = world
    .session((session) => admit(session, facts('1999-09-09', 'male'), { unionId: works.id, on: '2026-03-02', came: 'join' }))
    .catch(() => undefined)
  const [, joined] = await Promise.all([moving, joining])
  const { figures } = await at(west).overview({})
  expect(figures.members).toBe(15 + (joined ? 1 : 0))
  expect((await at(east).overview({})).figures.members).toBe(0)
  expect((await at(district).overview({})).figures.members).toBe(figures.members)
})

test('who leaves is not counted from that day on', async () => {
  await world.session((session) => release(session, wang, { on: '2026-03-02', went: 'leave' }))
  const { flow } = await at(district).overview({ since: '2026-03-01' })
  expect(flow.left).toBe(1)
  expect(flow.went).toContainEqual({ value: 'leave', count: 1 })
})
