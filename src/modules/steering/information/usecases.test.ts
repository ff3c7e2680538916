import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { remindAll } from './jobs.ts'
import { aDistrict, anOfficer, type Union } from './testing.ts'

const world = testWorld('2026-03-02T10:00:00+08:00')
type Officer = Awaited<ReturnType<typeof anOfficer>>
let at: Record<'district' | 'town' | 'otherTown' | 'factory' | 'mill' | 'shop' | 'workshop', Union>
let [chair, officer, town, factory, mill, shop] = [] as unknown as [Officer, Officer, Officer, Officer, Officer, Officer]
beforeAll(async () => {
  at = await aDistrict(world)
  chair = await anOfficer(world, at.district, '周明')
  officer = await anOfficer(world, at.district, '王强', 'organisationOfficer')
  town = await anOfficer(world, at.town, '李红')
  factory = await anOfficer(world, at.factory, '赵敏')
  mill = await anOfficer(world, at.mill, '钱进')
  shop = await anOfficer(world, at.shop, '孙丽')
})

const words = { title: '关于做好换届工作的通知', body: '请各工会按期换届。\n附件见后。' }
const wanted = { depth: 'all', kinds: [], unionIds: [], superiorId: null, reason: '' } as const
type Saving = Parameters<Officer['api']['information']['save']>[0]
const tick = () => {
  world.now = new Date(world.now.getTime() + 60_000)
}
const draft = (who: Officer, facts: Partial<Saving> = {}) => {
  tick()
  return who.api.information.save({
    kind: 'notice',
    way: 'down',
    ...words,
    audience: { ...wanted, kinds: [], unionIds: [] },
    ...facts,
  })
}
async function published(who: Officer, facts: Partial<Saving> = {}) {
  const { id } = await draft(who, facts)
  expect(await who.api.information.submit({ id })).toEqual({ id, isReleased: true })
  return id
}
const later = async (hours: number, work: () => Promise<void>) => {
  const before = world.now
  world.now = new Date(before.getTime() + hours * 3_600_000)
  await work().finally(() => (world.now = before))
}
const told = async (who: Officer, kind: string) => {
  const { rows } = await who.api.notices.list({ state: 'all', kind: [kind], size: 200 })
  return rows
}

test('a superior publishes, each union gives one receipt by whoever opens it first, and the reminder is settled', async () => {
  const id = await published(chair, { replyBy: '2026-03-20' })
  expect((await told(factory, 'information.arrived'))[0]).toMatchObject({
    title: `永安区总工会发来：${words.title}`,
    isDone: false,
  })
  const [first, second] = await Promise.all([factory.api.information.open({ id }), factory.api.information.open({ id })])
  expect([first.isFirst, second.isFirst].sort()).toEqual([false, true])
  expect((await told(factory, 'information.arrived'))[0]).toMatchObject({ isDone: true })
  const { rows, total } = await chair.api.information.receipts({ id })
  expect(total).toBe(5)
  expect(rows.find(({ unionId }) => unionId === at.factory.id)).toMatchObject({
    openedName: '赵敏，主席',
    openedVersion: 1,
    superiorName: '东城街道总工会',
  })
  expect(rows.slice(0, 4).every(({ openedAt }) => openedAt === null)).toBe(true)
  expect(await chair.api.information.get({ id })).toMatchObject({
    counts: { to: 5, opened: 1, inDay: 1, replied: 0 },
    isOwn: true,
  })
  expect(await factory.api.information.get({ id })).toMatchObject({
    counts: null,
    isOwn: false,
    receipt: { isCurrent: true },
    ...words,
  })
})

test('an audience is a level, kinds, or unions one by one; branches only when they are named', async () => {
  const names = async (audience: Partial<Saving['audience']>) =>
    (await chair.api.information.audience({ way: 'down', audience: { ...wanted, kinds: [], unionIds: [], ...audience } })).names
  expect(await names({ depth: 'direct' })).toEqual(['东城街道总工会', '西城街道总工会'])
  expect(await names({ kinds: ['basic'] })).toEqual(['恒达机械工会委员会', '红星纺织工会委员会', '西城商场工会委员会'])
  expect(await names({ kinds: ['branch'] })).toEqual(['一车间分会'])
  expect(await names({ unionIds: [at.mill.id, randomUUID()] })).toEqual(['红星纺织工会委员会'])
  expect(
    await factory.api.information.audience({ way: 'peers', audience: { ...wanted, kinds: [], unionIds: [] } }),
  ).toMatchObject({ names: ['红星纺织工会委员会'] })
})

