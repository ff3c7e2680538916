import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { asAdmin } from '#platform/testing.template'
import { testWorld } from '#platform/testing'
import { anAppointment, anAccount } from '#testing/organisation/posts'
import { aUnion } from '#testing/organisation/unions'
import { callerOf } from '#modules/organisation/posts'
import { routes as unions } from '#modules/organisation/unions'
import { routes as me } from './index.ts'

const world = testWorld('2026-03-02')

async function aTown() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const town = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id })
    const workshop = await aUnion(session, { name: '一车间分会', kind: 'branch', parentId: factory.id })
    return { district, town, factory, workshop }
  })
}

const signedIn = (accountId: string, secondFactor = true) => ({ accountId, sessionId: randomUUID(), secondFactor })
const knock = async (who: ReturnType<typeof signedIn>, day = '2026-03-02') => {
  const caller = await callerOf(world.pool, world.region, who, { now: new Date(`${day}T09:00:00+08:00`) })
  return { caller, api: createRouterClient({ me, unions }, { context: () => caller }) }
}

test('authority begins with the first day of the term and ends with its last', async () => {
  const { factory } = await aTown()
  const zhou = await world.session((session) =>
    anAppointment(session, factory, { name: '周明', kind: 'chair', fromOn: '2026-03-02', untilOn: '2029-03-01' }),
  )
  const account = await anAccount(world, zhou.memberId)
  const post = async (day: string) => (await knock(signedIn(account), day)).caller.user
  expect((await post('2026-03-01')).powers).toEqual([])
  expect(await post('2026-03-02')).toMatchObject({
    person: zhou.memberId,
    post: { id: zhou.id, path: factory.path, title: '主席' },
  })
  expect((await post('2029-03-01')).powers).toContain('members.manage')
  expect(await post('2029-03-02')).toEqual({ account, person: zhou.memberId, powers: [] })
})

test('the post acted under is chosen per session, and only among those held', async () => {
  const { town, factory, workshop } = await aTown()
  const [chair, officer, other] = await world.session(async (session) => {
    const first = await anAppointment(session, factory, { name: '李红', kind: 'chair' })
    const second = await anAppointment(session, town, { memberId: first.memberId, name: '李红', kind: 'member' })
    return [first, second, await anAppointment(session, town, { name: '王强', kind: 'chair' })] as const
  })
  await world.session(({ db }) =>
    db.execute(sql`update members set union_id = ${workshop.id}, union_path = ${workshop.path} where id = ${chair.memberId}`),
  )
  const session = signedIn(await anAccount(world, chair.memberId))
  const first = await knock(session)
  expect(await first.api.me.get()).toMatchObject({
    person: { name: '李红', unionName: '恒达机械工会委员会', groupName: '一车间分会', memberSince: '2020-01-01' },
    posts: [{ id: chair.id }, { id: officer.id }],
    post: { id: chair.id, unionName: '恒达机械工会委员会' },
  })
  await first.api.me.actAs({ postId: officer.id })
  expect(await (await knock(session)).api.me.get()).toMatchObject({ post: { id: officer.id, unionName: '东城街道总工会' } })
  expect((await knock(signedIn(session.accountId))).caller.user.post?.id).toBe(chair.id)
  await first.api.me.actAs({ postId: null })
  expect((await knock(session)).caller.user).toMatchObject({ powers: [], person: chair.memberId })
  await expect(first.api.me.actAs({ postId: other.id })).rejects.toMatchObject({ data: { code: 'me.notHeld' } })
})

test('a post with authority over others asks for the second factor, what is one’s own does not', async () => {
  const { factory } = await aTown()
  const chair = await world.session((session) => anAppointment(session, factory, { name: '赵军', kind: 'chair' }))
  const { api, caller } = await knock(signedIn(await anAccount(world, chair.memberId), false))
  expect(caller.needsSecondFactor).toBe(true)
  await expect(api.unions.top()).rejects.toMatchObject({ code: 'FORBIDDEN', data: { code: 'signin.second-factor' } })
  expect(await api.me.get()).toMatchObject({ needsSecondFactor: true, post: { kind: 'chair' } })
})

test('a closed account, an unknown one and nobody are callers without authority', async () => {
  const { factory } = await aTown()
  const chair = await world.session((session) => anAppointment(session, factory, { name: '孙丽', kind: 'chair' }))
  const account = await anAccount(world, chair.memberId)
  await asOwner(`update shared.accounts set disabled_at = now() where id = '${account}'`)
  for (const who of [signedIn(account), signedIn(randomUUID())]) expect((await knock(who)).caller.user).toEqual({ powers: [] })
  expect((await callerOf(world.pool, world.region, undefined)).user).toEqual({ powers: [] })
})

test('a record that was merged away still carries its appointments and its account', async () => {
  const { factory } = await aTown()
  const [kept, merged] = await world.session(async (session) => [
    await anAppointment(session, factory, { name: '吴刚', kind: 'member' }),
    await anAppointment(session, factory, { name: '吴钢', kind: 'treasurer' }),
  ])
  await world.session(({ db }) =>
    db.execute(sql`update members set merged_into = ${kept!.memberId} where id = ${merged!.memberId}`),
  )
  const { api } = await knock(signedIn(await anAccount(world, merged!.memberId)))
  expect(await api.me.get()).toMatchObject({ person: { id: kept!.memberId }, posts: [{ kind: 'member' }, { kind: 'treasurer' }] })
})

test('within a caller’s frame nobody asks for the authority of another account', async () => {
  const { factory } = await aTown()
  const chair = await world.session((session) => anAppointment(session, factory, { name: '郑洁', kind: 'chair' }))
  const account = await anAccount(world, chair.memberId)
  const client = await world.pool.connect()
  try {
    await client.query(
      `begin;set local role gongqiao_self;set local search_path=${world.region},shared;set local app.account='${randomUUID()}'`,
    )
    expect((await client.query(`select authority_of('${account}', null, '2026-03-02') as a`)).rows[0].a).toBeNull()
  } finally {
    await client.query('rollback')
    client.release()
  }
})

function asOwner(text: string) {
  return asAdmin(async () => {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: world.ownerUrl })
    await client.connect()
    await client.query(text).finally(() => client.end())
  })
}
