import { expect, test, vi } from 'vitest'
import { testWorld } from '#platform/testing'
import { aFrozenRoll, agree, aMeeting, anAgreedPlan, aPaperBallot, aPlace, candidatesUp, later, versionOf } from './testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
const refusal = (code: string) => ({ data: { code } })

test('a small union re-elects its committee on paper: from the plan to the day new terms begin and old ones end', async () => {
  const place = await aPlace(world)
  const { us, superior, union, ids } = place
  const id = await anAgreedPlan(world, place)
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id)
  const tellers = await aMeeting(place, id, 28)
  // Seats: as proposed for 30 members, with one candidate more than seats.
  const votes = (_: string, at: number) => (at === 0 ? { yes: 10, no: 18 } : { yes: 20 + at, no: 28 - 20 - at })
  await aPaperBallot(place, id, tellers, ['committee'], votes)
  await aPaperBallot(place, id, tellers, ['audit', 'women'], () => ({ yes: 25, no: 3 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  const { contests, chain } = await us.elections.get({ id })
  expect(chain.find(({ step }) => step === 'firstMeeting')?.state).toBe('now')
  const seats = contests.find(({ post }) => post === 'committee')!.elected.length
  await aPaperBallot(place, id, tellers, ['chair'], (_, at) => (at ? { yes: 0, no: seats } : { yes: seats, no: 0 }), {
    present: seats,
  })
  for (const post of ['viceChair', 'auditChair', 'womenChair'].filter((one) => contests.some((each) => each.post === one)))
    await aPaperBallot(place, id, tellers, [post], () => ({ yes: 3, no: 0 }), { present: 3 })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'result' })
  expect(await superior.elections.list({ waiting: true })).toMatchObject({ total: 1, rows: [{ id, waitsFor: 'result' }] })
  const done = await agree(place, id)
  expect(done.ended).toBe(2)
  const after = await us.elections.get({ id })
  expect(after).toMatchObject({ state: 'approved', number: '永丰工发〔2026〕8 号' })
  expect(after.chain.every(({ state }) => ['done', 'notNeeded'].includes(state))).toBe(true)
  const { electedOn } = after
  const held = await world.session(
    async ({ db }) =>
      (
        await db.execute<{ kind: string; from_on: string; until_on: string; came: string; name: string }>(
          `select kind, from_on::text, until_on::text, came, person_name as name from appointments where union_id = '${union.id}' and ended_on is null order by kind`,
        )
      ).rows,
  )
  expect(held.filter(({ kind }) => kind === 'chair')).toEqual([
    {
      kind: 'chair',
      from_on: electedOn,
      until_on: '2029-03-25',
      came: 'elected',
      name: after.contests.find(({ post }) => post === 'chair')!.elected[0]!.name,
    },
  ])
  expect(held.filter(({ kind }) => ['chair', 'viceChair', 'member'].includes(kind)).length).toBe(seats)
  expect(new Set(held.map(({ came }) => came))).toEqual(new Set(['elected']))
  expect(ids.length).toBe(30)
})

test('a stranger finds none of it, and a union cannot answer itself', async () => {
  const place = await aPlace(world)
  const { us, stranger, union } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'term' })
  await expect(stranger.elections.facts({ unionId: union.id, kind: 'term' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { id } = await us.elections.open({
    ...draft,
    plan: { ...draft.plan, lead: '党支部', meetingOn: '2026-04-10' },
    unionId: union.id,
    kind: 'term',
    title: '',
  })
  await us.elections.file({ id, version: 2, what: 'plan' })
  await expect(stranger.elections.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { filings } = await us.elections.get({ id })
  const own = world.as({
    post: { id: crypto.randomUUID(), kind: 'chair', title: '主席', unionId: union.id, unionName: union.name, path: union.path },
    powers: ['unions.approve'],
  }).api
  await expect(own.elections.answer({ filingId: filings[0]!.id, answer: 'agreed' })).rejects.toMatchObject(
    refusal('elections.superior'),
  )
  await expect(us.elections.open({ ...draft, unionId: union.id, kind: 'term', title: '' })).rejects.toMatchObject(
    refusal('elections.open'),
  )
})

test('voters added after the tally (Helios #455, PR #461) and voters deleted after it began (PR #471): a frozen roll takes neither', async () => {
  const place = await aPlace(world)
  const { us, ids } = place
  const id = await anAgreedPlan(world, place)
  await us.elections.drawRoll({ id, version: await versionOf(place, id) })
  const { rows } = await us.elections.roll({ id })
  await us.elections.strike({ id: rows[0]!.id, reason: '已调离本单位' })
  expect((await us.elections.roll({ id, show: 'removed' })).total).toBe(1)
  await us.elections.publishRoll({ id, version: await versionOf(place, id), until: '2026-04-05' })
  const fresh = await us.elections.get({ id })
  expect(fresh.rollCount).toBe(29)
  later(world, 40)
  const { hash, count } = await us.elections.freezeRoll({ id, version: fresh.version })
  expect([count, hash.length]).toEqual([29, 64])
  await expect(us.elections.enrol({ electionId: id, memberId: ids[0]!, reason: '漏登的会员' })).rejects.toMatchObject(
    refusal('elections.rollFrozen'),
  )
  await expect(us.elections.strike({ id: rows[1]!.id, reason: '已调离本单位' })).rejects.toMatchObject(
    refusal('elections.rollFrozen'),
  )
})
