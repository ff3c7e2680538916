import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { runDuties } from '#platform/duties'
import { testWorld } from '#platform/testing'
import { anAccount, anAppointment } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { jobs } from './jobs.ts'
import { calendarBehind } from './usecases/feed.ts'

const world = testWorld('2026-03-02')
const powers = ['unions.view', 'unions.file', 'unions.approve', 'members.exchange', 'posts.manage'] as const
const on = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
  return runDuties({ pool: world.pool, region: world.region, today: day })
}

async function aTown() {
  world.now = new Date('2026-03-02T09:00:00+08:00')
  return world.session(async (session) => {
    const district = await aUnion(session, { name: `永安区总工会${randomUUID().slice(0, 4)}`, foundedOn: '2020-01-01' })
    const town = await aUnion(session, { name: '东城街道总工会', kind: 'town', parentId: district.id, foundedOn: '2020-01-01' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: town.id, foundedOn: '2020-01-01' })
    const chair = await anAppointment(session, factory, { fromOn: '2021-04-01', untilOn: '2026-03-31', came: 'elected' })
    return { district, town, factory, chair }
  })
}

test('a term that ends is warned of, overdue on the day after, and goes up one level and then another', async () => {
  const { district, town, factory } = await aTown()
  await on('2026-03-02')
  const cadre = world.as({ post: postAt(factory), powers })
  const mine = () => cadre.api.supervision.list({ clock: 'D07' })
  expect(await mine()).toMatchObject({
    total: 1,
    rows: [{ clock: 'D07', dueOn: '2026-03-31', state: 'warned', isMine: true, isLaw: true }],
  })
  await on('2026-03-31')
  expect((await mine()).rows[0]).toMatchObject({ state: 'warned', level: 0 })
  await on('2026-04-01')
  expect((await mine()).rows[0]).toMatchObject({ state: 'overdue', level: 0 })
  await on('2026-04-07')
  const above = world.as({ post: postAt(town), powers })
  expect(await above.api.supervision.figures({ clock: 'D07' })).toMatchObject({
    rows: [{ name: '东城街道总工会' }, { name: '恒达机械工会委员会', worstDue: '2026-03-31' }],
  })
  await on('2026-05-01')
  const [duty] = (await mine()).rows
  expect(duty).toMatchObject({ state: 'escalated', level: 2 })
  const whole = await world.as({ post: postAt(district), powers }).api.supervision.get({ id: duty!.id })
  expect(whole.events.map(({ kind, onDay }) => `${kind} ${onDay}`)).toEqual([
    'opened 2021-04-01',
    'warned 2025-09-30',
    'warned 2025-12-31',
    'overdue 2026-04-01',
    'escalated 2026-04-07',
    'escalated 2026-04-30',
  ])
  expect(whole.events.filter(({ kind }) => kind === 'escalated').map(({ to }) => to)).toEqual([town.name, district.name])
  expect(whole.steps.at(-1)).toMatchObject({ label: '到期日', value: '2026-03-31' })
})

test('the act that does a duty closes it at once, without any job', async () => {
  const { factory } = await aTown()
  await on('2026-03-02')
  const { api } = world.as({ post: postAt(factory), powers })
  const assembly = {
    unionId: factory.id,
    kind: 'members',
    heldOn: '2026-03-01',
    expected: 30,
    present: 28,
    document: '第三届会员大会决议',
  } as const
  const before = await api.supervision.list({ clock: 'D16' })
  expect(before.rows).toMatchObject([{ since: '2021-04-01', state: 'escalated' }])
  await api.supervision.recordAssembly(assembly)
  const after = await api.supervision.list({ clock: 'D16', states: ['open', 'fulfilled'] })
  expect(after.rows).toMatchObject([
    { since: '2021-04-01', state: 'fulfilled', closedOn: '2026-03-01' },
    { since: '2026-03-01', state: 'open', dueOn: '2027-03-01' },
  ])
})

const reason = '已有新的安排，另行办理'

test('a superior excuses with its reason on record; nobody excuses his own union, and what was excused stays so', async () => {
  const { town, factory, chair } = await aTown()
  await on('2026-05-01')
  const own = world.as({ post: postAt(factory), powers })
  const above = world.as({ post: postAt(town), powers })
  const { rows } = await own.api.supervision.list({ clock: 'D07' })
  const id = rows[0]!.id
  await expect(own.api.supervision.excuse({ id, reason })).rejects.toMatchObject({ data: { code: 'supervision.superior' } })
  await above.api.supervision.excuse({ id, reason })
  await expect(above.api.supervision.excuse({ id, reason })).rejects.toMatchObject({ data: { code: 'supervision.closed' } })
  await world.session(({ db }) => db.execute(`update appointments set portfolio = '全面' where id = '${chair.id}'`))
  await on('2026-05-20')
  expect(await own.api.supervision.get({ id })).toMatchObject({
    state: 'excused',
    closedOn: '2026-05-01',
    excuse: { reason, onDay: '2026-05-01', byUnion: town.name, byPost: '主席' },
    mayExcuse: false,
  })
  const { rows: lines } = await world.session(({ db }) => db.execute(`select act from journal where subject = '${id}'`))
  expect(lines).toEqual([{ act: 'supervision.excuse' }])
})

