import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { subtree, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'
import { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { memberStatuses } from '../contract/words.ts'
import { memberCounts, members, memberships, memberTags } from '../tables.ts'
import { aMember, anIdNumber, someFacts } from '../testing.ts'
import { admitMany, removeMany } from './bulk.ts'
import { admit, relocate, release, restore } from './stays.ts'

const world = testWorld('2026-03-02')

/** Work as a post of this union: row-level security shows its subtree only. */
const at = <T>(path: string, work: (session: Session) => Promise<T>) =>
  within(world.pool, { region: world.region, role: 'post', ...subtree(path) }, (db) =>
    work({
      db,
      region: world.region,
      place: world.place,
      user: { powers: [] },
      now: world.now,
      today: dayOf(world.now),
      line: {},
    }),
  )

const towns = () =>
  world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    return { district, east, west }
  })

const countsOf = (unionId: string) =>
  world.session(async ({ db }) => {
    const [row] = await db.select().from(memberCounts).where(eq(memberCounts.unionId, unionId))
    const counts = memberStatuses.map((status) => [status, row![`${status}Count`]] as const)
    return Object.fromEntries(counts.filter(([, count]) => count))
  })

test('whoever is admitted gets a number, a stay and his place in the count; a second admission elsewhere is refused with the union named', async () => {
  const { east, west } = await towns()
  const facts = someFacts()
  const { id, number } = await at(east.path, (session) =>
    admit(session, facts, { unionId: east.id, on: '2026-03-01', came: 'join' }),
  )
  expect(number).toMatch(/^\d{10}$/)
  expect(await countsOf(east.id)).toEqual({ member: 1 })
  await expect(
    at(west.path, (session) => admit(session, facts, { unionId: west.id, on: '2026-03-02', came: 'join' })),
  ).rejects.toMatchObject({ refusal: { code: 'members.elsewhere', reason: expect.stringContaining('东城街道总工会') } })
  await expect(
    at(east.path, (session) => admit(session, facts, { unionId: east.id, on: '2026-03-02', came: 'join' })),
  ).rejects.toMatchObject({ refusal: { code: 'members.already' } })
  const [row] = await at(east.path, ({ db }) => db.select().from(members).where(eq(members.id, id)))
  expect(row).toMatchObject({ sex: 'female', birthOn: '1990-05-17', pinyin: 'wangxiuying', initials: 'wxy', problems: [] })
  expect(row!.idNumber).not.toContain(facts.idNumber)
})

test('a person who left is admitted elsewhere with the record he had: it moves, and the course of membership goes on', async () => {
  const { east, west } = await towns()
  const facts = someFacts()
  const { id } = await at(east.path, (session) => aMember(session, east.id, facts))
  await at(east.path, (session) => release(session, id, { on: '2025-12-31', went: 'leave' }))
  expect(await countsOf(east.id)).toEqual({ left: 1 })
  const again = await at(west.path, (session) => admit(session, facts, { unionId: west.id, on: '2026-03-02', came: 'join' }))
  expect(again.id).toBe(id)
  expect([await countsOf(east.id), await countsOf(west.id)]).toEqual([{}, { member: 1 }])
  const stays = await world.session(({ db }) =>
    db.select().from(memberships).where(eq(memberships.memberId, id)).orderBy(memberships.fromOn),
  )
  expect(stays).toMatchObject([
    { unionId: east.id, untilOn: '2025-12-31', went: 'leave' },
    { unionId: west.id, untilOn: null, came: 'rejoin' },
  ])
})

test('a transfer is done by the new union, which never saw the old one; what belongs to the person goes with him', async () => {
  const { east, west } = await towns()
  const { id } = await at(east.path, (session) => aMember(session, east.id))
  await world.session(async ({ db }) => {
    await db.execute(`set local app.sensitive = 'on'`)
    await db
      .insert(memberTags)
      .values({ memberId: id, unionId: east.id, unionPath: east.path, tag: 'illness', sensitive: true, since: '2025-01-01' })
  })
  await at(west.path, (session) => relocate(session, id, west.id, { on: '2026-03-02' }))
  expect([await countsOf(east.id), await countsOf(west.id)]).toEqual([{}, { member: 1 }])
  expect(await at(east.path, ({ db }) => db.select().from(members).where(eq(members.id, id)))).toEqual([])
  expect(await at(west.path, ({ db }) => db.select().from(memberTags))).toEqual([])
  const tags = await at(west.path, async ({ db }) => {
    await db.execute(`set local app.sensitive = 'on'`)
    return db.select().from(memberTags)
  })
  expect(tags).toMatchObject([{ unionId: west.id, tag: 'illness' }])
})

