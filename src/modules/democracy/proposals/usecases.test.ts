import { expect, test } from 'vitest'
import { everywhere, within } from '#platform/db'
import { runEverything } from '#platform/duties'
import { keepUpload } from '#platform/files'
import type { Session } from '#platform/session'
import { testWorld } from '#platform/testing'
import { aCollection, anAssigned, answered, aProposal, someWords } from './testing.ts'

const world = testWorld('2026-03-02')
const refused = (code: string) => ({ data: { code } })
const on = (day: string) => {
  world.now = new Date(`${day}T09:00:00+08:00`)
}

test('one proposal from the author’s words to finance’s confirmation, all of the unit sees where it stands', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const { li, sun, committee, employer, superior } = cast
  const id = await anAssigned(cast)
  expect(await sun.api.proposals.thread({ id })).toMatchObject({
    ...{
      number: '2026-001',
      state: 'assigned',
      seconders: 2,
      authors: ['李明'],
      handler: '行政部',
      dueOn: '2026-04-01',
      isOwn: false,
    },
    seconderNames: ['王芳', '赵刚'],
  })
  on('2026-03-12')
  await answered(cast, id)
  await expect(sun.api.proposals.rate({ id, grade: 'satisfied' })).rejects.toMatchObject(refused('proposals.author'))
  await li.api.proposals.rate({ id, grade: 'mostly' })
  await expect(li.api.proposals.rate({ id, grade: 'mostly' })).rejects.toMatchObject(refused('proposals.early'))
  const done = { id, on: '2026-03-12', note: '窗口开了', isDone: true }
  await expect(employer.api.proposals.work(done)).rejects.toMatchObject(refused('proposals.evidence'))
  await employer.api.proposals.work({ ...done, isDone: false })
  await withEvidence(employer, id, '2026-03-12')
  await li.api.proposals.rate({ id, grade: 'satisfied' })
  expect(await li.api.proposals.thread({ id })).toMatchObject({
    state: 'closed',
    grade: 'satisfied',
    files: [{ kind: 'evidence' }],
  })
  const asked = { id, fromOn: '2026-03-01', untilOn: '2026-03-12', fen: 500_000, basis: '少请外卖补贴' }
  await committee.api.proposals.stateEffect(asked)
  await expect(committee.api.proposals.stateEffect(asked)).rejects.toMatchObject(refused('proposals.double'))
  const { effects } = await committee.api.proposals.get({ id })
  const settled = { id: effects[0]!.id, isConfirmed: true as const, financeName: '钱会计', voucher: '记-0312' }
  await expect(employer.api.proposals.settleEffect({ ...settled, fen: 500_001 })).rejects.toMatchObject(refused('proposals.more'))
  await employer.api.proposals.settleEffect({ ...settled, fen: 450_000 })
  const period = { from: '2026-03-01', until: '2026-03-31' }
  expect(await superior.api.proposals.figures(period)).toMatchObject({
    ...{
      unions: 1,
      submitted: 1,
      filed: 1,
      answered: 1,
      adopted: 1,
      onTime: 1,
      effectFen: 450_000,
      replyDays: 10,
      rated: 1,
      satisfied: 1,
    },
    years: [{ year: 2026, work: 0, living: 1, other: 0 }],
  })
  expect((await superior.api.proposals.list({ by: 'effect', ...period })).rows).toMatchObject([{ id, effectFen: 450_000 }])
  expect((await superior.api.proposals.unions(period)).rows).toMatchObject([{ unionName: '恒达机械工会委员会', adopted: 1 }])
  expect((await sun.api.proposals.thread({ id })).steps.map(({ kind }) => kind)).toEqual(
    'submitted seconded seconded filed assigned answered rated worked carriedOut rated effect confirmed'.split(' '),
  )
})

