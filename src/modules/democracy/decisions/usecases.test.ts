import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aDraft, aUnit } from './testing.ts'

const world = testWorld('2026-03-02')
const on = (day: string) => void (world.now = new Date(`${day}T09:00:00+08:00`))
const refused = (code: string) => ({ data: { code } })
const meeting = {
  metOn: '2026-03-12',
  meeting: '党政联席会',
  representedBy: '王建国',
  unionOpinion: '津贴应含法定节日',
  unionVote: 'against' as const,
}

test('a matter goes through all four stages, and what a worker said comes back to him', async () => {
  on('2026-03-02')
  const unit = await aUnit(world, 5)
  const phones = await Promise.all(unit.people.map((person) => unit.phone(person)))
  const { id } = await unit.clerk.decisions.register(aDraft(unit.factory.id))
  expect(await phones[0]!.decisions.mine()).toMatchObject([{ id, isOpen: true, choice: null, decision: null }])
  for (const [at, phone] of phones.entries())
    await phone.decisions.say({ id, choice: at === 4 ? 'disagree' : 'agree', body: at === 4 ? '三十元太少' : null })
  await phones[0]!.decisions.say({ id, choice: 'unsure' })
  // While people still speak, only how many have spoken is told.
  expect((await unit.chair.decisions.get({ id })).opinionsHeard).toEqual({ total: 5, counts: null, groups: [], words: [] })
  await expect(unit.chair.decisions.position({ id, position: '同意提高标准，建议定为四十元。' })).rejects.toMatchObject(
    refused('decisions.asking'),
  )
  await expect(unit.clerk.decisions.meet({ id, ...meeting, metOn: '2026-03-02' })).rejects.toMatchObject(
    refused('decisions.consult'),
  )

  on('2026-03-11')
  await expect(phones[1]!.decisions.say({ id, choice: 'agree' })).rejects.toMatchObject(refused('decisions.over'))
  expect((await unit.clerk.decisions.get({ id })).opinionsHeard).toEqual({
    total: 5,
    counts: { agree: 3, disagree: 1, unsure: 1 },
    groups: [{ name: unit.factory.name, count: 5 }],
    words: [{ choice: 'disagree', body: '三十元太少' }],
  })
  await unit.chair.decisions.position({
    id,
    position: '同意提高标准，建议定为四十元。',
    takenUp: '提高标准',
    notTaken: '按小时计的意见，核算困难',
  })

  on('2026-03-12')
  await unit.clerk.decisions.meet({ id, ...meeting })
  const decision = { id, outcome: 'changed' as const, decision: '夜班每班津贴三十五元', reasons: '综合工会意见和成本' }
  await expect(unit.clerk.decisions.decide(decision)).rejects.toMatchObject(refused('decisions.answer'))
  await unit.clerk.decisions.decide({ ...decision, answer: '节日另按法定标准支付' })
  expect(await phones[4]!.decisions.mine()).toMatchObject([{ decision: null, feedbackOn: null }])
  await expect(phones[4]!.decisions.react({ id, mark: 'partly' })).rejects.toMatchObject(refused('decisions.notYet'))
  await unit.clerk.decisions.feedBack({ id })
  expect(await phones[4]!.decisions.mine()).toMatchObject([{ decision: '夜班每班津贴三十五元', body: '三十元太少' }])
  await phones[4]!.decisions.react({ id, mark: 'partly', body: '比原来好' })
  expect((await unit.chair.decisions.get({ id })).reactions).toEqual({ total: 1, counts: null, words: ['比原来好'] })

  await expect(unit.clerk.decisions.close({ id })).rejects.toMatchObject(refused('decisions.stage'))
  await unit.clerk.decisions.addTask({ id, side: 'union', title: '核对首月发放', owner: '李秀英', dueOn: '2026-04-20' })
  const [task] = (await unit.chair.decisions.get({ id })).tasks
  await unit.clerk.decisions.noteTask({ id: task!.id, body: '工资表已送工会' })
  await expect(unit.clerk.decisions.finishTask({ id: task!.id, outcome: '已核对完毕' })).rejects.toMatchObject(
    refused('decisions.otherSide'),
  )
  await expect(unit.chair.decisions.close({ id })).rejects.toMatchObject(refused('decisions.openTasks'))
  await unit.chair.decisions.finishTask({ id: task!.id, outcome: '首月已足额发放' })
  await unit.chair.decisions.close({ id })
  const whole = await unit.superior.decisions.get({ id })
  expect(whole.stages).toEqual({ consult: 'done', deliberate: 'done', feedback: 'done', share: 'done' })
  expect(whole).toMatchObject({ noticeDays: 10, isOwn: false, tasks: [{ progress: [{ side: 'employer' }] }] })
  expect((await unit.superior.decisions.list({})).rows).toMatchObject([{ id, opinions: 5, stages: whole.stages }])
  expect((await unit.superior.decisions.list({ show: 'open' })).total).toBe(0)
  expect(await unit.superior.decisions.figures()).toMatchObject({ matters: 1, fullPart: 1, missed: 0, unionTasksOnTime: 1 })
})