test('what is wanted with approval waits for a second person, also when it is corrected', async () => {
  await chair.api.information.set({ needsApproval: true, reason: '对外发文一律两人把关' })
  const { id } = await draft(officer)
  expect(await officer.api.information.submit({ id })).toEqual({ id, isReleased: false })
  expect(await told(chair, 'information.waiting')).toMatchObject([{ title: `待审签：${words.title}` }])
  await expect(officer.api.information.decide({ id, isAccepted: true })).rejects.toMatchObject({
    data: { code: 'information.self' },
  })
  await expect(draft(officer, { id })).rejects.toMatchObject({ data: { code: 'information.sent' } })
  expect((await factory.api.information.list({ text: words.title })).rows.map((row) => row.id)).not.toContain(id)
  await chair.api.information.decide({ id, isAccepted: false, reason: '请写明时间' })
  expect(await officer.api.information.get({ id })).toMatchObject({
    state: 'refused',
    pending: { refusedWhy: '请写明时间', isMine: true },
  })
  await draft(officer, { id, body: '请各工会三月底前换届。' })
  await officer.api.information.submit({ id })
  expect((await chair.api.information.list({ box: 'waiting' })).rows).toMatchObject([{ id, state: 'waiting' }])
  await Promise.allSettled([
    chair.api.information.decide({ id, isAccepted: true }),
    chair.api.information.decide({ id, isAccepted: true }),
  ])
  await mill.api.information.open({ id })
  const corrected = { id, title: words.title, body: '请各工会四月底前换届。', why: '时间推迟一个月' }
  expect(await officer.api.information.correct(corrected)).toEqual({ id, isReleased: false })
  await expect(officer.api.information.correct(corrected)).rejects.toMatchObject({ data: { code: 'information.correcting' } })
  expect(await mill.api.information.get({ id })).toMatchObject({ version: 1, body: '请各工会三月底前换届。', pending: null })
  await chair.api.information.decide({ id, isAccepted: true })
  expect(await mill.api.information.get({ id })).toMatchObject({
    ...{ version: 2, body: '请各工会四月底前换届。', receipt: { isCurrent: false } },
    versions: [
      { version: 2, why: '时间推迟一个月', decidedName: '周明，主席' },
      { version: 1, body: '请各工会三月底前换届。' },
    ],
  })
  expect(await told(mill, 'information.corrected')).toMatchObject([{ isDone: false }])
  await mill.api.information.open({ id })
  expect(await told(mill, 'information.corrected')).toMatchObject([{ isDone: true }])
  tick()
  await chair.api.information.set({ needsApproval: false, reason: '恢复直接发布' })
})

test('a released wording is not changed even by who reaches the table', async () => {
  const id = await published(chair)
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  await expect(
    client.query(`update ${world.region}.information_versions set body = '别的' where information_id = '${id}'`),
  ).rejects.toThrow(/not changed/)
  await client.end()
})

test('upward it goes to the direct superior; past it with a reason, and then with a copy', async () => {
  const up = { kind: 'report', way: 'up' } as const
  const direct = await published(factory, { ...up, title: '车间停产情况报告' })
  expect((await town.api.information.list({})).rows[0]).toMatchObject({ id: direct, unionName: at.factory.name, kind: 'report' })
  expect((await chair.api.information.list({ text: '停产' })).total).toBe(0)
  const past = { ...wanted, kinds: [], unionIds: [], superiorId: at.district.id }
  const { id } = await draft(factory, { ...up, title: '重大事故情况报告', audience: past })
  await expect(factory.api.information.submit({ id })).rejects.toMatchObject({
    data: { code: 'information.passing', cite: expect.stringContaining('第十四条') },
  })
  await draft(factory, { id, ...up, title: '重大事故情况报告', audience: { ...past, reason: '街道主席空缺' } })
  await factory.api.information.submit({ id })
  expect((await chair.api.information.list({ text: '重大事故' })).rows).toMatchObject([{ id, receipt: { isCopy: false } }])
  expect((await town.api.information.list({ text: '重大事故' })).rows).toMatchObject([{ id, receipt: { isCopy: true } }])
  const top = await draft(chair, up)
  await expect(chair.api.information.submit({ id: top.id })).rejects.toMatchObject({ data: { code: 'information.nobody' } })
})

