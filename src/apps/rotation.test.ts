import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { installRing, keyRing, open, ring, seal } from '#platform/secrets'
import { testWorld } from '#platform/testing'
import { password } from '#platform/testing.template'
import { aMember, someFacts } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'
import { regionTables, rotateHouse } from './rotation.ts'

const world = testWorld('2026-03-02')
const former = ring()
const next = randomBytes(32).toString('base64url')
const both = keyRing({ current: next, readable: [...former.masters] })
const alone = keyRing({ current: next, readable: [] })

async function asOwner<T>(work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  await client.query('set search_path = region_main, shared')
  return work(client).finally(() => client.end())
}

/** Sealed values of the region that are still under the former key, by table and column. */
const left = () =>
  asOwner(async (client) => {
    const found: string[] = []
    for (const { table, columns } of [
      ...regionTables(),
      { table: 'requests', columns: [{ column: 'answer' }] },
      { table: 'uploads', columns: [{ column: 'body' }] },
      { table: 'downloads', columns: [{ column: 'input' }] },
    ])
      for (const { column } of columns) {
        const { rows } = await client.query(`select 1 from ${table} where starts_with(${column}, $1)`, [
          `v1.${former.current.id}.`,
        ])
        found.push(...rows.map(() => `${table}.${column}`))
      }
    return [...new Set(found)].sort()
  })

test('the sealed tables of a region are those of the modules, and none of sign-in', () => {
  const names = regionTables().map(({ table }) => table)
  expect(names).toEqual(
    expect.arrayContaining(
      ['members', 'member_changes', 'imports', 'import_updates', 'founding_supporters'].filter((name) => names.includes(name)),
    ),
  )
  expect(names).toContain('members')
  expect(names).not.toContain('accounts')
})

test('the key is changed over real records while people look, file and correct; then the former key is needed no more', async () => {
  const account = randomUUID()
  const union = await world.session((session) => aUnion(session, { name: '恒达机械工会' }))
  const people = Array.from({ length: 30 }, () => someFacts())
  const ids = await world.session(async (session) => {
    const made = []
    for (const facts of people) made.push((await aMember(session, union.id, facts)).id)
    return made
  })
  const clerk = () =>
    world.as({ account, post: postAt(union), powers: ['members.view', 'members.manage'] }, randomUUID()).api.members
  const version = async (id: string) => (await clerk().get({ id })).version
  await clerk().correct({ id: ids[0]!, version: await version(ids[0]!), changes: { mobile: '13911112222' } })
  await asOwner(async (client) => {
    await client.query(`insert into uploads (account, name, size, body, at) values ($1, 'x', 1, $2, now())`, [
      account,
      seal('uploads.body', 'eA=='),
    ])
    await client.query(`insert into downloads (account, name, input, expires_at) values ($1, 'x', $2, now())`, [
      account,
      seal('downloads.input', '1'),
    ])
    await client.query(`insert into accounts (name, username, mobile_sealed, mobile_index) values ('李', 'li', $1, 'x')`, [
      seal('accounts.mobile_sealed', '13911112222'),
    ])
    await client.query(`insert into server_login values (1, $1)`, [seal('server_login.password', password)])
  })
  expect(await left()).toEqual(
    expect.arrayContaining(['members.id_number', 'members.mobile', 'requests.answer', 'uploads.body', 'downloads.input']),
  )

  installRing(both)
  const seen = await asOwner(async (client) => (await client.query('select count(*)::int as n from tally_facts')).rows[0].n)
  const server = new URL(world.ownerUrl)
  Object.assign(server, { username: 'gongqiao_server', password })
  const rotating = rotateHouse({ ownerUrl: world.ownerUrl, serverUrl: server.href, keys: both })
  for (const [at, { idNumber, mobile }] of people.entries()) {
    if (at === 0) continue
    for (const text of [idNumber!, mobile!]) expect((await clerk().list({ text })).rows.map(({ id }) => id)).toEqual([ids[at]])
  }
  await world.session((session) => aMember(session, union.id))
  expect(await rotating).toBeGreaterThan(30)
  expect(await left()).toEqual([])
  expect(await rotateHouse({ ownerUrl: world.ownerUrl, serverUrl: server.href, keys: both })).toBe(0)

  installRing(alone)
  for (const [at, { idNumber }] of people.entries()) expect((await clerk().list({ text: idNumber! })).rows[0]?.id).toBe(ids[at])
  const after = await asOwner(async (client) => (await client.query('select count(*)::int as n from tally_facts')).rows[0].n)
  // One admission meanwhile, and nothing counted anew for a change of key.
  expect(after - seen).toBeLessThanOrEqual(2)
  const kept = await asOwner(async (client) => (await client.query('select password from server_login')).rows[0].password)
  expect(open('server_login.password', kept, alone)).toBe(password)
})
