import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { within } from '#platform/db'
import { adapterFor, makeNotices, type News, noticeKind, notify, sendNotices, settle } from '#platform/notices'
import { aBridge, reachable } from '#platform/notices.testing'
import { testWorld } from '#platform/testing'
import { anAccount, anAppointment, aPerson } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02T10:00:00+08:00')
noticeKind('tests.arrived', { title: '会员转入', mayMute: true })
noticeKind('tests.due', { title: '法定期限', mayMute: false })

type Place = Awaited<ReturnType<typeof aUnion>>
let [district, factory] = [] as unknown as [Place, Place]
beforeAll(async () => {
  ;[district, factory] = await world.session(async (session) => {
    const top = await aUnion(session, { name: '永安区总工会' })
    return [top, await aUnion(session, { name: '恒达机械工会委员会', parentId: top.id })] as const
  })
})

async function aWorker(name: string, how: Parameters<typeof reachable>[2] = {}) {
  const person = await world.session((session) => aPerson(session, factory, name))
  const account = await anAccount(world, person)
  await reachable(world.ownerUrl, account, how)
  return { person, account, api: world.as({ person, account }).api }
}
const tell = (person: string, news: Partial<News> = {}) =>
  world.session((session) =>
    notify(session, {
      key: `tests.arrived:${randomUUID()}`,
      ...{ kind: 'tests.arrived', to: { person }, title: '有一件转会申请待办', link: '/transfers' },
      ...news,
    }),
  )
const administrator = (union = district) =>
  world.as({ post: postAt(union, 'systemAdministrator'), powers: ['system.manage'] }).api
const send = (adapters: Parameters<typeof makeNotices>[0]) =>
  sendNotices(
    {
      ...{ pool: world.pool, region: world.region, notices: makeNotices(adapters), baseUrl: 'https://gonghui.example' },
      ...{ me: randomUUID(), clock: () => world.now },
    },
    new AbortController().signal,
  )

test('one reads, finds and marks one’s own, and nobody else’s', async () => {
  const [li, wang] = [await aWorker('李红'), await aWorker('王强')]
  await tell(li.person, { title: '第一件' })
  await tell(li.person, { title: '第二件', kind: 'tests.due', isUrgent: true, cite: '工会法第十二条', until: world.now })
  await tell(li.person, { key: 'tests.arrived:done', title: '第三件' })
  await world.session((session) => settle(session, { key: 'tests.arrived:done' }))
  expect(await li.api.notices.count()).toEqual({ unread: 2, open: 2 })
  const { rows, total } = await li.api.notices.list({})
  expect([total, rows.map(({ title }) => title)]).toEqual([2, ['第二件', '第一件']])
  expect(rows[0]).toMatchObject({ kindTitle: '法定期限', isUrgent: true, isRead: false, isDone: false, until: world.now })
  expect((await li.api.notices.list({ state: 'done' })).rows).toMatchObject([{ title: '第三件', isDone: true }])
  expect((await li.api.notices.list({ state: 'all', kind: ['tests.arrived'], text: '三' })).total).toBe(1)
  expect((await wang.api.notices.list({ state: 'all' })).total).toBe(0)
  expect(await wang.api.notices.read({ ids: rows.map(({ id }) => id) })).toEqual({ count: 0 })
  expect(await li.api.notices.read({ ids: [rows[0]!.id] })).toEqual({ count: 1 })
  expect((await li.api.notices.list({ state: 'unread' })).rows.map(({ title }) => title)).toEqual(['第一件'])
  expect(await Promise.all([li.api.notices.readAll(), li.api.notices.readAll()])).toContainEqual({ count: 0 })
  expect(await li.api.notices.count()).toEqual({ unread: 0, open: 2 })
})

test('an account that belongs to nobody yet has an empty inbox and may not say how it is reached', async () => {
  const { api } = world.as({ account: await anAccount(world) })
  expect(await api.notices.list({ state: 'all' })).toEqual({ rows: [], total: 0 })
  expect(await api.notices.readAll()).toEqual({ count: 0 })
  const wanted = { channel: 'none', isDaily: true, dailyAt: '09:00', quietFrom: '21:00', quietUntil: '08:00', muted: [] } as const
  await expect(api.notices.prefer({ ...wanted, muted: [] })).rejects.toMatchObject({ data: { code: 'person.unknown' } })
})

test('one channel is chosen, its address shown masked and kept when it is not typed again; what waits goes by the new choice', async () => {
  const li = await aWorker('李红', { email: 'lihong@example.org.cn', mobile: '13912345678' })
  expect(await li.api.notices.preference()).toMatchObject({
    ...{ channel: null, isDaily: true, dailyAt: '09:00', quietFrom: '21:00', quietUntil: '08:00' },
    reach: { email: 'l***@example.org.cn', sms: expect.stringMatching(/^139\*+5678$/), wecom: null },
    kinds: expect.arrayContaining([{ kind: 'tests.due', title: '法定期限', mayMute: false }]),
  })
  const bridge = await aBridge((_, response) => response.writeHead(202).end())
  const wecom = adapterFor('wecom', { url: bridge.url, secret: 'shared' })
  await tell(li.person)
  expect(await send({ wecom })).toMatchObject({ sent: 0 })
  const wanted = {
    channel: 'wecom',
    isDaily: false,
    dailyAt: '09:00',
    quietFrom: '22:00',
    quietUntil: '07:00',
    muted: [] as string[],
  } as const
  await expect(li.api.notices.prefer({ ...wanted, muted: [] })).rejects.toMatchObject({ data: { code: 'notices.nowhere' } })
  await expect(li.api.notices.prefer({ ...wanted, address: 'lihong', muted: ['tests.due'] })).rejects.toMatchObject({
    data: { code: 'notices.bound' },
  })
  await li.api.notices.prefer({ ...wanted, muted: [], address: 'lihong' })
  await li.api.notices.prefer({ ...wanted, muted: ['tests.arrived'] })
  expect(await li.api.notices.preference()).toMatchObject({
    channel: 'wecom',
    reach: { wecom: 'l***g' },
    muted: ['tests.arrived'],
  })
  await li.api.notices.prefer({ ...wanted, muted: [] })
  expect(await send({ wecom })).toMatchObject({ planned: 1, sent: 1 })
  expect(await li.api.notices.trial()).toEqual({ count: 1 })
  expect(await send({ wecom })).toMatchObject({ sent: 1 })
  expect(bridge.taken.map(({ body }) => [body.to, body.title])).toEqual([
    ['lihong', '有一件转会申请待办'],
    ['lihong', '这是一条试发的提醒'],
  ])
  await bridge.close()
})

