import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'
import { memberCounts, members } from '../tables.ts'
import { aMember, someFacts } from '../testing.ts'
import { onMerge } from './references.ts'

const world = testWorld('2026-03-02')
const powers = ['members.view', 'members.manage', 'members.sensitive'] as const

/** One person twice: once as a member with a number, once as a worker from a roster without. */
async function twins() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const facts = someFacts()
    const kept = await aMember(session, east.id, facts)
    const loose = await aMember(session, west.id, {
      name: facts.name,
      idNumber: null,
      sex: 'female',
      birthOn: '1990-05-17',
      mobile: '13500001111',
      education: 'college',
    })
    return { district, east, west, keepId: kept.id, dropId: loose.id, number: loose.number }
  })
}
const at = (union: { id: string; path: string; name: string }) => world.as({ post: postAt(union), powers }).api.members
const rowOf = (id: string) => world.session(async ({ db }) => (await db.select().from(members).where(eq(members.id, id)))[0]!)

test('two records without two identity numbers are proposed as one person, only to whoever sees both', async () => {
  const { district, east } = await twins()
  const pairs = await at(district).duplicates({})
  expect(pairs).toMatchObject([{ by: 'birth', records: [{ name: '王秀英' }, { name: '王秀英' }] }])
  expect(await at(east).duplicates({})).toEqual([])
})

test('merging loses nothing, and can be taken back exactly', async () => {
  const { district, east, west, keepId, dropId } = await twins()
  await at(district).tag({ id: dropId, tag: 'illness' })
  await at(district).tag({ id: keepId, tag: 'migrant' })
  await at(district).tag({ id: dropId, tag: 'migrant' })
  await at(district).reveal({ id: dropId, field: 'mobile', reason: '核对本人身份' })
  const [kept, dropped] = [await rowOf(keepId), await rowOf(dropId)]
  const { id } = await at(district).merge({ keepId, dropId, take: ['mobile'], reason: '同一个人，入会时没带证件' })

  const whole = await at(district).get({ id: keepId })
  expect(whole).toMatchObject({ mobile: '135****1111', education: 'college', number: kept.number, status: 'member' })
  expect(whole.stays.map(({ unionName, untilOn, went }) => [unionName, untilOn, went])).toEqual([
    ['西城街道总工会', '2026-03-02', 'merge'],
    ['东城街道总工会', null, null],
  ])
  expect(whole.tags.map(({ tag }) => tag).sort()).toEqual(['illness', 'migrant'])
  expect(whole.looks).toHaveLength(1)
  expect((await at(district).list({})).total).toBe(1)
  expect(await at(district).duplicates({})).toEqual([])

  await at(district).correct({ id: keepId, version: whole.version, changes: { job: '班长' } })
  await at(district).unmerge({ id })
  const [keptAgain, droppedAgain] = [await rowOf(keepId), await rowOf(dropId)]
  const essence = ({ version: _v, mobile: _m, job: _j, checkedOn: _c, ...row }: typeof kept) => row
  expect(essence(keptAgain)).toEqual(essence(kept))
  expect(keptAgain.job).toBe('班长')
  expect(essence(droppedAgain)).toEqual(essence(dropped))
  expect((await at(district).get({ id: dropId })).stays).toMatchObject([{ unionName: '西城街道总工会', untilOn: null }])
  expect((await at(district).get({ id: dropId })).tags.map(({ tag }) => tag).sort()).toEqual(['illness', 'migrant'])
  expect((await at(district).get({ id: dropId })).looks).toHaveLength(1)
  await expect(at(district).unmerge({ id })).rejects.toMatchObject({ data: { code: 'members.unmerged' } })
  const counts = await world.session(({ db }) => db.select().from(memberCounts))
  expect(counts.filter(({ unionId }) => unionId === east.id || unionId === west.id)).toMatchObject([
    { memberCount: 1 },
    { memberCount: 1 },
  ])
})

test('the record that is no member’s takes over number and membership of the one that is', async () => {
  const { district, keepId, dropId, number } = await twins()
  await world.session(({ db }) =>
    db.execute(`update members set status = 'worker', number = null, joined_on = null where id = '${keepId}'`),
  )
  await world.session(({ db }) => db.execute(`delete from memberships where member_id = '${keepId}'`))
  await at(district).merge({ keepId, dropId, reason: '同一个人重复登记' })
  expect(await at(district).get({ id: keepId })).toMatchObject({
    status: 'member',
    number,
    joinedOn: '2024-03-01',
    stays: [{ untilOn: null }],
  })
})

test('two identity numbers are two persons; a merged record is not merged again; merges are undone last first', async () => {
  const { district, east, keepId, dropId } = await twins()
  const other = await world.session((session) => aMember(session, east.id))
  const refused = (code: string) => ({ data: { code } })
  const merge = (input: { keepId: string; dropId: string }) => at(district).merge({ ...input, reason: '同一个人重复登记' })
  await expect(merge({ keepId, dropId: other.id })).rejects.toMatchObject(refused('members.two-persons'))
  await expect(merge({ keepId, dropId: keepId })).rejects.toMatchObject(refused('members.merge-self'))
  const { id: firstMerge } = await merge({ keepId, dropId })
  await expect(merge({ keepId: other.id, dropId })).rejects.toMatchObject(refused('members.merged'))
  const third = await world.session((session) =>
    aMember(session, east.id, { idNumber: null, sex: 'female', birthOn: '1990-05-17' }),
  )
  world.now = new Date('2026-03-02T10:00:00+08:00')
  await merge({ keepId, dropId: third.id })
  await expect(at(district).unmerge({ id: firstMerge })).rejects.toMatchObject(refused('members.unmerge-order'))
})

test('rows of other modules that name the person go along and come back; those that would clash stay', async () => {
  const { district, keepId, dropId } = await twins()
  await world.session(({ db }) => db.execute('select 1'))
  const { default: pg } = await import('pg')
  const owner = new pg.Client(world.ownerUrl)
  await owner.connect()
  await owner.query(`create table region_main.prizes (id uuid primary key default gen_random_uuid(), winner_id uuid, name text, unique (winner_id, name));
    grant select, update on region_main.prizes to gongqiao_post`)
  await owner.query(`insert into region_main.prizes (winner_id, name) values ($1, '先进'), ($2, '先进'), ($2, '标兵')`, [
    keepId,
    dropId,
  ])
  onTestFinished(onMerge('prizes', 'winner_id', ['name']))
  const held = async (id: string) =>
    (
      await owner.query<{ name: string }>('select name from region_main.prizes where winner_id = $1 order by name', [id])
    ).rows.map(({ name }) => name)
  const { id } = await at(district).merge({ keepId, dropId, reason: '同一个人重复登记' })
  expect([await held(keepId), await held(dropId)]).toEqual([['先进', '标兵'].sort(), ['先进']])
  await at(district).unmerge({ id })
  expect([(await held(keepId)).length, (await held(dropId)).length]).toEqual([1, 2])
  await owner.end()
})