test('an urging note goes down, its reply comes back, and who sent it closes it', async () => {
  const { district, town, factory } = await aTown()
  await on('2026-04-20')
  const own = world.as({ post: postAt(factory), powers })
  const above = world.as({ post: postAt(town), powers })
  const [duty] = (await own.api.supervision.list({ clock: 'D07' })).rows
  const note = { dutyIds: [duty!.id], body: '请在五月底前完成换届', replyBy: '2026-04-27' }
  await expect(own.api.supervision.urge(note)).rejects.toMatchObject({ data: { code: 'supervision.superior' } })
  await expect(above.api.supervision.urge({ ...note, replyBy: '2026-04-19' })).rejects.toMatchObject({
    data: { code: 'supervision.replyBy' },
  })
  expect(await above.api.supervision.urge(note)).toEqual({ sent: 1 })
  await on('2026-04-28')
  const received = await own.api.supervision.urges({ side: 'received' })
  expect(received).toMatchObject({ total: 1, rows: [{ state: 'late', mayReply: true, mayClose: false, fromUnion: town.name }] })
  const id = received.rows[0]!.id
  await own.api.supervision.reply({ id, body: '已成立换届筹备组' })
  const top = world.as({ post: postAt(district), powers })
  await expect(top.api.supervision.reply({ id, body: '我也来说一句' })).rejects.toMatchObject({
    data: { code: 'supervision.notYours' },
  })
  await expect(own.api.supervision.closeUrge({ id, outcome: reason })).rejects.toMatchObject({
    data: { code: 'supervision.notYours' },
  })
  await above.api.supervision.closeUrge({ id, outcome: '已报来换届方案' })
  await expect(own.api.supervision.reply({ id, body: '再补充一句' })).rejects.toMatchObject({
    data: { code: 'supervision.urgeClosed' },
  })
  const whole = await top.api.supervision.get({ id: duty!.id })
  expect(whole.urges).toMatchObject([
    { state: 'closed', outcome: '已报来换届方案', messages: [{ body: note.body }, { body: '已成立换届筹备组' }] },
  ])
  expect(await above.api.supervision.urges({ side: 'sent', state: 'closed' })).toMatchObject({ total: 1 })
})