test('the administrator sees counts, channels and failures, never a notice; the dead go again', async () => {
  const [li, wang] = [await aWorker('李红', { mobile: '13912345679' }), await aWorker('王强')]
  for (const person of [li.person, li.person, li.person, wang.person]) await tell(person, { kind: 'tests.due', isUrgent: true })
  let status = 422
  const bridge = await aBridge((_, response) => response.writeHead(status).end('{"cause":"空号"}'))
  const sms = adapterFor('sms', { url: bridge.url, secret: 'shared' })
  await send({ sms })
  const before = await administrator().notices.figures({ weeks: 1 })
  expect(before.weeks[0]).toMatchObject({ week: '2026-03-02' })
  expect(before.kinds.find(({ kind }) => kind === 'tests.due')).toMatchObject({
    title: '法定期限',
    total: expect.any(Number),
    most: 3,
  })
  expect(before.channels.find(({ channel }) => channel === 'sms')).toMatchObject({ dead: 1, waiting: 0 })
  const { rows } = await administrator().notices.failures({})
  expect(rows).toMatchObject([{ personName: '李红', unionName: factory.name, state: 'dead', cause: '接口回答 422：空号' }])
  status = 200
  expect(await administrator().notices.again({ ids: rows.map(({ id }) => id) })).toEqual({ count: 1 })
  expect(await administrator().notices.again({ ids: rows.map(({ id }) => id) })).toEqual({ count: 0 })
  expect(await send({ sms })).toMatchObject({ sent: 1 })
  expect((await administrator().notices.failures({})).total).toBe(0)
  await bridge.close()
})

test('an administrator below the top sees no figure, no failure, and sets nothing', async () => {
  const below = administrator(factory).notices
  expect(await below.figures({ weeks: 1 })).toMatchObject({ weeks: [], kinds: [] })
  expect((await below.failures({})).total).toBe(0)
  await expect(below.configure({ channel: 'sms', settings: null })).rejects.toMatchObject({ data: { code: 'notices.below' } })
})

test('the settings of a channel are sealed, and the sending job goes by them', async () => {
  const bridge = await aBridge((_, response) => response.writeHead(202).end())
  const [url, secret] = [bridge.url, 'a secret of enough length']
  await expect(
    administrator().notices.configure({ channel: 'dingtalk', settings: { url, secret: 'short' } }),
  ).rejects.toMatchObject({
    data: { code: 'notices.secret' },
  })
  await administrator().notices.configure({ channel: 'dingtalk', settings: { url, secret } })
  expect(await inDatabase()).not.toContain(secret)
  expect((await administrator().notices.figures({ weeks: 1 })).channels).toContainEqual(
    expect.objectContaining({ channel: 'dingtalk', source: 'here' }),
  )
  const { channelsOf } = await import('#platform/notices')
  const notices = await within(world.pool, { region: world.region, role: 'jobs', lo: '', hi: '' }, (db) => channelsOf(db, {}))
  await notices.send({ channel: 'dingtalk', to: 'lihong', text: '一' })
  expect(bridge.taken).toHaveLength(1)
  await administrator().notices.configure({ channel: 'dingtalk', settings: null })
  await bridge.close()
})

async function inDatabase() {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const { rows } = await client.query(`select settings_sealed from ${world.region}.notice_channels`).finally(() => client.end())
  return JSON.stringify(rows)
}

test('the inbox follows a record that was merged into another', async () => {
  const [kept, dropped] = [await aWorker('吴刚'), await aWorker('吴钢')]
  await tell(dropped.person, { key: 'tests.arrived:merged' })
  await tell(dropped.person, { key: 'tests.arrived:both' })
  await tell(kept.person, { key: 'tests.arrived:both' })
  const { api } = world.as({ post: postAt(district), powers: ['members.manage', 'members.view', 'members.sensitive'] })
  await api.members.merge({ keepId: kept.person, dropId: dropped.person, reason: '同一个人登记了两次' })
  expect((await kept.api.notices.list({ state: 'all' })).total).toBe(2)
})

test('the holder of a post is told as long as he holds it', async () => {
  const chair = await world.session((session) => anAppointment(session, factory, { name: '孙丽', kind: 'chair' }))
  const { api } = world.as({ person: chair.memberId })
  await world.session((session) =>
    notify(session, {
      key: 'tests.due:1',
      kind: 'tests.due',
      to: { unionId: factory.id },
      title: '换届还有一年',
      link: '/leadership',
    }),
  )
  expect(await api.notices.count()).toEqual({ unread: 1, open: 1 })
})
