import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { statutoryHolidays } from '#law/calendar'
import { type Place, statuteOn } from '#law/statutes'
import { within } from '#platform/db'
import { calendarFor, rulebookOf, statutesFor } from '#platform/statutes'
import { testWorld } from '#platform/testing'
import { aUnion, postAt } from '#testing/organisation/unions'

const world = testWorld('2026-03-02')
const today = '2026-03-02'
const powers = ['unions.view', 'system.manage', 'members.decide'] as const
const why = '委员会讨论通过'

/** A region of its own, since the calendar and the rulings hold for all of it: a district with two towns, a factory in each. */
async function aDistrict() {
  return world.session(async (session) => {
    const root = await aUnion(session, { name: `永安区总工会${randomUUID().slice(0, 6)}` })
    const town = await aUnion(session, { name: '东港镇总工会', kind: 'town', parentId: root.id })
    const factory = await aUnion(session, { name: '恒达机械工会', parentId: town.id })
    const west = await aUnion(session, { name: '西林镇总工会', kind: 'town', parentId: root.id })
    const mill = await aUnion(session, { name: '西林纺织工会', parentId: west.id })
    const api = (union: typeof root) => world.as({ post: postAt(union, 'systemAdministrator'), powers }).api.rulebook
    return { root, town, factory, west, mill, api }
  })
}
type Api = ReturnType<Awaited<ReturnType<typeof aDistrict>>['api']>
const figureAt = (path: string, day: string) =>
  world.session(async (session) => (await statutesFor(session, path)).on('MEM-02.answer', day).value)

async function ruled(api: Api, value: number | null, fromOn = today, statute = 'MEM-02.answer') {
  const wanted = { statute, value, fromOn }
  const { fingerprint } = await api.impact(wanted)
  return api.rule({ ...wanted, reason: why, fingerprint })
}

test('a federation’s figure holds for all below it from its day, the nearest union’s before it, and each act by its day', async () => {
  const { root, town, factory, mill, api } = await aDistrict()
  await ruled(api(root), 5)
  await ruled(api(town), 2, '2026-04-01')
  expect(await figureAt(factory.path, '2026-03-01')).toBe(3)
  expect(await figureAt(factory.path, '2026-03-31')).toBe(5)
  expect(await figureAt(factory.path, '2026-04-01')).toBe(2)
  expect(await figureAt(mill.path, '2026-04-01')).toBe(5)
  const shown = await api(factory).get({ id: 'MEM-02.answer' })
  expect(shown).toMatchObject({ here: { value: 5, by: expect.stringContaining('永安区') }, law: { value: 3, by: null } })
  expect(shown.changes.filter(({ unionId }) => [root.id, town.id].includes(unionId))).toHaveLength(2)
})

test('a joining application is promised by what its federation ruled', async () => {
  const { town, factory, api } = await aDistrict()
  await ruled(api(town), 1)
  const place = await world.anyone.joining.place({ unionId: factory.id })
  expect(place).toMatchObject({ days: '1 个工作日', cite: expect.stringContaining('东港镇总工会自行规定') })
})

test('given back, the rule comes from above again; what has not begun is taken back and never held', async () => {
  const { root, town, factory, api } = await aDistrict()
  await ruled(api(root), 5)
  await ruled(api(town), 2)
  await ruled(api(town), null, '2026-03-10')
  expect([await figureAt(factory.path, '2026-03-09'), await figureAt(factory.path, '2026-03-10')]).toEqual([2, 5])
  const { id } = await ruled(api(root), 4, '2026-05-01')
  expect(await figureAt(factory.path, '2026-05-01')).toBe(4)
  await api(root).withdraw({ id, reason: '代表大会未通过' })
  expect(await figureAt(factory.path, '2026-05-01')).toBe(5)
  await expect(api(root).withdraw({ id, reason: why })).rejects.toMatchObject({ data: { code: 'rulebook.withdrawn' } })
  const { changes } = await api(root).get({ id: 'MEM-02.answer' })
  expect(changes.find((one) => one.id === id)).toMatchObject({ withdrawn: { reason: '代表大会未通过' } })
  await expect(ruled(api(town), null, '2026-06-01')).rejects.toMatchObject({ data: { code: 'rulebook.none' } })
})

