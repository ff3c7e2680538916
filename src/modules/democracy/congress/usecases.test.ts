import { expect, test } from 'vitest'
import { testWorld } from '#platform/testing'
import { aHall, anItem, aPrepared, arrived } from './testing.ts'

const world = testWorld('2026-03-02')
const refusal = (code: string) => ({ data: { code } })
const day = '2026-03-02'

test('prepared step by step, opened with two thirds, voted, resolved, published, reported; the deputies judge the task', async () => {
  const hall = await aHall(world, 6)
  const { us, self } = hall
  const id = await aPrepared(hall)
  const { id: itemId } = await us.congress.addItem({ sessionId: id, ...anItem })
  await self(0).congress.say({ sessionId: id, itemId, body: '希望说明食堂改造的进度' })
  await expect(us.congress.begin({ id })).rejects.toMatchObject(refusal('congress.steps'))
  const [opinion] = (await us.congress.get({ id })).opinions
  await us.congress.answer({ id: opinion!.id, answer: 'adopted', reply: '已写入报告第三部分' })
  await arrived(hall, id, 3)
  await expect(us.congress.begin({ id })).rejects.toMatchObject(refusal('congress.quorum'))
  const { code } = await us.congress.doorCode({ id })
  await expect(self(5).congress.arriveMine({ id, code: 'beef0000' })).rejects.toMatchObject(refusal('congress.doorCode'))
  for (let n = 0; n < 6; n++) if (!(await self(n).congress.own({ id })).isPresent) await self(n).congress.arriveMine({ id, code })
  await us.congress.begin({ id })
  await expect(self(0).congress.vote({ itemId, mark: 'yes' })).rejects.toMatchObject(refusal('congress.voteClosed'))
  await us.congress.openItem({ id: itemId })
  await self(0).congress.askToSpeak({ id })
  const [speaker] = (await us.congress.get({ id })).speakers
  await us.congress.callSpeaker({ id: speaker!.id })
  await us.congress.endSpeaker({ id: speaker!.id })
  expect(await self(0).congress.mine()).toMatchObject([{ id, isDeputy: true, isVoting: true }])
  for (let n = 0; n < 4; n++) await self(n).congress.vote({ itemId, mark: 'yes' })
  await self(4).congress.vote({ itemId, mark: 'no' })
  await expect(self(4).congress.vote({ itemId, mark: 'yes' })).rejects.toMatchObject(refusal('congress.voted'))
  await expect(us.congress.close({ id })).rejects.toMatchObject(refusal('congress.unsettled'))
  await us.congress.closeItem({ id: itemId })
  expect((await us.congress.get({ id })).items[0]).toMatchObject({
    result: { yes: 4, no: 1, abstain: 0, passed: true, needed: 4, cite: '《企业民主管理规定》第二十条' },
    ...{ expected: 6, present: 6 },
  })
  await us.congress.resolve({ id: itemId, resolution: '同意报告，食堂改造年内完成。' })
  const { id: taskId } = await us.congress.assign({
    itemId,
    title: '完成食堂改造',
    side: 'employer',
    owner: '后勤部',
    dueOn: '2026-06-30',
  })
  await us.congress.close({ id })
  expect(await self(5).congress.own({ id })).toMatchObject({ state: 'closed', isDeputy: true })
  await us.congress.publish({ id })
  await us.congress.report({ id, on: day, how: '书面报告永安区总工会' })
  await expect(us.congress.resolve({ id: itemId, resolution: '改一改' })).rejects.toMatchObject(refusal('congress.published'))
  await expect(self(0).congress.judgeTask({ id: taskId, confirms: true, note: null })).rejects.toMatchObject(
    refusal('congress.notDone'),
  )
  await us.congress.carryOut({ id: taskId, on: day, evidence: '验收单 2026-03' })
  await self(0).congress.judgeTask({ id: taskId, confirms: true, note: null })
  await expect(self(1).congress.judgeTask({ id: taskId, confirms: false, note: null })).rejects.toMatchObject(
    refusal('congress.reason'),
  )
  await self(1).congress.judgeTask({ id: taskId, confirms: false, note: '还没有空调' })
  expect((await us.congress.get({ id })).tasks).toMatchObject([{ disputes: 1 }])
  expect((await us.congress.list({})).rows[0]).toMatchObject({
    tasks: 1,
    done: 1,
    disputed: 1,
    passed: 1,
    publishedOn: day,
    reportedOn: day,
  })
  expect((await us.congress.get({ id })).steps.filter(({ state }) => state !== 'done').map(({ step }) => step)).toEqual([
    'archive',
  ])
})

