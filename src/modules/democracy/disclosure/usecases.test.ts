import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { makeLaw } from '#platform/duties'
import { aPerson } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
import { clocks } from './clocks.ts'

const world = testWorld('2026-03-02')
const union = ['democracy.view', 'democracy.manage', 'members.exchange'] as const
const firm = ['democracy.view', 'democracy.answer'] as const

async function aUnit() {
  const made = await world.session(async (session) => {
    const district = await aUnion(session, { name: `永安区总工会${randomUUID().slice(0, 4)}` })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: district.id })
    const next = await aUnion(session, { name: '明辉电器工会委员会', parentId: district.id })
    const people = []
    for (const name of ['周明', '王建国', '赵刚', '孙丽', ...Array.from({ length: 12 }, (_, n) => `职工${n}`)])
      people.push(await aPerson(session, factory, name))
    return { district, factory, next, people, outsider: await aPerson(session, next, '外人') }
  })
  const { factory, people } = made
  const as = (n: number, powers: readonly (typeof union)[number][] | typeof firm) =>
    world.as({ person: people[n]!, post: postAt(factory), powers }).api.disclosure
  const [chair, clerk, party, inspector] = [as(0, union), as(1, firm), as(2, ['democracy.view']), as(3, ['democracy.view'])]
  const worker = (n: number) => world.as({ person: people[n]! }).api.disclosure
  for (const [body, role, capacity, memberId] of [
    ['leading', 'head', 'partySecretary', people[2]!],
    ['leading', 'deputy', 'unionChair', people[0]!],
    ['supervision', 'head', 'unionChair', people[0]!],
    ['supervision', 'member', 'unionCommittee', people[3]!],
  ] as const)
    await chair.seat({
      unionId: factory.id,
      body,
      role,
      capacity,
      memberId,
      personName: '某人',
      title: '职务',
      fromOn: '2026-01-01',
    })
  const { id: plan } = await chair.begin({ unionId: factory.id, kind: 'works' })
  await chair.adopt({ id: plan, adoptedOn: '2026-01-05', meeting: '党委会纪要 1 号', basis: '中办发〔2002〕13号' })
  const { rows } = await chair.list({ text: '社会保险' })
  return { ...made, chair, clerk, party, inspector, worker, item: rows[0]!.id, plan }
}
type Unit = Awaited<ReturnType<typeof aUnit>>
const text = { title: '一月社会保险缴纳情况', body: '一月应缴 300 人，实缴 300 人，基数已核对。', tables: [] }
const good = { isTrue: true, isComplete: true, isLawful: true }

async function publish({ clerk, party, inspector, item }: Unit, more: { reason?: string } = {}) {
  await clerk.draft({ id: item, ...text, ...more, isReady: true })
  await party.approve({ id: item, isApproved: true, hasNoSecrets: true })
  await inspector.check({ id: item, ...good })
}
const asSuperuser = async (statement: string, values: unknown[]) => {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  await client.query('set search_path = region_main, shared')
  await client.query('set session_replication_role = replica')
  await client.query(statement, values).finally(() => client.end())
}

test('an item goes its way: drafted, approved, faulted and sent back, mended, published; a correction keeps the old version', async () => {
  const unit = await aUnit()
  const { chair, clerk, party, inspector, item, worker } = unit
  await clerk.draft({ id: item, ...text, isReady: true })
  await expect(clerk.approve({ id: item, isApproved: true, hasNoSecrets: true })).rejects.toMatchObject({
    data: { code: 'disclosure.seat' },
  })
  await party.approve({ id: item, isApproved: true, hasNoSecrets: true })
  await inspector.check({ id: item, ...good, isComplete: false, note: '缺住房公积金' })
  expect(await worker(5).mine()).toEqual([])
  await publish(unit)
  expect(await worker(5).mine()).toMatchObject([{ id: item, label: '2026 年 1 月', hasRead: false, isCorrected: false }])
  await expect(clerk.draft({ id: item, ...text, isReady: true })).rejects.toMatchObject({ data: { code: 'disclosure.correct' } })
  await publish(unit, { reason: '实缴人数写错' })
  const detail = await chair.get({ id: item })
  expect(detail.versions.map(({ number, state }) => [number, state])).toEqual([
    [2, 'published'],
    [1, 'published'],
  ])
  expect(detail.steps.map(({ step }) => step)).toContain('faulted')
  expect(detail.shownUntil).toBe('2026-03-17')
  expect((await worker(5).show({ id: item })).versions).toHaveLength(2)
})

