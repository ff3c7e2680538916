import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { appendLine } from '#platform/journal'
import { testWorld } from '#platform/testing'
import { aMember, someFacts } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.approve', 'unions.file'] as const
type Place = { id: string; path: string; name: string }

async function aFederation() {
  const unions = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const east = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '西城街道总工会', kind: 'town', parentId: district.id })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: east.id })
    const shop = await aUnion(session, { name: '一车间分会', kind: 'branch', parentId: factory.id })
    const mill = await aUnion(session, { name: '云裳针织工会委员会', parentId: west.id })
    return { district, east, west, factory, shop, mill }
  })
  const at = (union: Place, account?: string) => world.as({ post: postAt(union), powers, ...(account && { account }) }).api
  return { ...unions, at }
}

/** A duty as the clock keeps it. */
const aDuty = ({ id, path }: Place, title: string, dueOn: string, warnOn: string, closedOn: string | null = null) =>
  world.session(({ db }) =>
    db.execute(sql`insert into duties (id, clock, union_id, union_path, subject, owed_by, since, warn_on, due_on, escalate_on, closed_on, closed_as,
        is_estimate, basis, digest)
      values (gen_random_uuid(), 'D16', ${id}, ${path}, gen_random_uuid(), '{chair}', '2025-06-01', array[${warnOn}::date], ${dueOn}, '{}',
        ${closedOn}, ${closedOn && 'fulfilled'}, false, ${JSON.stringify({ title, lastDay: dueOn, law: [{ cite: '《工会法》第十七条' }] })}, '')`),
  )
const anAlarm = ({ id, path }: Place, kind: string) =>
  world.session(async ({ db }) => {
    const { rows } = await db.execute<{
      id: string
    }>(sql`insert into alarms (kind, union_id, union_path, since, figures, noticed_on)
      values (${kind}, ${id}, ${path}, '2026-01-05', '{"days": 90}', '2026-02-01') returning id`)
    return rows[0]!.id
  })

test('each union by the worst of it, a branch at the union it belongs to, grouped by town; no town sees another', async () => {
  const { district, east, west, factory, shop, mill, at } = await aFederation()
  await aDuty(shop, '补选分会主席', '2026-02-20', '2026-02-10')
  await aDuty(factory, '召开年度大会', '2026-02-25', '2026-02-15')
  await aDuty(east, '换届', '2026-03-20', '2026-03-01')
  await aDuty(district, '换届', '2026-09-20', '2026-08-20')
  await aDuty(district, '年检', '2026-01-20', '2026-01-01', '2026-01-19')
  await anAlarm(mill, 'inactive')
  await world.session(async (session) => {
    for (const union of [factory.id, shop.id, shop.id]) await aMember(session, union, someFacts())
  })
  const { groups, cells } = await at(district).today.picture({})
  expect(groups.map(({ title }) => title)).toEqual(['本级和直属', '东城街道总工会', '西城街道总工会'])
  const told = Object.fromEntries(cells.map(({ name, group, standing, members }) => [name, [group, standing, members]]))
  expect(told).toEqual({
    永安区总工会: [0, 'onTime', 3],
    东城街道总工会: [1, 'due', 3],
    恒达机械工会委员会: [1, 'late', 3],
    西城街道总工会: [2, 'onTime', 0],
    云裳针织工会委员会: [2, 'quiet', 0],
  })
  const cell = cells.find(({ id }) => id === factory.id)!
  expect(cell.counts).toEqual([2, 0, 0])
  expect(cell.worst).toEqual({
    what: '逾期未办：补选分会主席',
    since: '2025-06-01',
    dueOn: '2026-02-20',
    cite: '《工会法》第十七条',
  })
  const own = await at(west).today.picture({})
  expect(own.cells.map(({ name }) => name)).toEqual(['西城街道总工会', '云裳针织工会委员会'])
  await expect(at(west).today.picture({ unionId: factory.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an alarm that was noted no longer colours its union, until the day of the note', async () => {
  const { west, mill, at } = await aFederation()
  const id = await anAlarm(mill, 'vacant')
  const standing = async () => (await at(west).today.picture({})).cells.find((cell) => cell.id === mill.id)!.standing
  expect(await standing()).toBe('due')
  await at(west).alarms.note({ ids: [id], reason: '已排定补选', untilOn: '2026-03-05' })
  expect(await standing()).toBe('onTime')
  world.now = new Date('2026-03-06T09:00:00+08:00')
  expect(await standing()).toBe('due')
  world.now = new Date('2026-03-02T09:00:00+08:00')
})

test('what I did, by day and kind; reading messages is no work, and others’ acts are not mine', async () => {
  const { factory, at } = await aFederation()
  const [me, other] = [crypto.randomUUID(), crypto.randomUUID()]
  const line = (act: string, actor: string, day: string) =>
    world.session(({ db }) =>
      appendLine(db, {
        act,
        actor,
        post: undefined,
        unionId: factory.id,
        subject: undefined,
        at: new Date(day),
        content: '',
        detail: undefined,
      }),
    )
  await line('joining.approve', me, '2026-02-27T09:00:00+08:00')
  await line('joining.approve', me, '2026-02-27T10:00:00+08:00')
  await line('notices.read', me, '2026-02-28T10:00:00+08:00')
  await line('joining.approve', other, '2026-02-28T10:00:00+08:00')
  await line('joining.approve', me, '2026-01-01T10:00:00+08:00')
  await aDuty(factory, '召开年度大会', '2026-02-25', '2026-02-15', '2026-02-20')
  const done = await at(factory, me).today.done({})
  expect(done.acts).toEqual([{ day: '2026-02-27', act: 'joining.approve', times: 2, unions: 1, unionName: factory.name }])
  expect(done.total).toBe(2)
  expect(done.fulfilled).toMatchObject([{ title: '召开年度大会', closedOn: '2026-02-20' }])
})