async function withEvidence(employer: Awaited<ReturnType<typeof aCollection>>['employer'], id: string, day: string) {
  const frame = { region: world.region, role: 'post' as const, ...everywhere, account: employer.account }
  const upload = await within(world.pool, frame, (db) =>
    keepUpload({ db, user: employer, now: world.now } as unknown as Session, '窗口.jpg', Buffer.from('picture')),
  )
  await employer.api.proposals.work({ id, on: day, note: '窗口开了一周，拍了照', isDone: true, uploads: [upload.id] })
}

test('the dissatisfied get one more round, and no third', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const id = await anAssigned(cast)
  await answered(cast, id, 'declined')
  await expect(cast.li.api.proposals.rate({ id, grade: 'dissatisfied' })).rejects.toMatchObject(refused('proposals.reason'))
  await cast.li.api.proposals.rate({ id, grade: 'dissatisfied', reason: '没有说为什么不行' })
  const again = await cast.committee.api.proposals.get({ id })
  expect(again).toMatchObject({ state: 'assigned', round: 2, outcome: null, dueOn: '2026-04-01' })
  expect(again.assignments.map(({ round, handler }) => `${round}${handler}`)).toEqual([
    '1行政部',
    '1财务部',
    '2行政部',
    '2财务部',
  ])
  const first = again.assignments.find((each) => each.round === 1 && !each.isLead)!
  const late = {
    assignmentId: first.id,
    outcome: 'adopted',
    solved: 'planned',
    answer: '下月起食堂开热饭窗口',
    signedBy: '周经理',
  } as const
  await expect(cast.employer.api.proposals.answer(late)).rejects.toMatchObject(refused('proposals.round'))
  await answered(cast, id, 'declined')
  await cast.li.api.proposals.rate({ id, grade: 'dissatisfied', reason: '还是没有说清' })
  expect(await cast.li.api.proposals.thread({ id })).toMatchObject({ state: 'closed', round: 2, grade: 'dissatisfied' })
})

test('merged with all authors and seconders kept, taken apart as it was', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const { li, wang, zhao, sun, committee, stranger } = cast
  const id = await aProposal(cast)
  const twin = crypto.randomUUID()
  await sun.api.proposals.submit({ ...someWords, title: '食堂夜里开热饭窗口', id: twin, windowId: cast.windowId })
  await wang.api.proposals.second({ id: twin })
  expect((await zhao.api.proposals.likely({ text: '夜班热饭窗口' })).map((each) => each.id).sort()).toEqual([id, twin].sort())
  expect(await stranger.api.proposals.likely({ text: '夜班热饭窗口' })).toEqual([])
  await committee.api.proposals.merge({ id: twin, into: id, reason: '说的是一件事' })
  expect(await li.api.proposals.thread({ id })).toMatchObject({
    authors: ['李明', '孙丽'],
    seconders: 2,
    merged: [{ id: twin }],
    isOwn: true,
  })
  expect(await sun.api.proposals.thread({ id })).toMatchObject({ isOwn: true })
  await expect(committee.api.proposals.merge({ id, into: twin, reason: '反过来并' })).rejects.toMatchObject(
    refused('proposals.merge'),
  )
  await committee.api.proposals.unmerge({ id: twin, reason: '其实是两件事' })
  expect(await sun.api.proposals.thread({ id: twin })).toMatchObject({ state: 'collected', authors: ['孙丽'], seconders: 1 })
  await committee.api.proposals.merge({ id: twin, into: id, reason: '还是一件事' })
  await committee.api.proposals.examine({ id, finding: 'filed' })
  await committee.api.proposals.assign({ id, lead: '行政部' })
  await answered(cast, id)
  await expect(committee.api.proposals.unmerge({ id: twin, reason: '还是想拆开' })).rejects.toMatchObject(
    refused('proposals.answered'),
  )
  await sun.api.proposals.rate({ id, grade: 'satisfied' })
  expect((await committee.api.proposals.figures({ from: '2026-03-01', until: '2026-03-31' })).adopted).toBe(1)
})