test('WC-14: of 300 deputies 199 do not make a congress, 200 do, and 201', async () => {
  const hall = await aHall(world, 300)
  const id = await aPrepared(hall)
  await arrived(hall, id, 199)
  await expect(hall.us.congress.begin({ id })).rejects.toMatchObject({
    data: { code: 'congress.quorum', cite: '《企业民主管理规定》第十七条', reason: expect.stringContaining('200') },
  })
  await arrived(hall, id, 200)
  await hall.us.congress.begin({ id })
  const again = await aPrepared(hall)
  await arrived(hall, again, 201)
  await hall.us.congress.begin({ id: again })
  expect(await hall.us.congress.get({ id: again })).toMatchObject({ expected: 300, present: 201, state: 'open' })
}, 60_000)

test('a step is left out only with its reason, and it stands in the minutes', async () => {
  const { us, factory } = await aHall(world, 3)
  const { id } = await us.congress.prepare({
    unionId: factory.id,
    kind: 'regular',
    title: '第二次会议',
    opensOn: '2026-03-20',
    place: null,
    reason: null,
  })
  await expect(us.congress.skip({ sessionId: id, step: 'open', reason: '代表都同意' })).rejects.toMatchObject(
    refusal('congress.needed'),
  )
  await expect(us.congress.mark({ sessionId: id, step: 'answers', on: day, note: null })).rejects.toMatchObject(
    refusal('congress.derived'),
  )
  await us.congress.skip({ sessionId: id, step: 'ask', reason: '党组织会议已当面同意' })
  await expect(us.congress.mark({ sessionId: id, step: 'ask', on: day, note: null })).rejects.toMatchObject(
    refusal('congress.done'),
  )
  expect((await us.congress.get({ id })).steps[0]).toMatchObject({
    step: 'ask',
    state: 'skipped',
    skippedWhy: '党组织会议已当面同意',
  })
})

test('a secret item opens a ballot for the deputies present; raised hands are counted; what is not passed has no resolution', async () => {
  const hall = await aHall(world, 5)
  const { us, self } = hall
  const id = await aPrepared(hall)
  const adopt = { ...anItem, kind: 'adopt' as const, matter: 'agreement' as const, title: '集体合同草案' }
  await expect(us.congress.addItem({ sessionId: id, ...adopt, way: 'hands' })).rejects.toMatchObject(refusal('congress.secret'))
  const secret = await us.congress.addItem({ sessionId: id, ...adopt, way: 'secret' })
  const hands = await us.congress.addItem({ sessionId: id, ...anItem, way: 'hands' })
  await arrived(hall, id, 5)
  await us.congress.begin({ id })
  await us.congress.openItem(secret)
  const open = (await self(0).congress.own({ id })).items.find((one) => one.id === secret.id)!
  expect(open.ballotId).toMatch(/^[0-9a-f-]{36}$/)
  await expect(self(0).congress.vote({ itemId: secret.id, mark: 'yes' })).rejects.toMatchObject(refusal('congress.voteClosed'))
  await us.congress.closeItem(secret)
  expect((await us.congress.get({ id })).items[0]!.result).toMatchObject({
    passed: false,
    yes: 0,
    fingerprint: expect.any(String),
  })
  await expect(us.congress.resolve({ id: secret.id, resolution: '同意' })).rejects.toMatchObject(refusal('congress.notPassed'))
  await us.congress.openItem(hands)
  await expect(us.congress.countHands({ id: hands.id, yes: 5, no: 1, abstain: 0 })).rejects.toMatchObject(
    refusal('congress.hands'),
  )
  await us.congress.countHands({ id: hands.id, yes: 3, no: 1, abstain: 1 })
  expect((await us.congress.get({ id })).items[1]!.result).toMatchObject({ passed: true, needed: 3 })
})

