import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { within, type Db } from '#platform/db'
import { seal } from '#platform/secrets'
import { testWorld } from '#platform/testing'
import { anAccount, anAppointment } from '#testing/organisation/posts'
import { aUnion } from '#testing/organisation/unions'
import {
  ADDRESS,
  adapterFor,
  makeNotices,
  noticeKind,
  notify,
  sendNotices,
  settle,
  type Channel,
  type News,
} from '#platform/notices'
import { signatureOf } from './http.ts'
import type { Adapters } from './notices.ts'
import { aBridge, aMailServer, reachable } from '#platform/notices.testing'

const world = testWorld('2026-03-02T10:00:00+08:00')
const done = new Set<string>()
noticeKind('tests.arrived', {
  title: '测试',
  mayMute: true,
  isDone: async (_, subjects) => subjects.filter((one) => done.has(one)),
})
const closing: (() => unknown)[] = []
afterEach(async () => {
  world.now = new Date('2026-03-02T10:00:00+08:00')
  await rows(sql`delete from notices`)
  await rows(sql`delete from notice_deliveries`)
  await rows(sql`delete from notice_channels`)
  for (const close of closing.splice(0).reverse()) await close()
})

const asJobs = <T>(work: (db: Db) => Promise<T>) =>
  within(world.pool, { region: world.region, role: 'jobs', lo: '', hi: '' }, work)
const rows = <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  asJobs(async (db) => (await db.execute<T>(query)).rows)
const deliveries = () =>
  rows<{ state: string; attempts: number; cause: string | null }>(
    sql`select state, attempts, cause from notice_deliveries order by made_at`,
  )

function send(adapters: Adapters, lease?: number) {
  const notices = makeNotices(adapters)
  const sending = { pool: world.pool, region: world.region, notices, baseUrl: 'https://gonghui.example', me: randomUUID() }
  return sendNotices({ ...sending, clock: () => world.now, ...(lease && { lease }) }, new AbortController().signal)
}
const later = (minutes: number) => {
  world.now = new Date(world.now.getTime() + minutes * 60_000)
}

let number = 0
async function aChair(how: { email?: boolean; mobile?: boolean } = { email: true }) {
  number++
  const [email, mobile] = [`li${number}@example.org.cn`, `139000000${String(number).padStart(2, '0')}`]
  const chair = await world.session(async (session) => {
    const union = await aUnion(session, { name: `第${number}机械厂工会委员会` })
    return anAppointment(session, union, { name: '李红', kind: 'chair' })
  })
  await reachable(world.ownerUrl, await anAccount(world, chair.memberId), {
    ...(how.email && { email }),
    ...(how.mobile && { mobile }),
  })
  return { ...chair, email, mobile }
}
const tell = (chair: { unionId: string }, news: Partial<News> = {}) =>
  world.session((session) =>
    notify(session, {
      key: `tests.arrived:${randomUUID()}`,
      kind: 'tests.arrived',
      to: { unionId: chair.unionId },
      title: '有一件转会申请待办',
      link: '/transfers',
      isUrgent: true,
      ...news,
    }),
  )
async function byMail(options?: Parameters<typeof aMailServer>[0]) {
  const server = await aMailServer(options)
  closing.push(server.close)
  const email = adapterFor('email', { url: server.url, from: '区总工会 <noreply@example.org.cn>' }, 2)
  closing.push(() => email.close?.())
  return { ...server, email }
}
const words = (raw: string) => Buffer.from(raw.split('\r\n\r\n').slice(1).join('').replaceAll('\r\n', ''), 'base64').toString()

test('what is urgent leaves at once, the rest in one message the next morning', async () => {
  const chair = await aChair()
  const { mails, email } = await byMail()
  await tell(chair, { cite: '工会法第十二条', until: new Date('2026-03-10T23:59:00+08:00') })
  await tell(chair, { isUrgent: false, title: '第二件' })
  later(1)
  await tell(chair, { isUrgent: false, title: '第三件' })
  expect(await send({ email })).toMatchObject({ planned: 3, made: 1, sent: 1 })
  expect(mails).toMatchObject([{ to: chair.email }])
  expect(words(mails[0]!.raw)).toContain(
    '【法定期限】有一件转会申请待办（3月10日前）\n依据：工会法第十二条\nhttps://gonghui.example/transfers',
  )
  expect(await send({ email })).toMatchObject({ planned: 0, made: 0, sent: 0 })
  world.now = new Date('2026-03-03T09:00:00+08:00')
  expect(await send({ email })).toMatchObject({ made: 1, sent: 1 })
  expect(words(mails[1]!.raw)).toMatch(/1\. 第二件[^]*2\. 第三件/)
})

test('nobody is reminded of what he has read or done, or of a post he no longer holds', async () => {
  const [reader, doer, silent, former] = [await aChair(), await aChair(), await aChair(), await aChair()]
  const { mails, email } = await byMail()
  const subject = randomUUID()
  for (const one of [reader, former]) await tell(one)
  await tell(doer, { key: 'tests.arrived:settled' })
  await tell(silent, { subject })
  await rows(sql`update notices set read_at = at where person_id = ${reader.memberId}`)
  await world.session((session) => settle(session, { key: 'tests.arrived:settled' }))
  done.add(subject)
  await world.session(({ db }) =>
    db.execute(sql`update appointments set ended_on = '2026-03-01', ended_why = 'moved' where id = ${former.id}`),
  )
  expect(await send({ email })).toMatchObject({ made: 4, sent: 0, dropped: 4 })
  expect(mails).toEqual([])
})