test('outside the collection, twice, by the author himself: refused with the reason', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const { li, wang, windowId, committee } = cast
  const id = await aProposal(cast)
  await expect(wang.api.proposals.second({ id })).rejects.toMatchObject(refused('proposals.twice'))
  await expect(li.api.proposals.second({ id })).rejects.toMatchObject(refused('proposals.own'))
  on('2026-03-21')
  const late = { ...someWords, id: crypto.randomUUID(), windowId }
  await expect(li.api.proposals.submit(late)).rejects.toMatchObject(refused('proposals.closed'))
  await committee.api.proposals.examine({ id, finding: 'returned', reason: '请写清几点到几点' })
  await expect(wang.api.proposals.revise({ id, ...someWords })).rejects.toMatchObject(refused('proposals.author'))
  await li.api.proposals.revise({ id, ...someWords, proposed: '凌晨一点到三点开热饭窗口' })
  expect(await li.api.proposals.thread({ id })).toMatchObject({ state: 'collected', proposed: '凌晨一点到三点开热饭窗口' })
  await li.api.proposals.withdraw({ id })
  await expect(committee.api.proposals.examine({ id, finding: 'filed' })).rejects.toMatchObject(refused('proposals.state'))
})

test('thirty seconds of one person at once leave one', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const id = crypto.randomUUID()
  await cast.li.api.proposals.submit({ ...someWords, id, windowId: cast.windowId })
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => cast.sun.api.proposals.second({ id })))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(all.filter((each) => each.status === 'rejected').every(({ reason }) => reason.data?.code === 'proposals.twice')).toBe(
    true,
  )
  expect((await cast.sun.api.proposals.thread({ id })).seconders).toBe(1)
})

test('files examined at once get numbers one after the other', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const ids = await Promise.all(Array.from({ length: 6 }, (_, n) => aProposal(cast, { title: `第${n}条生产线加挡板` })))
  await Promise.all(ids.map((id) => cast.committee.api.proposals.examine({ id, finding: 'filed' })))
  const { rows } = await cast.committee.api.proposals.list({})
  expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `2026-00${n}`))
})