test('a stranger from the next town reaches nothing of it', async () => {
  const { factory } = await aTown()
  const other = await aTown()
  await on('2026-05-01')
  const { rows } = await world.as({ post: postAt(factory), powers }).api.supervision.list({ clock: 'D07' })
  const { api } = world.as({ post: postAt(other.town), powers })
  const id = rows[0]!.id
  const missing = { code: 'NOT_FOUND' }
  await expect(api.supervision.get({ id })).rejects.toMatchObject(missing)
  await expect(api.supervision.excuse({ id, reason })).rejects.toMatchObject(missing)
  await expect(api.supervision.urge({ dutyIds: [id], body: reason, replyBy: '2026-05-09' })).rejects.toMatchObject(missing)
  await expect(api.supervision.list({ whose: 'union', unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(api.supervision.figures({ unionId: factory.id })).rejects.toMatchObject(missing)
  await expect(api.supervision.calendar({ whose: 'below', unionId: factory.id, month: '2026-05' })).rejects.toMatchObject(missing)
  expect(
    (await api.supervision.list({ whose: 'below', text: factory.name })).rows.filter(({ unionId }) => unionId === factory.id),
  ).toEqual([])
})

test('lists count exactly, filter, and show by month; who holds another post sees what names it', async () => {
  const { town, factory } = await aTown()
  await on('2026-03-02')
  const { api } = world.as({ post: postAt(town), powers })
  const below = { whose: 'below', unionId: factory.id } as const
  const all = await api.supervision.list({ ...below, size: 200 })
  expect(all.total).toBe(all.rows.length)
  const { open, warned, overdue, escalated } = all.counts
  expect(open + warned + overdue + escalated).toBe(all.total)
  expect((await api.supervision.list({ ...below, states: ['warned'] })).total).toBe(warned)
  expect((await api.supervision.list({ ...below, text: '换届' })).rows.map(({ clock }) => clock)).toEqual(['D07'])
  const { days, overdueBefore } = await api.supervision.calendar({ ...below, month: '2026-03' })
  expect([days.length, overdueBefore]).toEqual([31, escalated + overdue])
  expect(days.filter(({ duties }) => duties.length).map(({ day, duties }) => [day, duties[0]!.clock])).toEqual([
    ['2026-03-31', 'D07'],
  ])
  expect(days.find(({ day }) => day === '2026-03-07')!.isRestDay).toBe(true)
  const audit = world.as({ post: postAt(factory, 'auditChair'), powers })
  expect((await audit.api.supervision.list({})).rows).toEqual([])
  const [figure] = (await api.supervision.figures({ unionId: factory.id })).rows
  expect(figure!.own).toEqual(all.counts)
  const clock = (await api.supervision.clocks({ unionId: factory.id })).find(({ id }) => id === 'D07')
  expect(clock).toMatchObject({ counts: { open: 0, warned: 1 }, isLaw: true, mode: 'running' })
})

test('the calendar address opens without a session, one address at a time, and shows what the posts of that person owe', async () => {
  const { factory, chair } = await aTown()
  await on('2026-03-02')
  const account = await anAccount(world, chair.memberId)
  const self = world.as({ account, person: chair.memberId })
  expect(await self.api.supervision.feed()).toEqual({ since: null, readAt: null })
  const { path } = await self.api.supervision.renewFeed()
  const asking = (address: string) => {
    const token = address.slice('/calendar/'.length, -'.ics'.length)
    return calendarBehind({ pool: world.pool, region: world.region, now: world.now, token })
  }
  const text = (await asking(path))!
  expect(text).toContain('DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\nSUMMARY:任期届满换届选举\r\n')
  expect(text.replaceAll('\r\n ', '')).toContain(factory.name)
  const { path: next } = await self.api.supervision.renewFeed()
  expect(await asking(path)).toBeUndefined()
  expect(await asking(next)).toContain('BEGIN:VCALENDAR')
  expect((await self.api.supervision.feed()).readAt).not.toBeNull()
  const { rows } = await world.session(({ db }) => db.execute(`select 1 from duties where id::text = '${next}'`))
  expect(rows).toEqual([])
  await self.api.supervision.endFeed()
  expect(await asking(next)).toBeUndefined()
})

test('with a hand-over the next holder takes on what the post owes', async () => {
  const { factory, chair } = await aTown()
  await on('2026-03-02')
  const before = await world.as({ post: postAt(factory), powers }).api.supervision.list({})
  const next = await world.session((session) => anAppointment(session, factory, { name: '李娜', kind: 'organiser' }))
  const handed = await world.as({ post: postAt(factory), powers }).api.posts.handOver({
    ...{ fromId: chair.id, toId: next.id, on: '2026-03-02', why: 'term', note: '' },
  })
  expect(handed.moved).toContainEqual({ what: '应办事项', count: before.rows.length })
  const { api } = world.as({ post: postAt(factory, 'organiser'), powers })
  expect((await api.supervision.list({})).total).toBeGreaterThanOrEqual(before.rows.length - 1)
})

test('who owes a duty is told once of each of its days, the superior of what goes up, and nobody of what was done', async () => {
  await on('2026-03-02')
  const { town, factory } = await aTown()
  await world.session((session) => anAppointment(session, town, { name: '李娜', fromOn: '2024-01-01', untilOn: '2028-12-31' }))
  // The chair's own term ends with the day: what is overdue reaches who is still in office.
  await world.session((session) => anAppointment(session, factory, { name: '王芳', kind: 'viceChair', untilOn: null }))
  await on('2026-03-30')
  const tell = () =>
    jobs[0]!.run({ pool: world.pool, regions: [world.region], now: world.now, today: '', signal: new AbortController().signal })
  await tell()
  const heard = async () => {
    const owner = new pg.Client({ connectionString: world.ownerUrl })
    await owner.connect()
    const { rows } = await owner.query<{ said: string }>(
      `select n.kind || ' ' || m.name as said from region_main.notices n join region_main.members m on m.id = n.person_id
        where m.union_id = any ($1) and n.title like '%任期届满%' order by 1`,
      [[factory.id, town.id]],
    )
    await owner.end()
    return rows.map(({ said }) => said)
  }
  const warned = ['王芳', '王芳', '周明', '周明'].map((name) => `supervision.warned ${name}`)
  expect((await heard()).sort()).toEqual([...warned].sort())
  await on('2026-04-08')
  await tell()
  await tell()
  expect((await heard()).sort()).toEqual(['supervision.escalated 李娜', 'supervision.overdue 王芳', ...warned].sort())
  expect(await tell()).toEqual({ events: 0 })
})
