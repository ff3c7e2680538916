import pg from 'pg'
import { expect, test } from 'vitest'
import { register } from '#platform/jobs'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { mayBeAt } from './rules.ts'

const world = testWorld('2026-03-02')

async function keepers() {
  const [top, below] = await world.session(async (session) => {
    const root = await aUnion(session, { name: '永安区总工会', kind: 'federation' })
    return [root, await aUnion(session, { name: '恒达机械工会', parentId: root.id })] as const
  })
  const at = (union: typeof top) =>
    world.as({ post: postAt(union, 'systemAdministrator'), powers: ['system.manage', 'security.manage'] }).api.system
  return { top: at(top), below: at(below) }
}

test('the system administrator sees each job, its next run and its failure, and can make one due', async () => {
  const { top } = await keepers()
  await register(
    world.pool,
    [{ name: 'journal.heads', title: '末行', schedule: { daily: '02:30' } }],
    new Date('2026-03-01T00:00:00Z'),
  )
  const { jobs, database, migrations, backup, servers } = await top.overview()
  expect(jobs).toMatchObject([{ name: 'journal.heads', schedule: '每天 02:30', failure: null, endedAt: null, isRunning: false }])
  expect(database.bytes).toBeGreaterThan(1_000_000)
  expect(migrations.count).toBeGreaterThan(10)
  expect([backup, servers]).toEqual([null, []])
  await top.run({ name: 'journal.heads' })
  expect((await top.overview()).jobs[0]!.nextAt).toEqual(world.now)
  await expect(top.run({ name: 'no such job' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('only the top of the region says where it is, also in SQL', async () => {
  const { top, below } = await keepers()
  expect(await top.locate({ division: '330102' })).toEqual({ division: '330102' })
  expect(await top.overview()).toMatchObject({ division: '330102', province: '浙江' })
  await expect(below.locate({ division: '440106' })).rejects.toMatchObject({ data: { code: 'system.top' } })
  await expect(top.locate({ division: '999999' })).rejects.toMatchObject({ data: { code: 'system.division' } })
  const client = new pg.Client({ connectionString: world.pool.options.connectionString })
  await client.connect()
  const { rowCount } = (
    (await client.query(`begin;set local role gongqiao_post;set local search_path=region_main,shared;set local app.lo='00010001';
      set local app.hi='00010001~';update regions set division = '440106'`)) as unknown as pg.QueryResult[]
  ).at(-1)!
  await client.end()
  expect(rowCount).toBe(0)
  expect(await top.locate({ division: null })).toEqual({ division: null })
})

test('the security administrator reads why every personal field is kept', async () => {
  const { top } = await keepers()
  const entries = await top.dictionary()
  expect(entries.length).toBeGreaterThan(40)
  expect(entries.map(({ table }) => table)).toEqual(expect.arrayContaining(['members']))
  expect(entries).toContainEqual(
    expect.objectContaining({ table: 'members', column: 'id_number', isSealed: true, isSensitive: true }),
  )
  expect(entries.filter(({ purpose, basis, retention }) => !purpose || !basis || !retention)).toEqual([])
})

test.for([
  [null, true],
  ['', true],
  ['330102', true],
  ['330000', true],
  ['33010', false],
  ['990102', false],
  ['91010a', false],
] as const)('%s as a division: %s', ([division, isGood]) => expect(mayBeAt(division) === null).toBe(isGood))