test('of four who spoke the words are read after the last day, and no mark of any of them', async () => {
  on('2026-03-02')
  const unit = await aUnit(world, 4)
  const { id } = await unit.clerk.decisions.register(aDraft(unit.factory.id))
  const phones = await Promise.all(unit.people.map((person) => unit.phone(person)))
  for (const [at, phone] of phones.entries())
    await phone.decisions.say({ id, choice: 'disagree', body: at ? null : '三十元太少' })
  on('2026-03-11')
  expect((await unit.chair.decisions.get({ id })).opinionsHeard).toEqual({
    ...{ total: 4, counts: null, groups: [] },
    words: [{ choice: null, body: '三十元太少' }],
  })
})

test('the opinion of a worker who has since left the unit is counted all the same', async () => {
  on('2026-03-02')
  const unit = await aUnit(world, 5)
  const { id } = await unit.clerk.decisions.register(aDraft(unit.factory.id))
  const phones = await Promise.all(unit.people.map((person) => unit.phone(person)))
  for (const [at, phone] of phones.entries()) await phone.decisions.say({ id, choice: at ? 'agree' : 'disagree' })
  await world.session(({ db }) =>
    db.execute(
      sql`update members set (union_id, union_path) = (select union_id, union_path from members where id = ${unit.strange.memberId}) where id = ${unit.people[0]}`,
    ),
  )
  on('2026-03-11')
  expect((await unit.chair.decisions.get({ id })).opinionsHeard).toMatchObject({
    total: 5,
    counts: { agree: 4, disagree: 1, unsure: 0 },
    groups: [{ name: '其他', count: 5 }],
  })
})

test('a stage passed over stands on the superior’s list until and after the chair explains', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const { id } = await unit.chair.decisions.register(aDraft(unit.factory.id, { opinionsUntil: null, kind: 'operations' }))
  await unit.clerk.decisions.skip({ id, stage: 'consult', reason: '时间紧，未及征求' })
  const [row] = (await unit.superior.decisions.missed({})).rows
  expect(row).toMatchObject({ matterId: id, stage: 'consult', side: 'employer', explanation: null, unionName: unit.factory.name })
  await expect(unit.superior.decisions.explain({ id: row!.id, explanation: '代为说明' })).rejects.toMatchObject(
    refused('decisions.own'),
  )
  await unit.chair.decisions.explain({ id: row!.id, explanation: '主席当日外出，事后才知' })
  expect((await unit.superior.decisions.missed({})).rows).toMatchObject([{ explanation: '主席当日外出，事后才知' }])
  await expect(unit.chair.decisions.explain({ id: row!.id, explanation: '再说一次' })).rejects.toMatchObject(
    refused('decisions.twice'),
  )
  expect((await unit.chair.decisions.get({ id })).stages).toMatchObject({ consult: 'skipped', deliberate: 'now' })
})

