import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { within } from '#platform/db'
import { testWorld } from '#platform/testing'
import { anAppointment, aPerson } from '#testing/organisation/posts'
import { aUnion } from '#testing/organisation/unions'
import { noticeKind, notify, settle } from '#platform/notices'

const world = testWorld('2026-03-02')
noticeKind('tests.arrived', { title: '测试', mayMute: true })
const news = { kind: 'tests.arrived', title: '有一件转会申请待办', link: '/transfers' } as const

const inbox = (person: string) =>
  within(world.pool, { region: world.region, role: 'self', lo: '', hi: '', me: person }, async (db) => {
    const { rows } = await db.execute<{ key: string; done: boolean }>(
      sql`select key, done_at is not null as done from notices order by key`,
    )
    return rows.map(({ key, done }) => `${key}${done ? ' done' : ''}`)
  })

async function aFactory() {
  return world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: district.id })
    const chair = await anAppointment(session, factory, { name: '李红', kind: 'chair' })
    const officer = await anAppointment(session, factory, { name: '王强', kind: 'organisationOfficer' })
    const women = await anAppointment(session, factory, { name: '赵敏', kind: 'womenChair' })
    return { district, factory, chair: chair.memberId, officer: officer.memberId, women: women.memberId }
  })
}

test('who runs the union is told, once, whoever acts and however often', async () => {
  const { factory, chair, officer, women } = await aFactory()
  const told = { ...news, key: 'tests.arrived:1', to: { unionId: factory.id } }
  const asStranger = () =>
    within(world.pool, { region: world.region, role: 'public', lo: '', hi: '' }, (db) => notify({ db, now: world.now }, told))
  expect((await Promise.all([asStranger(), asStranger(), asStranger()])).sort()).toEqual([0, 0, 2])
  expect([await inbox(chair), await inbox(officer), await inbox(women)]).toEqual([['tests.arrived:1'], ['tests.arrived:1'], []])
})

test('the new holder of a post is reached by the same key, the old one not again', async () => {
  const { factory, chair } = await aFactory()
  const told = { ...news, key: 'tests.arrived:2', to: { unionId: factory.id, posts: ['chair'] } }
  expect(await world.session((session) => notify(session, told))).toBe(1)
  const next = await world.session(async (session) => {
    await session.db.execute(sql`update appointments set ended_on = '2026-03-02', ended_why = 'moved' where member_id = ${chair}`)
    return anAppointment(session, factory, { name: '钱进', kind: 'chair', fromOn: '2026-03-02' })
  })
  expect(await world.session((session) => notify(session, told))).toBe(1)
  expect(await inbox(next.memberId)).toEqual(['tests.arrived:2'])
})

test('a person alone is told, also under a record merged away; whoever knows already is left out', async () => {
  const { factory, chair } = await aFactory()
  const [kept, merged] = await world.session(async (session) => {
    const both = [await aPerson(session, factory, '吴刚'), await aPerson(session, factory, '吴钢')] as const
    await session.db.execute(sql`update members set merged_into = ${both[0]} where id = ${both[1]}`)
    return both
  })
  await world.session((session) =>
    notify(session, [
      { ...news, key: 'tests.arrived:3', to: { person: merged } },
      { ...news, key: 'tests.arrived:4', to: { unionId: factory.id }, except: [chair] },
    ]),
  )
  expect([await inbox(kept), await inbox(chair)]).toEqual([['tests.arrived:3'], []])
})

test('what is settled by subject or by key is done for everybody', async () => {
  const { factory, chair, officer } = await aFactory()
  const subject = crypto.randomUUID()
  await world.session((session) => notify(session, { ...news, key: 'tests.arrived:5', subject, to: { unionId: factory.id } }))
  expect(await world.session((session) => settle(session, { kind: 'tests.arrived', subject }))).toBe(2)
  expect(await world.session((session) => settle(session, { key: 'tests.arrived:5' }))).toBe(0)
  expect([await inbox(chair), await inbox(officer)]).toEqual([['tests.arrived:5 done'], ['tests.arrived:5 done']])
})

test('a kind nobody declared is a fault', async () => {
  await expect(
    world.session((session) =>
      notify(session, { ...news, kind: 'tests.unknown', key: 'x:1', to: { person: crypto.randomUUID() } }),
    ),
  ).rejects.toThrow(/no such kind/)
})