test('two peers exchange, and a third sees neither what was sent nor what was said', async () => {
  const id = await published(factory, {
    kind: 'exchange',
    way: 'peers',
    title: '师徒结对的做法',
    audience: { ...wanted, kinds: [], unionIds: [at.mill.id] },
  })
  await mill.api.information.open({ id })
  const { recipientId } = await mill.api.information.get({ id })
  await mill.api.information.reply({ id, recipientId: recipientId!, body: '我们也想试，能来看看吗？' })
  expect(await told(factory, 'information.replied')).toMatchObject([{ title: `红星纺织工会委员会回复：师徒结对的做法` }])
  await factory.api.information.reply({ id, recipientId: recipientId!, body: '欢迎，周三下午。' })
  expect((await mill.api.information.get({ id })).replies).toMatchObject([
    { byUnion: at.mill.name, byName: '钱进，主席', body: '我们也想试，能来看看吗？' },
    { byUnion: at.factory.name },
  ])
  const missing = { code: 'NOT_FOUND' }
  for (const call of [
    () => shop.api.information.get({ id }),
    () => shop.api.information.open({ id }),
    () => shop.api.information.receipts({ id }),
    () => shop.api.information.export({ id }),
    () => shop.api.information.submit({ id }),
    () => shop.api.information.decide({ id, isAccepted: true }),
    () => shop.api.information.correct({ id, ...words, why: '写错了字' }),
    () => shop.api.information.withdraw({ id, why: '不该发的' }),
    () => shop.api.information.remind({ id }),
    () => draft(shop, { id }),
    () => shop.api.information.reply({ id, recipientId: recipientId!, body: '我也来' }),
  ])
    await expect(call()).rejects.toMatchObject(missing)
  // Who supervises reads it, and does not speak in their place.
  expect(await town.api.information.get({ id })).toMatchObject({ isOwn: false, receipt: null })
  await expect(town.api.information.reply({ id, recipientId: recipientId!, body: '好' })).rejects.toMatchObject({
    data: { code: 'information.outsider' },
  })
})

test('who has not opened it is reminded once, after a day or by hand, and never who has', async () => {
  const id = await published(chair, {
    title: '请报送基层数据',
    replyBy: '2026-03-04',
    audience: { ...wanted, kinds: ['basic'], unionIds: [] },
  })
  await factory.api.information.open({ id })
  await later(25, async () => {
    const remind = () => remindAll({ pool: world.pool, regions: [world.region], now: world.now })
    const [first, second] = await Promise.all([remind(), remind()])
    expect(first.unread + second.unread).toBeGreaterThanOrEqual(2)
    expect(await remind()).toMatchObject({ unread: 0, unanswered: 0 })
    expect(await chair.api.information.remind({ id })).toEqual({ count: 0 })
  })
  const about = async (who: Officer, kind: string) =>
    (await told(who, kind)).filter(({ title }) => title.includes('请报送基层数据'))
  expect(await about(mill, 'information.unread')).toHaveLength(1)
  expect(await about(factory, 'information.unread')).toHaveLength(0)
  expect(await about(factory, 'information.unanswered')).toHaveLength(1)
  const { recipientId } = await factory.api.information.get({ id })
  await factory.api.information.reply({ id, recipientId: recipientId!, body: '已报。' })
  expect(await about(factory, 'information.unanswered')).toMatchObject([{ isDone: true }])
})

test('what is withdrawn stays readable with its reason, and nobody is reminded of it', async () => {
  const id = await published(chair, { title: '误发的会议通知' })
  await chair.api.information.withdraw({ id, why: '日期写错，另行通知' })
  expect(await mill.api.information.get({ id })).toMatchObject({
    state: 'withdrawn',
    withdrawnWhy: '日期写错，另行通知',
    ...{ body: words.body },
  })
  expect((await told(mill, 'information.arrived')).find(({ title }) => title.includes('误发'))).toMatchObject({ isDone: true })
  await expect(chair.api.information.withdraw({ id, why: '再撤一次' })).rejects.toMatchObject({
    data: { code: 'information.withdrawn' },
  })
  await later(25, async () => void (await remindAll({ pool: world.pool, regions: [world.region], now: world.now })))
  expect((await told(mill, 'information.unread')).filter(({ title }) => title.includes('误发'))).toEqual([])
})

test('figures tell how much was opened within a day and answered, the slowest of the direct subordinates first', async () => {
  const before = await shop.api.information.figures({})
  expect(before).toMatchObject({ sent: 0, months: [], below: [] })
  const { months, below, sent, to, inDay } = await chair.api.information.figures({ months: 1 })
  expect([months.length, months[0]!.sent, months[0]!.to]).toEqual([1, sent, to])
  expect(inDay).toBeGreaterThan(0)
  expect(below.map(({ unionName }) => unionName)).toEqual(['西城街道总工会', '东城街道总工会'])
})