test('a confidential proposal is seen by its author and the committee; the employer’s side does not learn the name', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const { li, sun, committee, employer, windowId } = cast
  const id = crypto.randomUUID()
  await li.api.proposals.submit({ ...someWords, id, windowId, isConfidential: true })
  await li.api.proposals.attach({
    id: crypto.randomUUID(),
    proposalId: id,
    kind: 'voice',
    type: 'audio/webm',
    seconds: 8,
    body: 'GkXfo59ChoEB',
  })
  await expect(sun.api.proposals.thread({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(sun.api.proposals.second({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await sun.api.proposals.likely({ text: someWords.title })).toEqual([])
  expect((await sun.api.proposals.unit({})).total).toBe(0)
  expect(await committee.api.proposals.get({ id })).toMatchObject({ authors: ['李明'] })
  expect(await employer.api.proposals.get({ id })).toMatchObject({ authors: ['（保密）'] })
  const [note] = (await li.api.proposals.thread({ id })).files
  expect(await li.api.proposals.myFile({ id: note!.id })).toEqual({ type: 'audio/webm', body: 'GkXfo59ChoEB' })
  await expect(sun.api.proposals.myFile({ id: note!.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a stranger from another union reaches nothing; the superior reads and does not decide', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const { stranger, neighbour, superior, windowId } = cast
  const id = await anAssigned(cast)
  const missing = { code: 'NOT_FOUND' }
  await expect(stranger.api.proposals.thread({ id })).rejects.toMatchObject(missing)
  await expect(stranger.api.proposals.second({ id })).rejects.toMatchObject(missing)
  await expect(stranger.api.proposals.rate({ id, grade: 'satisfied' })).rejects.toMatchObject(missing)
  await expect(stranger.api.proposals.revise({ id, ...someWords })).rejects.toMatchObject(missing)
  await expect(stranger.api.proposals.withdraw({ id })).rejects.toMatchObject(missing)
  await expect(stranger.api.proposals.submit({ ...someWords, id: crypto.randomUUID(), windowId })).rejects.toMatchObject(missing)
  expect(await stranger.api.proposals.mine()).toEqual({ windows: [], own: [], toSecond: 0 })
  const { assignments } = await cast.committee.api.proposals.get({ id })
  const said = {
    assignmentId: assignments[0]!.id,
    outcome: 'adopted',
    solved: 'planned',
    answer: '下月起食堂开热饭窗口',
    signedBy: '周经理',
  } as const
  for (const call of [
    () => neighbour.api.proposals.get({ id }),
    () => neighbour.api.proposals.examine({ id, finding: 'filed' }),
    () => neighbour.api.proposals.assign({ id, lead: '行政部' }),
    () => neighbour.api.proposals.merge({ id, into: id, reason: '说的是一件事' }),
    () => neighbour.api.proposals.unmerge({ id, reason: '其实两件事' }),
    () => neighbour.api.proposals.answer(said),
    () => neighbour.api.proposals.work({ id, on: '2026-03-02', note: '窗口开了', isDone: false }),
    () => neighbour.api.proposals.stateEffect({ id, fromOn: '2026-03-01', untilOn: '2026-03-02', fen: 1, basis: '少请外卖' }),
    () => neighbour.api.proposals.moveWindow({ id: windowId, closesOn: '2026-03-30', reason: '再等几天' }),
    () => neighbour.api.proposals.reportWindow({ id: windowId, on: '2026-03-30', sessionTitle: '二届三次' }),
  ])
    await expect(call()).rejects.toMatchObject(missing)
  expect((await neighbour.api.proposals.list({})).total).toBe(0)
  expect((await neighbour.api.proposals.windows({})).total).toBe(0)
  expect((await superior.api.proposals.get({ id })).id).toBe(id)
  await expect(superior.api.proposals.examine({ id, finding: 'filed' })).rejects.toMatchObject(refused('proposals.elsewhere'))
})

test('the clock opens D26 with the close and D27 with the assignment, and ends them with the acts', async () => {
  on('2026-03-02')
  const cast = await aCollection(world)
  const one = await aProposal(cast)
  const two = await aProposal(cast, { title: '更衣室装热水器' })
  await cast.committee.api.proposals.examine({ id: one, finding: 'filed' })
  const closed = async () =>
    (
      await world.session(({ db }) =>
        db.execute<{ clock: string; due_on: string; closed_on: string | null }>(
          `select clock, due_on::text, closed_on::text from duties where union_id = '${cast.factory.id}' and clock in ('D26', 'D27') order by clock, due_on`,
        ),
      )
    ).rows
  await runEverything({ pool: world.pool, region: world.region, today: '2026-03-02' })
  expect(await closed()).toEqual([{ clock: 'D26', due_on: '2026-04-03', closed_on: null }])
  await cast.committee.api.proposals.examine({ id: two, finding: 'advice', reason: '已经在装了' })
  await cast.committee.api.proposals.assign({ id: one, lead: '行政部', isComplex: true })
  await runEverything({ pool: world.pool, region: world.region, today: '2026-03-03' })
  expect(await closed()).toMatchObject([
    { clock: 'D26', closed_on: null },
    { clock: 'D27', due_on: '2026-06-01', closed_on: null },
  ])
  on('2026-03-05')
  await answered(cast, one)
  expect(await closed()).toMatchObject([{}, { clock: 'D27', closed_on: '2026-03-05' }])
  await runEverything({ pool: world.pool, region: world.region, today: '2026-03-21' })
  expect(await closed()).toMatchObject([{ clock: 'D26', closed_on: '2026-03-20' }, {}])
})
