import { expect, test, vi } from 'vitest'
import { testWorld } from '#platform/testing'
import {
  aFrozenRoll,
  agree,
  aMeeting,
  anAgreedPlan,
  aPaperBallot,
  aPlace,
  candidatesUp,
  later,
  nameOf,
  versionOf,
} from '../testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
const refusal = (code: string) => ({ data: { code } })
type Row = { kind: string; ended_why: string | null; until_on: string | null }
const appointmentsOf = (unionId: string) =>
  world.session(
    async ({ db }) =>
      (
        await db.execute<Row>(
          `select kind, ended_why, until_on::text from appointments where union_id = '${unionId}' order by kind`,
        )
      ).rows,
  )

test('ELEC-28: a recall passes only with more than half of all, and with the superior’s consent the post ends', async () => {
  const place = await aPlace(world, 12)
  const { us, union, ids } = place
  const motion = { memberId: ids[1]!, name: nameOf(1), grounds: '一年未履行职责，会员联名提出', defence: '工作调整，精力不足' }
  const contests = [{ post: 'recall' as const, title: '罢免案', seats: 1, candidatesWanted: 1, electorate: 'assembly' as const }]
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'recall' })
  const body = {
    plan: { ...draft.plan, lead: '公司党支部', meetingOn: '2026-04-10' },
    contests,
    unionId: union.id,
    kind: 'recall' as const,
    title: '',
  }
  await expect(us.elections.open({ ...body, motion: null })).rejects.toMatchObject(refusal('elections.motion'))
  const { id } = await us.elections.open({ ...body, motion })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'plan' })
  await agree(place, id)
  await aFrozenRoll(world, place, id)
  const tellers = await aMeeting(place, id, 10)
  await aPaperBallot(place, id, tellers, ['recall'], () => ({ yes: 7, no: 3 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'result' })
  expect(await agree(place, id)).toMatchObject({ ended: 1, installed: 0 })
  expect((await appointmentsOf(union.id)).find(({ kind }) => kind === 'member')).toMatchObject({ ended_why: 'recalled' })
})

test('the superior sends a plan back with its reason, then a delay is agreed: those in office stay until then', async () => {
  const place = await aPlace(world, 12)
  const { us, superior, union } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'term' })
  const { id } = await us.elections.open({
    ...draft,
    plan: { ...draft.plan, lead: '公司党支部', meetingOn: '2026-06-30' },
    unionId: union.id,
    kind: 'term',
    title: '',
  })
  expect((await us.elections.get({ id })).findings.find(({ code }) => code === 'elections.delay')?.ok).toBe(false)
  await us.elections.file({ id, version: await versionOf(place, id), what: 'plan' })
  await expect(us.elections.save({ id, version: await versionOf(place, id), ...draft })).rejects.toMatchObject(
    refusal('elections.waiting'),
  )
  const open = (await superior.elections.get({ id })).filings[0]!
  await expect(superior.elections.answer({ filingId: open.id, answer: 'returned' })).rejects.toMatchObject(
    refusal('elections.reason'),
  )
  await superior.elections.answer({ filingId: open.id, answer: 'returned', reason: '超过届满日期，请先报延期' })
  await expect(superior.elections.answer({ filingId: open.id, answer: 'agreed' })).rejects.toMatchObject(
    refusal('elections.answered'),
  )
  await us.elections.file({
    id,
    version: await versionOf(place, id),
    what: 'delay',
    until: '2026-07-31',
    reason: '企业改制尚未完成',
  })
  await agree(place, id)
  expect((await appointmentsOf(union.id)).map(({ until_on }) => until_on)).toEqual(['2026-07-31', '2026-07-31'])
  expect((await us.elections.get({ id })).findings.find(({ code }) => code === 'elections.delay')?.ok).toBe(true)
})

test('a result whose procedure was broken is ordered to be repeated, and nobody takes office; steps left out stand with their reasons', async () => {
  const place = await aPlace(world, 12)
  const { us, superior, union } = place
  const id = await anAgreedPlan(world, place, { kind: 'byElection' })
  await aFrozenRoll(world, place, id)
  await expect(
    us.elections.skip({ id, version: await versionOf(place, id), step: 'ballot', reason: '鼓掌通过就行' }),
  ).rejects.toMatchObject(refusal('elections.cannotSkip'))
  await candidatesUp(world, place, id)
  const tellers = await aMeeting(place, id, 12)
  await aPaperBallot(place, id, tellers, ['committee'], (_, at) => (at ? { yes: 2, no: 10 } : { yes: 10, no: 2 }))
  await us.elections.skip({ id, version: await versionOf(place, id), step: 'announcement', reason: '会后在公告栏宣布' })
  expect((await us.elections.get({ id })).chain.find(({ step }) => step === 'announcement')).toMatchObject({
    state: 'skipped',
    reason: '会后在公告栏宣布',
  })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'result' })
  const { filings } = await superior.elections.get({ id })
  await superior.elections.answer({ filingId: filings.at(-1)!.id, answer: 'redo', reason: '候选人公示期不足' })
  expect(await us.elections.get({ id })).toMatchObject({ state: 'redone', closedWhy: '候选人公示期不足' })
  expect((await appointmentsOf(union.id)).filter(({ ended_why }) => ended_why)).toEqual([])
  later(world, 1)
  await expect(us.elections.announce({ id, version: await versionOf(place, id) })).rejects.toMatchObject(
    refusal('elections.closed'),
  )
})

test('what a member says against a candidate is read by the union and its superior, not by a colleague, and is answered before the meeting', async () => {
  const place = await aPlace(world, 12)
  const { us } = place
  const id = await anAgreedPlan(world, place, { seats: 3 })
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id)
  const own = await place.self(5).elections.own({ id })
  const [candidate] = own.contests[0]!.candidates
  await place
    .self(5)
    .elections.challengeMine({ electionId: id, about: 'candidate', candidateId: candidate!.id, body: '不常在一线岗位' })
  expect(JSON.stringify(await place.self(6).elections.own({ id }))).not.toContain('不常在一线岗位')
  await expect(aMeeting(place, id, 12)).rejects.toMatchObject(refusal('elections.order'))
  const { challenges } = await us.elections.get({ id })
  await us.elections.answerChallenge({ id: challenges[0]!.id, answer: 'refused', reply: '经核实在一线工作' })
  expect(await aMeeting(place, id, 12)).toHaveLength(2)
})

test('names in receipts (loomio PR #12162), user ids kept in the ballot row (OpenSlides ballot.yml): no table of this module joins a voter to a mark', async () => {
  const { rows } = await world.session(({ db }) =>
    db.execute<{ table_name: string; n: number }>(`select table_name, count(*)::int as n from information_schema.columns
    where table_schema = 'region_main' and table_name in ('election_rounds', 'election_counts') and column_name in ('member_id', 'voter_id', 'account') group by 1`),
  )
  expect(rows).toEqual([])
})