test.each([
  ['retain', 'retained', 'retained'],
  ['leave', 'left', null],
  ['expel', 'expelled', null],
  ['death', 'left', null],
] as const)('%s makes the status %s', async (went, status, standing) => {
  const { east } = await towns()
  const { id } = await at(east.path, (session) => aMember(session, east.id))
  await at(east.path, (session) => release(session, id, { on: '2026-03-01', went }))
  const [row] = await at(east.path, ({ db }) => db.select().from(members).where(eq(members.id, id)))
  expect(row).toMatchObject({ status, version: 2 })
  const stays = await at(east.path, ({ db }) => db.select().from(memberships).where(eq(memberships.memberId, id)))
  expect(stays.find(({ untilOn }) => !untilOn)?.standing ?? null).toBe(standing)
})

test('a retained membership is restored, a full one is not; nothing ends before it began or after today', async () => {
  const { east } = await towns()
  const { id } = await at(east.path, (session) => aMember(session, east.id, {}, { on: '2025-06-01' }))
  const refusal = (code: string) => ({ refusal: { code } })
  await expect(at(east.path, (session) => restore(session, id, { on: '2026-03-01' }))).rejects.toMatchObject(
    refusal('members.status'),
  )
  const leaveOn = (on: string) => at(east.path, (session) => release(session, id, { on, went: 'retain' }))
  await expect(leaveOn('2025-05-31')).rejects.toMatchObject(refusal('members.early'))
  await expect(leaveOn('2026-03-03')).rejects.toMatchObject(refusal('members.later'))
  await leaveOn('2025-06-01')
  await at(east.path, (session) => restore(session, id, { on: '2026-03-02' }))
  expect(await countsOf(east.id)).toEqual({ member: 1 })
})

test('a roster is filed at once; who has a record already is named; the undo takes back only what nobody touched since', async () => {
  const { east, west } = await towns()
  const known = someFacts()
  const { id: knownId } = await at(west.path, (session) => aMember(session, west.id, known))
  const twice = anIdNumber()
  const rows = [
    { ...someFacts(), unionId: east.id, joinedOn: '2020-01-01' },
    { ...someFacts(), unionId: east.id },
    { ...known, unionId: east.id },
    { ...someFacts(), idNumber: twice, unionId: east.id, joinedOn: '2020-01-01', tags: ['migrant', 'hardship'] as const },
    { ...someFacts(), idNumber: twice, unionId: east.id },
    { name: '李四', unionId: east.id, joinedOn: '2020-01-01', retainedOn: '2022-02-02', status: 'retained' as const },
  ]
  const { ids, met } = await at(east.path, (session) => admitMany(session, rows))
  expect(met).toMatchObject([
    { row: 2, by: 'idNumber', id: knownId, unionName: '西城街道总工会' },
    { row: 4, by: 'idNumber' },
  ])
  expect(await countsOf(east.id)).toEqual({ member: 2, worker: 1, retained: 1 })
  const filed = ids.filter((id) => id !== null)
  await at(east.path, (session) => release(session, filed[0]!, { on: '2026-03-01', went: 'leave' }))
  const { removed, kept } = await at(east.path, (session) => removeMany(session, filed))
  expect([removed.length, kept]).toEqual([3, [filed[0]]])
  expect(await countsOf(east.id)).toEqual({ left: 1 })
})

test('a roster row for a union out of scope stops the whole list', async () => {
  const { east, west } = await towns()
  await expect(at(east.path, (session) => admitMany(session, [{ ...someFacts(), unionId: west.id }]))).rejects.toThrow(
    'not in scope',
  )
})