test('a number that the server refuses is dead with its cause and without the address, one that is busy is tried again', async () => {
  const [unknown, busy] = [await aChair(), await aChair()]
  const { mails, email } = await byMail({
    onRcptTo({ address }, _session, answered) {
      if (address === unknown.email) return answered(Object.assign(new Error(`<${address}> unknown user`), { responseCode: 550 }))
      if (
        address === busy.email &&
        mails.length === 0 &&
        world.now.getHours() === new Date('2026-03-02T10:00:00+08:00').getHours()
      )
        return answered(Object.assign(new Error('mailbox busy'), { responseCode: 450 }))
      answered()
    },
  })
  for (const one of [unknown, busy]) await tell(one)
  expect(await send({ email })).toMatchObject({ sent: 0, failed: 2 })
  const after = await deliveries()
  expect(after.map(({ state }) => state).sort()).toEqual(['dead', 'waiting'])
  expect(after.find(({ state }) => state === 'dead')?.cause).toMatch(/unknown user/)
  expect(JSON.stringify(after)).not.toContain('@example')
  expect(await send({ email })).toMatchObject({ sent: 0 })
  later(60)
  expect(await send({ email })).toMatchObject({ sent: 1 })
  expect(mails.map(({ to }) => to)).toEqual([busy.email])
})

test('a server that is down costs no message an attempt; the channel rests and goes on', async () => {
  const chair = await aChair()
  const gone = await aMailServer()
  await gone.close()
  const down = adapterFor('email', { url: gone.url, from: 'a@example.org' }, 1)
  await tell(chair)
  expect(await send({ email: down })).toMatchObject({ sent: 0, failed: 0 })
  expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 0 }])
  const { mails, email } = await byMail()
  expect(await send({ email })).toMatchObject({ sent: 0 })
  later(2)
  expect(await send({ email })).toMatchObject({ sent: 1 })
  expect(mails).toHaveLength(1)
})

test('what was on its way when the sender died goes again under the same Message-ID, and only that', async () => {
  const chairs = [await aChair(), await aChair(), await aChair()]
  const { mails, email } = await byMail()
  for (const one of chairs) await tell(one)
  let carried = 0
  const dying = Object.assign(async (notice: Parameters<typeof email>[0]) => {
    if (++carried > 2) return new Promise<never>(() => {})
    await email(notice)
    // The first connection stops between the server's answer and the note of it.
    if (carried === 2) return new Promise<never>(() => {})
  }, {})
  void send({ email: dying }, 60)
  await expect.poll(() => [carried, mails.length]).toEqual([3, 2])
  expect(await send({ email })).toMatchObject({ sent: 0 })
  later(2)
  await send({ email })
  const ids = mails.map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(ids.length).toBeLessThanOrEqual(4)
})

test('two senders at once send each message once', async () => {
  const chairs = [await aChair(), await aChair(), await aChair(), await aChair()]
  const { mails, email } = await byMail()
  for (const one of chairs) await tell(one)
  await Promise.all([send({ email }), send({ email }), send({ email })])
  await send({ email })
  expect(mails.map(({ to }) => to).sort()).toEqual(chairs.map((chair) => chair.email).sort())
})

test('SMS and work chat go through the bridge, signed, by the one channel a person prefers', async () => {
  const [sms, chat] = [await aChair({ mobile: true }), await aChair({ email: true })]
  const bridge = await aBridge((_, response) => response.writeHead(202).end())
  closing.push(bridge.close)
  await prefer(chat.memberId, 'wecom', 'lihong')
  for (const one of [sms, chat]) await tell(one)
  const out = (channel: Channel) => adapterFor(channel, { url: bridge.url, secret: 'shared' })
  expect(await send({ sms: out('sms'), wecom: out('wecom'), email: out('email') })).toMatchObject({ sent: 2 })
  const [first, second] = bridge.taken
  expect(first!.body).toMatchObject({
    channel: 'sms',
    to: sms.mobile,
    text: expect.stringContaining('【工桥】有一件转会申请待办'),
  })
  expect(second!.body).toMatchObject({
    channel: 'wecom',
    to: 'lihong',
    title: '有一件转会申请待办',
    link: 'https://gonghui.example/transfers',
  })
  expect(first!.headers['x-gongqiao-signature']).toBe(
    signatureOf('shared', String(first!.headers['x-gongqiao-time']), first!.raw),
  )
})

test.for([
  [409, undefined, { state: 'sent' }],
  [422, '{"cause":"号码 13900000001 是空号"}', { state: 'dead', cause: '接口回答 422：号码 … 是空号' }],
  [500, '<html>', { state: 'waiting', attempts: 1, cause: '接口回答 500' }],
  [429, undefined, { state: 'waiting', attempts: 0 }],
] as const)('a bridge that answers %s', async ([status, body, expected]) => {
  const chair = await aChair({ mobile: true })
  const bridge = await aBridge((_, response) => response.writeHead(status, { 'retry-after': '7200' }).end(body))
  closing.push(bridge.close)
  await tell(chair)
  await send({ sms: adapterFor('sms', { url: bridge.url, secret: 's' }) })
  expect(await deliveries()).toMatchObject([expected])
})

const prefer = (person: string, channel: string, address: string) =>
  within(world.pool, { region: world.region, role: 'self', lo: '', hi: '', me: person }, (db) =>
    db.execute(sql`insert into notice_preferences (person_id, channel, address_sealed, daily_at, is_daily, quiet_from, quiet_until, changed_at)
      values (${person}, ${channel}, ${seal(ADDRESS, address)}, '09:00', true, '21:00', '08:00', ${world.now.toISOString()})`),
  )