test('the report names who is reached and who is shielded, and nobody decides on a stale one', async () => {
  const { root, town, api } = await aDistrict()
  await ruled(api(town), 2)
  const wanted = { statute: 'MEM-02.answer', value: 4, fromOn: today }
  const report = await api(root).impact(wanted)
  expect(report).toMatchObject({ unions: 3, shielded: 2, clocks: ['P01'], kept: 0, moved: 0 })
  expect(report.uses.map(({ module }) => module)).toContain('organisation/memberRules')
  expect(report.list.filter(({ isShielded }) => isShielded).map(({ name }) => name)).toEqual(['东港镇总工会', '恒达机械工会'])
  await world.session((session) => aUnion(session, { name: '新建工会', parentId: root.id }))
  const act = { ...wanted, reason: why, fingerprint: report.fingerprint }
  await expect(api(root).rule(act)).rejects.toMatchObject({ data: { code: 'rulebook.stale' } })
  await expect(api(root).rule({ ...act, value: 6 })).rejects.toMatchObject({ data: { code: 'rulebook.stale' } })
})

const aDuty = (
  unionId: string,
  unionPath: string,
  { since, dueOn, period, statute = 'MEM-02.answer' }: Record<'since' | 'dueOn' | 'period', string> & { statute?: string },
) =>
  within(world.pool, { region: world.region, role: 'post', lo: '', hi: '~' }, (db) =>
    db.execute(sql`insert into duties (id, clock, union_id, union_path, subject, owed_by, since, warn_on, due_on, escalate_on, is_estimate, basis, digest)
      values (gen_random_uuid(), 'P01', ${unionId}, ${unionPath}, gen_random_uuid(), '{}', ${since}, '{}', ${dueOn}, '{}', false,
        ${JSON.stringify({ title: '答复入会申请', law: [{ id: statute, period }], lastDay: dueOn })}::jsonb, '')`),
  )

test('running deadlines keep their day; those that begin on the day of the ruling or later move, and the report names them', async () => {
  const { root, factory, api } = await aDistrict()
  await aDuty(factory.id, factory.path, { since: '2026-02-27', dueOn: '2026-03-04', period: '3 个工作日' })
  await aDuty(factory.id, factory.path, { since: today, dueOn: '2026-03-05', period: '3 个工作日' })
  const report = await api(root).impact({ statute: 'MEM-02.answer', value: 1, fromOn: today })
  expect(report).toMatchObject({
    kept: 1,
    moved: 1,
    running: [{ dueOn: '2026-03-05', thenOn: '2026-03-03', unionName: '恒达机械工会' }],
  })
})