test('who only looks, a superior and a stranger do not act', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const { id } = await unit.clerk.decisions.register(aDraft(unit.factory.id))
  await expect(unit.sight.decisions.skip({ id, stage: 'consult', reason: '不征求了' })).rejects.toMatchObject(
    refused('decisions.side'),
  )
  await expect(unit.superior.decisions.skip({ id, stage: 'consult', reason: '不征求了' })).rejects.toMatchObject(
    refused('decisions.own'),
  )
  await expect(unit.superior.decisions.register(aDraft(unit.factory.id))).rejects.toMatchObject(refused('decisions.own'))
  await expect(unit.next.decisions.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(unit.next.decisions.meet({ id, ...meeting, metOn: '2026-03-02' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await unit.next.decisions.list({})).total).toBe(0)
  const strange = await unit.phone(unit.strange.memberId)
  expect(await strange.decisions.mine()).toEqual([])
  await expect(strange.decisions.say({ id, choice: 'agree' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('thirty answers of one worker at once are one answer', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const { id } = await unit.clerk.decisions.register(aDraft(unit.factory.id))
  const phone = await unit.phone(unit.people[0]!)
  await Promise.all(Array.from({ length: 30 }, () => phone.decisions.say({ id, choice: 'agree' })))
  expect((await unit.chair.decisions.get({ id })).opinionsHeard.total).toBe(1)
})

test('two sides decide at once: one decision stands', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const { id } = await unit.clerk.decisions.register(aDraft(unit.factory.id, { opinionsUntil: null }))
  await unit.chair.decisions.position({ id, position: '工会同意实行这个办法。' })
  await unit.chair.decisions.meet({ id, ...meeting, metOn: '2026-03-02', unionVote: 'for' })
  const decision = { id, outcome: 'asDrafted' as const, decision: '照办', reasons: '各方同意' }
  const said = await Promise.allSettled([
    unit.clerk.decisions.decide({ ...decision, decision: '照草案办' }),
    unit.chair.decisions.decide({ ...decision, decision: '照草案执行' }),
  ])
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a layoff told too late says so with its article', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const { id } = await unit.clerk.decisions.register(
    aDraft(unit.factory.id, { kind: 'layoff', title: '关停三车间裁减人员', plannedOn: '2026-03-20' }),
  )
  expect(await unit.chair.decisions.get({ id })).toMatchObject({ warningCite: '《劳动合同法》第四十一条' })
})

test('an instrument is numbered, answered once, and a plan item is in when both agree', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const draft = {
    power: 'seat' as const,
    title: '列席生产例会',
    body: '请安排工会代表列席每月生产例会。',
    addressee: '行政负责人',
    replyBy: '2026-03-17',
  }
  const { id } = await unit.chair.decisions.issue(draft)
  await expect(unit.chair.decisions.issue({ ...draft, replyBy: '2026-03-01' })).rejects.toMatchObject(
    refused('decisions.replyBy'),
  )
  await unit.chair.decisions.issue(draft)
  expect((await unit.chair.decisions.instruments({})).rows.map(({ number }) => number)).toEqual([2, 1])
  await unit.clerk.decisions.reply({ id, reply: 'accepted', replyText: '同意，自三月起列席' })
  await expect(unit.clerk.decisions.reply({ id, reply: 'refused', replyText: '改主意了' })).rejects.toMatchObject(
    refused('decisions.replied'),
  )
  await expect(unit.clerk.decisions.issue(draft)).rejects.toMatchObject({ code: 'FORBIDDEN' })

  const item = {
    year: 2026,
    title: '安全隐患随手拍',
    coreTask: 'safety' as const,
    coreWords: '全年零重伤',
    askedPeople: '一名专职',
    askedFen: 2_000_000,
    askedThings: null,
  }
  await expect(unit.chair.decisions.submitItem({ ...item, coreWords: null })).rejects.toMatchObject(refused('decisions.core'))
  const made = await unit.chair.decisions.submitItem(item)
  await expect(unit.chair.decisions.agreeItem(made)).rejects.toMatchObject(refused('decisions.unanswered'))
  await unit.clerk.decisions.answerItem({
    ...made,
    answer: 'changed',
    answerText: '先拨一半',
    grantedPeople: '兼职一名',
    grantedFen: 1_000_000,
    grantedThings: null,
  })
  await unit.chair.decisions.agreeItem(made)
  await unit.clerk.decisions.finishItem({ ...made, effect: '查出隐患 43 处，全部整改' })
  expect((await unit.superior.decisions.items({})).rows).toMatchObject([{ grantedFen: 1_000_000, agreedOn: '2026-03-02' }])
  expect(await unit.chair.decisions.figures()).toMatchObject({ instruments: 2, replied: 1, accepted: 1, items: 1, linked: 1 })
})

test('the list of rights is loaded at the top, and each union checks its own each year', async () => {
  on('2026-03-02')
  const unit = await aUnit(world)
  const list = [
    { kind: 'right' as const, title: '组织职工参加民主管理', isKey: true },
    { kind: 'duty' as const, title: '维护职工合法权益', isKey: true },
  ]
  await expect(unit.superior.decisions.loadRights({ items: list })).rejects.toMatchObject(refused('decisions.top'))
  await unit.top.decisions.loadRights({ items: list })
  const right = (await unit.chair.decisions.rights({ year: 2026 })).rows.find(({ title }) => title === list[0]!.title)!
  expect(right).toMatchObject({ number: 1, owner: null, isKey: true })
  const check = { id: right.id, year: 2026, owner: '王建国', wasUsed: true }
  await expect(unit.chair.decisions.checkRight(check)).rejects.toMatchObject(refused('decisions.evidence'))
  await unit.chair.decisions.checkRight({ ...check, evidence: '2026 年第一次职代会决议' })
  const own = (await unit.chair.decisions.rights({ year: 2026 })).rows
  expect(own.find(({ id }) => id === right.id)).toMatchObject({ owner: '王建国', wasUsed: true })
  expect((await unit.next.decisions.rights({ year: 2026 })).rows.find(({ id }) => id === right.id)).toMatchObject({ owner: null })
})