test('many deputies vote at the same moment, some twice: each vote once, none lost', async () => {
  const hall = await aHall(world, 60)
  const id = await aPrepared(hall)
  const { id: itemId } = await hall.us.congress.addItem({ sessionId: id, ...anItem })
  await arrived(hall, id, 60)
  await hall.us.congress.begin({ id })
  await hall.us.congress.openItem({ id: itemId })
  const cast = hall.people.flatMap((_, n) => [0, 1].map(() => hall.self(n).congress.vote({ itemId, mark: n % 3 ? 'yes' : 'no' })))
  const done = await Promise.allSettled(cast)
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
  await hall.us.congress.closeItem({ id: itemId })
  expect((await hall.us.congress.get({ id })).items[0]!.result).toMatchObject({ yes: 40, no: 20, abstain: 0, passed: true })
}, 60_000)

test('a joint meeting decides nothing for the congress; the next session gets what it handled to confirm', async () => {
  const hall = await aHall(world, 3)
  const { us, factory } = hall
  const joint = { unionId: factory.id, kind: 'joint' as const, title: '第一次联席会议', opensOn: day, place: null, reason: null }
  const { id } = await us.congress.prepare(joint)
  await expect(us.congress.addItem({ sessionId: id, ...anItem, kind: 'adopt', way: 'secret' })).rejects.toMatchObject(
    refusal('congress.joint'),
  )
  const { id: itemId } = await us.congress.addItem({ sessionId: id, ...anItem, title: '高温停工安排', way: 'hands' })
  await us.congress.drawRoll({ id })
  for (const step of ['topics', 'papers'] as const) await us.congress.skip({ sessionId: id, step, reason: '紧急事项临时召开' })
  await us.congress.skip({ sessionId: id, step: 'answers', reason: '会上当场答复' })
  await arrived(hall, id, 3)
  await us.congress.begin({ id })
  await us.congress.openItem({ id: itemId })
  await us.congress.countHands({ id: itemId, yes: 3, no: 0, abstain: 0 })
  await us.congress.close({ id })
  const next = await us.congress.prepare({ ...joint, kind: 'regular', title: '第二次会议', opensOn: '2026-12-01' })
  expect((await us.congress.get(next)).items).toMatchObject([
    { title: '确认联席会议处理的事项：高温停工安排', kind: 'supervise' },
  ])
})

test('the superior sees every congress, links an instructor and remarks on the drafts; a stranger finds nothing', async () => {
  const hall = await aHall(world, 3)
  const { us, superior, stranger, people } = hall
  const id = await aPrepared(hall)
  const { id: itemId } = await us.congress.addItem({ sessionId: id, ...anItem })
  await superior.congress.guide({ sessionId: id, name: '周敏' })
  const note = await superior.congress.remark({ sessionId: id, about: '议程草案', body: '缺少集体合同履行情况报告' })
  expect((await superior.congress.list({ text: '恒达' })).rows).toContainEqual(
    expect.objectContaining({ id, instructorName: '周敏', openNotes: 1 }),
  )
  await us.congress.mend({ id: note.id, note: '已加入议程' })
  expect((await us.congress.get({ id })).notes).toMatchObject([{ who: '周敏', mendedNote: '已加入议程' }])
  for (const refused of [
    () => stranger.congress.get({ id }),
    () => stranger.congress.roll({ id }),
    () => stranger.congress.addItem({ sessionId: id, ...anItem }),
    () => stranger.congress.mark({ sessionId: id, step: 'archive', on: day, note: null }),
    () => stranger.congress.skip({ sessionId: id, step: 'archive', reason: '越界办理' }),
    () => stranger.congress.seatPresidium({ sessionId: id, members: [{ memberId: people[0]!, isLeader: false }] }),
    () => stranger.congress.drawRoll({ id }),
    () => stranger.congress.begin({ id }),
    () => stranger.congress.openItem({ id: itemId }),
    () => stranger.congress.closeItem({ id: itemId }),
    () => stranger.congress.removeItem({ id: itemId }),
    () => stranger.congress.remark({ sessionId: id, about: '议程', body: '越界办理' }),
    () => stranger.congress.paper({ id, which: 'minutes' }),
    () => stranger.congress.cancel({ id, reason: '越界办理' }),
  ])
    await expect(refused()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await stranger.congress.list({})).total).toBe(0)
  const outsider = world.as({ person: crypto.randomUUID() }).api
  await expect(outsider.congress.own({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(outsider.congress.vote({ itemId, mark: 'yes' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
