import pg from 'pg'
import { expect, test } from 'vitest'
import { journalHeads, journalLines, verifyLines } from '#platform/journal'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')

async function asOwner<T>(work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  try {
    await client.query('set search_path = region_main, shared')
    return await work(client)
  } finally {
    await client.end()
  }
}

test('real acts make a chain that verifies; what the superuser alters or removes is named', async () => {
  const { union, group } = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const union = await aUnion(session, { parentId: district.id })
    return { union, group: await aUnion(session, { name: '甲班工会小组', kind: 'group', parentId: union.id }) }
  })
  const { api } = world.as({ post: postAt(union), powers: ['unions.view', 'unions.file'] })
  for (const [version, name] of ['甲一班工会小组', '甲二班工会小组', '甲三班工会小组'].entries())
    await api.unions.rename({ id: group.id, name, shortName: null, version: version + 1 })
  await asOwner(async (client) => {
    const heads = await journalHeads(client, 'region_main')
    const check = () => verifyLines(journalLines(client, 'region_main'), heads)
    expect(await check()).toMatchObject({ lines: 3, faults: [] })
    await expect(client.query(`update journal set act = 'x' where seq = 2`)).rejects.toThrow('append-only')
    await client.query('set session_replication_role = replica')
    await client.query(`update journal set act = 'unions.dissolve' where seq = 2`)
    expect((await check()).faults).toMatchObject([{ seq: 2, problem: 'altered' }])
    await client.query('delete from journal where seq = 2')
    expect((await check()).faults).toMatchObject([{ seq: 2, problem: 'removed' }])
  })
})

test('the server itself can neither write a line beside the function nor change one', async () => {
  await expect(world.session(({ db }) => db.execute(`update journal set act = 'x'`))).rejects.toThrow()
  await expect(world.session(({ db }) => db.execute(`delete from journal`))).rejects.toThrow()
  await expect(
    world.session(({ db }) =>
      db.execute(`insert into journal (chain, seq, act, at, content, previous, hash) values ('x', 1, 'x', now(), '', '', '')`),
    ),
  ).rejects.toThrow()
})
