import { asc, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { subtree, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'
import { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { members, memberships, memberTags } from '../tables.ts'
import { aMember } from '../testing.ts'
import { admitMany } from './bulk.ts'
import { relocateMany } from './relocating.ts'
import { relocate, release } from './stays.ts'

const world = testWorld('2026-03-02')
const on = '2026-03-02'

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

/** Two unions, and at the first a worker, a member with a sensitive tag, a member of 66 and one whose membership rests. */
const furnish = () =>
  world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const row = { unionId: east.id, joinedOn: '2020-01-01', employmentForm: 'contract' as const, employer: '恒达机械有限公司' }
    const { ids } = await admitMany(session, [
      { ...row, name: '吴强', joinedOn: null },
      { ...row, name: '王秀英', tags: ['illness'] },
      { ...row, name: '赵刚', birthOn: '1960-01-01', sex: 'male' },
      { ...row, name: '孙洁', status: 'retained', retainedOn: '2024-05-01' },
    ])
    return { district, east, west, ids: ids as string[] }
  })

const course = (ids: readonly string[]) =>
  world.session(async ({ db }) => {
    await db.execute(`set local app.sensitive = 'on'`)
    const { memberId, unionId, standing, fromOn, untilOn, came, went } = memberships
    const stays = await db
      .select({ memberId, unionId, standing, fromOn, untilOn, came, went })
      .from(memberships)
      .where(inArray(memberId, [...ids]))
      .orderBy(asc(fromOn), asc(untilOn), asc(standing))
    const people = await db
      .select()
      .from(members)
      .where(inArray(members.id, [...ids]))
    const tags = await db
      .select()
      .from(memberTags)
      .where(inArray(memberTags.memberId, [...ids]))
    return ids.map((id) => ({
      ...{ stays: stays.filter((stay) => stay.memberId === id).map(({ memberId: _, ...stay }) => stay) },
      person: people
        .filter((person) => person.id === id)
        .map(({ name, status, unionId: place, retainedOn, problems }) => ({ name, status, place, retainedOn, problems })),
      tags: tags.filter((tag) => tag.memberId === id).map(({ unionId: place }) => place),
    }))
  })

test.for([false, true])('many moved at once have the course that they have one by one (retained: %s)', async (isRetained) => {
  const [one, all] = [await furnish(), await furnish()]
  await world.session(async (session) => {
    for (const id of one.ids) {
      await relocate(session, id, one.west.id, { on })
      const [row] = await session.db
        .select()
        .from(members)
        .where(inArray(members.id, [id]))
      if (isRetained && row!.status === 'member') await release(session, id, { on, went: 'retain' })
    }
  })
  const moved = await world.session((session) => relocateMany(session, all.ids, all.west.id, { on, isRetained }))
  expect(moved).toEqual({ moved: 4, retained: isRetained ? 2 : 0 })
  const places = (text: string, { east, west }: typeof one) => text.replaceAll(east.id, 'east').replaceAll(west.id, 'west')
  const [expected, found] = [await course(one.ids), await course(all.ids)]
  expect(places(JSON.stringify(found), all)).toEqual(places(JSON.stringify(expected), one))
})

test('one who may not move stops all; nobody out of sight is moved, and a record that is not there is 404', async () => {
  const { east, west, ids } = await furnish()
  const late = await world.session((session) => aMember(session, east.id, {}, { on: '2026-03-02' }))
  const refused = world.session((session) => relocateMany(session, [...ids, late.id], west.id, { on: '2026-03-01' }))
  await expect(refused).rejects.toMatchObject({ refusal: { code: 'members.early' } })
  expect((await course(ids)).map(({ person }) => person[0]!.place)).toEqual(ids.map(() => east.id))
  await expect(at(east.path, (session) => relocateMany(session, [crypto.randomUUID()], west.id, { on }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await at(east.path, (session) => relocateMany(session, [], west.id, { on }))).toEqual({ moved: 0, retained: 0 })
})