test('the law is not loosened, nothing begins yesterday, a basic union does not rule, an unknown rule is not there', async () => {
  const { root, factory, api } = await aDistrict()
  const refused = (code: string) => ({ data: { code } })
  await expect(ruled(api(root), 30, today, 'CB-10.answer')).rejects.toMatchObject(refused('rulebook.looser'))
  await expect(ruled(api(root), 20, today, 'ORG-01.committee')).rejects.toMatchObject(refused('statutes.fixed'))
  await expect(ruled(api(root), 2, '2026-03-01')).rejects.toMatchObject(refused('rulebook.day'))
  await expect(ruled(api(factory), 2)).rejects.toMatchObject(refused('rulebook.place'))
  await expect(api(root).get({ id: 'ORG-99.none' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a stranger takes back nothing of another union, and who has no power does not rule', async () => {
  const [one, other] = [await aDistrict(), await aDistrict()]
  const { id } = await ruled(one.api(one.root), 5, '2026-05-01')
  await expect(other.api(other.root).withdraw({ id, reason: why })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(one.api(one.town).withdraw({ id, reason: why })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const weak = world.as({ post: postAt(one.root), powers: ['unions.view'] }).api.rulebook
  await expect(ruled(weak, 5)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await figureAt(other.factory.path, '2026-05-01')).toBe(3)
})

test('two administrators with one report: the second is told that it is stale', async () => {
  const { root, api } = await aDistrict()
  const wanted = { statute: 'MEM-05.answer', value: 3, fromOn: today }
  const { fingerprint } = await api(root).impact(wanted)
  const acts = await Promise.allSettled([1, 2].map(() => api(root).rule({ ...wanted, reason: why, fingerprint })))
  expect(acts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

const notice = { year: 2027, rest: [...statutoryHolidays(2027), '2027-02-09'], work: ['2027-02-13'] }

test('a year’s notice is entered once at the top, after a report of what moves, and counts for every working day on the server', async () => {
  const { root, town, factory, api } = await aDistrict()
  await aDuty(factory.id, factory.path, { since: '2027-02-04', dueOn: '2027-02-11', period: '3 个工作日' })
  expect(await api(root).year({ year: 2027 })).toMatchObject({ notice: null, rest: statutoryHolidays(2027), work: [] })
  const report = await api(root).yearImpact(notice)
  expect(report).toMatchObject({ moved: 1, running: [{ dueOn: '2027-02-11', thenOn: '2027-02-12' }] })
  const act = { ...notice, notice: '国办发明电〔2026〕7号', reason: '录入国务院办公厅通知', fingerprint: report.fingerprint }
  await expect(api(town).loadYear(act)).rejects.toMatchObject({ data: { code: 'rulebook.top' } })
  await expect(api(root).loadYear({ ...act, rest: notice.rest.slice(1) })).rejects.toMatchObject({
    data: { code: 'rulebook.calendar' },
  })
  await expect(api(root).loadYear({ ...act, work: [] })).rejects.toMatchObject({ data: { code: 'rulebook.stale' } })
  await api(root).loadYear(act)
  const calendar = await world.session((session) => calendarFor(session))
  expect([calendar.knows('2027-02-09'), calendar.isRestDay('2027-02-09'), calendar.isRestDay('2027-02-13')]).toEqual([
    true,
    true,
    false,
  ])
  const shown = await api(factory).year({ year: 2027 })
  expect(shown).toMatchObject({ notice: act.notice, work: ['2027-02-13'], loaded: [{ moved: 1 }] })
})

test('the rulebook is one question a transaction, whoever asks how often, and none where nobody asks', async () => {
  const { factory } = await aDistrict()
  await world.session(async (session) => {
    const client = session.db.$client
    let asked = 0
    const query = client.query.bind(client) as typeof client.query
    client.query = ((...args: Parameters<typeof query>) => {
      asked++
      return query(...args)
    }) as typeof query
    await rulebookOf(session)
    await Promise.all([statutesFor(session, factory.path), calendarFor(session), statutesFor(session)])
    client.query = query
    expect(asked).toBe(1)
  })
})

test('a rule is found by words, number, article, area, region; regional wordings, clocks and dependants stand on its page', async () => {
  const { root, api } = await aDistrict()
  const ids = async (asked: object) => (await api(root).search({ size: 200, ...asked })).rows.map(({ id }) => id)
  expect(await ids({ text: '要约 书面答复' })).toContain('CB-10.answer')
  expect(await ids({ text: '《工会法》第十一条' })).toEqual(['ORG-01.committee', 'ORG-01.joint'])
  expect(await ids({ text: 'd34' })).toEqual(['CB-10.answer'])
  expect(await ids({ text: '杭州', area: ['CB'] })).toContain('CB-13.suspension')
  expect(await ids({ region: ['CN-31'], area: ['CB'] })).toEqual(['CB-03.sides', 'CB-10.answer'])
  expect((await api(root).search({ region: ['CN-31'], text: 'CB-10.answer' })).rows).toMatchObject([{ value: 15, unit: 'day' }])
  expect(await ids({ verified: ['no'], level: ['BLOCK'] })).toEqual([])
  const whole = await api(root).get({ id: 'ORG-15.founding' })
  expect(whole.regional.length).toBeGreaterThan(12)
  expect(whole).toMatchObject({ clocks: [{ id: 'D01' }], fixed: null })
  expect(whole.uses.map(({ module }) => module)).toContain('organisation/employers')
  expect(whole.uses.find(({ module }) => module === 'organisation/employers')?.acts).toContain('employers.advance')
})

test('the ninety-three clocks have the figures of the place', async () => {
  const { root, api } = await aDistrict()
  world.place = 'CN-330106'
  const clocks = await api(root).clocks()
  world.place = 'national'
  expect(clocks).toHaveLength(93)
  expect(clocks.find(({ id }) => id === 'D34')).toMatchObject({
    lengths: [{ figure: '10 个工作日', cite: expect.stringContaining('杭州市') }],
  })
})

test('a document is filed by article, found by its words, cited from the rule it speaks of, and ended', async () => {
  const { root, town, factory, api } = await aDistrict()
  const draft = {
    title: '关于做好新就业形态劳动者入会工作的通知',
    number: '永工发〔2026〕8号',
    issuer: '永安区总工会',
    issuedOn: '2026-02-20',
    fromOn: '2026-03-01',
    articles: [
      { label: '第一条', body: '外卖骑手可以在站点所在地申请入会。' },
      { label: '第二条', body: '入会申请两个工作日内答复。', statute: 'MEM-02.answer' },
    ],
  }
  const { id } = await api(root).fileDocument(draft)
  expect((await api(factory).documents({ text: '骑手' })).rows).toMatchObject([{ id, number: draft.number, articles: 2 }])
  expect(await api(town).document({ id })).toMatchObject({ isOwn: false, list: [{ label: '第一条' }, { label: '第二条' }] })
  expect((await api(town).get({ id: 'MEM-02.answer' })).documents.map((one) => one.documentId)).toContain(id)
  await expect(
    api(root).fileDocument({ ...draft, articles: [{ label: '一', body: '没有这条', statute: 'ORG-99.x' }] }),
  ).rejects.toMatchObject({
    data: { code: 'rulebook.statute' },
  })
  await expect(api(town).endDocument({ id, endsOn: today, reason: why })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await api(root).endDocument({ id, endsOn: today, reason: why })
  expect((await api(town).get({ id: 'MEM-02.answer' })).documents.map((one) => one.documentId)).not.toContain(id)
})

test('a browser judges by what the server judges by: the union’s own figure comes with the law of the place', async () => {
  const { town, factory, mill, api } = await aDistrict()
  await ruled(api(town), 2)
  const here = await api(factory).law({})
  expect(here.own).toMatchObject([{ id: 'MEM-02.answer', value: 2, path: town.path }])
  expect(statuteOn('MEM-02.answer', today, here as Place).value).toBe(await figureAt(factory.path, today))
  expect((await api(factory).law({ unionId: mill.id })).own).toEqual([])
  await expect(api(factory).law({ unionId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a document whose law changed after it began to hold waits to be revised, until it is repealed', async () => {
  const { town, factory, api } = await aDistrict()
  const old = {
    ...{ title: '兼职工会干部工作时间办法', issuer: '东港镇总工会', issuedOn: '2019-05-01', fromOn: '2019-06-01' },
    articles: [{ label: '第二条', body: '每月不超过三个工作日。', statute: 'ORG-32.paidDays' }],
  }
  const { id } = await api(town).fileDocument(old)
  const fresh = await api(town).fileDocument({ ...old, title: '新的工作时间办法', fromOn: '2026-01-01' })
  const { rows, awaiting } = await api(factory).documents({ changed: true })
  expect(rows.map((row) => row.id)).toContain(id)
  expect(rows.map((row) => row.id)).not.toContain(fresh.id)
  expect(await api(factory).document({ id })).toMatchObject({ grounded: 1, changed: [{ statute: 'ORG-32.paidDays' }] })
  await api(town).endDocument({ id, endsOn: today, reason: '被新办法代替' })
  expect((await api(factory).documents({ changed: true })).awaiting).toBe(awaiting - 1)
})