test('the leading group signs on paper, entered by the office; who approved may not check', async () => {
  const { chair, clerk, factory, item } = await aUnit()
  const { seats } = await chair.groups({ unionId: factory.id })
  const seatId = seats.find(({ body, role }) => body === 'leading' && role === 'deputy')!.id
  await clerk.draft({ id: item, ...text, isReady: true })
  await chair.approveOnPaper({ id: item, isApproved: true, hasNoSecrets: true, seatId, paper: '审批表 3 号' })
  await expect(chair.check({ id: item, ...good })).rejects.toMatchObject({ data: { code: 'disclosure.sameHand' } })
})

test('what a superuser alters or removes after publication is named, on the page and at the print’s code', async () => {
  const unit = await aUnit()
  await publish(unit)
  const { chair, item } = unit
  expect(await chair.verify()).toEqual({ checked: 1, doubtful: [] })
  expect(await world.anyone.disclosure.prove({ id: item })).toMatchObject({
    isPublic: false,
    versions: [{ title: null, isIntact: true }],
  })
  await asSuperuser('update disclosure_versions set body = $2 where item_id = $1', [item, '一月应缴 300 人，实缴 200 人。'])
  expect((await chair.verify()).doubtful).toMatchObject([{ itemId: item, number: 1, fault: '内容与公开时不一致' }])
  expect((await world.anyone.disclosure.prove({ id: item })).versions).toMatchObject([{ isIntact: false }])
  await asSuperuser(
    'update disclosure_versions set hash = disclosure_hash(item_id, number, title, body, tables, reason, published_at) where item_id = $1',
    [item],
  )
  expect((await chair.verify()).doubtful).toMatchObject([{ itemId: item, fault: '内容与公开时不一致' }])
  await asSuperuser('delete from disclosure_versions where item_id = $1', [item])
  expect((await chair.verify()).doubtful).toMatchObject([{ itemId: item, fault: '已公开的这一版不见了' }])
})

test('no act changes what was published', async () => {
  const unit = await aUnit()
  await publish(unit)
  await expect(
    world.session(({ db }) =>
      db.execute(`update disclosure_versions set body = '改成别的内容，看看行不行' where item_id = '${unit.item}'`),
    ),
  ).rejects.toThrow()
})

