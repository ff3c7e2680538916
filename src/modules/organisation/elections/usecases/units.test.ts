import { expect, test, vi } from 'vitest'
import { testWorld } from '#platform/testing'
import { electedBy } from '#modules/organisation/elections'
import { agree, aFrozenRoll, aMeeting, aPaperBallot, aPlace, later, versionOf } from '../testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
const refusal = (code: string) => ({ data: { code } })

test('DEM-02: deputies are elected unit by unit, each with its own two thirds and its own majority; the door tells who they are', async () => {
  const place = await aPlace(world, 12)
  const { us, union, groups, ids } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'deputies' })
  expect(draft.contests.map(({ unitName, electorate }) => [unitName, electorate])).toEqual([
    ['乙班工会小组', 'unit'],
    ['甲班工会小组', 'unit'],
  ])
  const contests = draft.contests.map((one) => ({ ...one, seats: 1, candidatesWanted: 2 }))
  const { id } = await us.elections.open({
    ...draft,
    contests,
    plan: { ...draft.plan, lead: '公司党支部', meetingOn: '2026-04-10' },
    unionId: union.id,
    kind: 'deputies',
    title: '',
  })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'plan' })
  await agree(place, id)
  await aFrozenRoll(world, place, id)
  for (const contest of (await us.elections.get({ id })).contests) {
    const at = groups.findIndex((one) => one.id === contest.unitId)
    const made = []
    for (const memberId of [ids[at]!, ids[at + 2]!])
      made.push((await us.elections.recommend({ contestId: contest.id, memberId, unitId: contest.unitId!, supporters: 3 })).id)
    await us.elections.shortlist({ contestId: contest.id, candidateIds: made })
    for (const one of made) await us.elections.consent({ id: one, isWilling: true })
  }
  await us.elections.completeNomination({ id, version: await versionOf(place, id) })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'candidates' })
  await agree(place, id)
  await us.elections.publishCandidates({
    id,
    version: await versionOf(place, id),
    until: (await us.elections.get({ id })).noticeLeast,
  })
  later(world, 20)
  // The whole of the first unit on the roll and half of the second: the meeting begins, the second unit may not vote.
  const tellers = await aMeeting(place, id, 9)
  const listed = (await us.elections.get({ id })).contests
  const [first, second] = [
    listed.find(({ unitName }) => unitName === '乙班工会小组')!,
    listed.find(({ unitName }) => unitName === '甲班工会小组')!,
  ]
  await expect(us.elections.openRounds({ electionId: id, contestIds: [second.id] })).rejects.toMatchObject(
    refusal('elections.quorum'),
  )
  const absent = (await us.elections.roll({ id, show: 'absent' })).rows
  await us.elections.arrive({ electionId: id, rollIds: absent.map((line) => line.id), isPresent: true })
  await aPaperBallot(place, id, tellers, ['deputy'], (_, at) => (at ? { yes: 1, no: 5 } : { yes: 4, no: 2 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  const elected = await world.session((session) => electedBy(session, union.id, 'deputies'))
  expect(elected.map(({ unitName }) => unitName)).toEqual(['乙班工会小组', '甲班工会小组'])
  expect(first.id).not.toBe(second.id)
})