test('nobody learns who asked: not the employer’s side, not the union, not the journal', async () => {
  const unit = await aUnit()
  await publish(unit)
  const { worker, clerk, chair, item, people } = unit
  expect(await worker(6).ask({ itemId: item, kind: 'fairness', body: '加班工资没有算进基数', isNamed: false })).toEqual({
    dueOn: '2026-04-01',
  })
  const seen = JSON.stringify([await clerk.get({ id: item }), await chair.get({ id: item }), await worker(7).show({ id: item })])
  expect(seen).toContain('加班工资没有算进基数')
  expect(seen).not.toContain(people[6]!)
  expect(seen).not.toContain('职工2')
  const { id } = (await clerk.get({ id: item })).questions[0]!
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const { rows } = await client.query(`select union_id, subject, detail from region_main.journal where act = 'disclosure.ask'`)
  expect(rows).toEqual([{ union_id: null, subject: null, detail: null }])
  await client.end()
  await expect(world.session(({ db }) => db.execute('select question_id from disclosure_askers'))).rejects.toThrow()
  await expect(world.session(({ db }) => db.execute('select * from disclosure_reads'))).rejects.toThrow()

  await expect(clerk.answer({ id, answer: '已按规定计入', outcome: 'explained' })).rejects.toMatchObject({
    data: { code: 'disclosure.outcome' },
  })
  await clerk.answer({ id, answer: '核对后补算', outcome: 'upheld' })
  expect((await worker(6).show({ id: item })).own).toEqual([id])
  await expect(worker(7).settle({ id, as: 'satisfied' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await worker(6).settle({ id, as: 'unsatisfied' })
  await expect(clerk.reopen({ id, reason: '没有说清补算办法' })).rejects.toMatchObject({ data: { code: 'disclosure.seat' } })
  await unit.inspector.reopen({ id, reason: '没有说清补算办法' })
  expect((await clerk.get({ id: item })).questions).toMatchObject([{ answer: null, earlier: [{ answer: '核对后补算' }] }])
})

test('reach is told in fives and names nobody; once confirmed, twice is the same', async () => {
  const unit = await aUnit()
  await publish(unit)
  const { worker, chair, item } = unit
  for (const n of [4, 5, 6, 7, 8, 9, 9]) await worker(n).confirm({ id: item })
  expect((await chair.get({ id: item })).reach).toMatchObject({ audience: 16, readers: 5 })
})

test('taken down before its time an item counts as not published', async () => {
  const unit = await aUnit()
  await publish(unit)
  const { chair, item, worker } = unit
  await chair.takeDown({ id: item, reason: '公开栏换版面' })
  expect(await chair.get({ id: item })).toMatchObject({ state: 'void', takenDownWhy: '公开栏换版面' })
  expect(await worker(5).mine()).toEqual([])
})

test('an adopted catalogue is adjusted with a reason, and its items follow', async () => {
  const { chair, plan, factory } = await aUnit()
  const [before] = await chair.plans({ unionId: factory.id })
  const { id, endedOn: _, ...facts } = before!.entries.find(({ title }) => title === '福利费使用')!
  await expect(chair.saveEntry({ planId: plan, id, ...facts, period: 'yearly', reason: null })).rejects.toMatchObject({
    data: { code: 'disclosure.reason' },
  })
  await chair.saveEntry({ planId: plan, id, ...facts, period: 'yearly', reason: '按年度预算公开' })
  const { rows } = await chair.list({ text: '福利费' })
  expect(rows.map(({ label }) => label)).toEqual(['2026 年'])
  expect((await chair.plans({ unionId: factory.id }))[0]!.changes).toMatchObject([{ reason: '按年度预算公开' }])
})

test('the superior sees units, rates and overdue; the clock has the late items; strangers see nothing', async () => {
  const unit = await aUnit()
  await publish(unit)
  const { district, next, item, outsider, factory } = unit
  const above = world.as({ post: postAt(district), powers: ['democracy.view'] }).api.disclosure
  expect((await above.picture({})).rows).toMatchObject([{ name: factory.name, entries: 15, published: 1, onTime: 0, overdue: 0 }])
  const stranger = world.as({ post: postAt(next), powers: [...union, 'democracy.answer'] }).api.disclosure
  expect((await stranger.list({})).rows).toEqual([])
  for (const attempt of [
    () => stranger.get({ id: item }),
    () => stranger.draft({ id: item, ...text, isReady: true }),
    () => stranger.takeDown({ id: item, reason: '不是我的' }),
    () => world.as({ person: outsider }).api.disclosure.show({ id: item }),
    () => world.as({ person: outsider }).api.disclosure.ask({ itemId: item, kind: 'doubt', body: '看看别家', isNamed: true }),
    () => world.anyone.disclosure.shown({ id: item }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await world.anyone.disclosure.board({ unionId: factory.id })).toEqual([])
  const owed = clocks.find(({ id }) => id === 'P33')!
  const law = makeLaw('national')
  const facts = await world.session(({ db }) => owed.facts(db, { ids: null, unions: new Map() }, law))
  const late = facts.filter(({ unionId, endedOn, dueOn }) => unionId === factory.id && !endedOn && dueOn! < '2026-04-20')
  expect(late.map((fact) => owed.when({ ...fact, path: factory.path }, law).dueOn)).toContain('2026-04-15')
})

test('a report to the authority has its ten days', async () => {
  const { chair, factory, item } = await aUnit()
  const { id } = await chair.report({
    unionId: factory.id,
    itemId: item,
    ground: 'notPublished',
    authority: '永安区总工会',
    facts: '一月没有公开',
    receivedOn: '2026-03-02',
  })
  expect((await chair.reports({})).rows).toMatchObject([{ dueOn: '2026-03-12', investigatedOn: null }])
  await chair.closeReport({ id, investigatedOn: '2026-03-09', result: '责令三日内公开' })
  expect((await chair.reports({})).rows).toMatchObject([{ investigatedOn: '2026-03-09' }])
})

test('what is published as it happens is opened by hand, once under a name, and stays when the next year is laid out', async () => {
  const { chair, plan, factory } = await aUnit()
  const entry = (await chair.plans({ unionId: factory.id }))[0]!.entries.find(({ title }) => title === '晋升渠道和结果')!
  const { id } = await chair.open({ entryId: entry.id, label: '二车间班组长竞聘', on: '2026-03-01' })
  expect(await chair.get({ id })).toMatchObject({ dueOn: '2026-03-16', state: 'waiting', kind: 'works' })
  const { id: entryId, endedOn: _, ...facts } = entry
  await chair.saveEntry({ planId: plan, id: entryId, ...facts, dueDays: 10, reason: '竞聘结果要更快公开' })
  expect(await chair.get({ id })).toMatchObject({ state: 'waiting' })
})
