import { expect, test, vi } from 'vitest'
import { testWorld } from '#platform/testing'
import {
  type PlaceOf,
  aFrozenRoll,
  aMeeting,
  anAgreedPlan,
  aPaperBallot,
  aPlace,
  candidatesUp,
  nameOf,
  versionOf,
} from '../testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
const refusal = (code: string) => ({ data: { code } })
const contestOf = async ({ us }: PlaceOf, id: string, post = 'committee') =>
  (await us.elections.get({ id })).contests.find((one) => one.post === post)!

/** An election with its candidates up, ready for its day. */
async function ready(change: Parameters<typeof anAgreedPlan>[2] = {}, people = 12) {
  const place = await aPlace(world, people)
  const id = await anAgreedPlan(world, place, change)
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id)
  return { place, id, us: place.us }
}

test('ELEC-11: with fewer than two thirds the meeting does not begin; with exactly two thirds it does', async () => {
  const { place, id, us } = await ready()
  await expect(aMeeting(place, id, 7)).rejects.toMatchObject(refusal('elections.quorum'))
  const { rows } = await us.elections.roll({ id, show: 'absent' })
  await us.elections.arrive({ electionId: id, rollIds: [rows[0]!.id], isPresent: true })
  expect(await us.elections.start({ id, version: await versionOf(place, id) })).toMatchObject({ expected: 12, present: 8 })
})

test('a tie across the last seat goes to a run-off among the tied; a gap to a new ballot; the working is kept', async () => {
  const { place, id, us } = await ready({ seats: 3 })
  const tellers = await aMeeting(place, id, 12)
  // 12 expected: the majority is 7. Two with 9, two tied at 8, for three seats.
  await aPaperBallot(place, id, tellers, ['committee'], (_, at) => (at < 2 ? { yes: 9, no: 3 } : { yes: 8, no: 4 }))
  const first = (await contestOf(place, id)).rounds[0]!
  expect(first.result).toMatchObject({ outcome: 'tied', open: 1 })
  expect(first.result!.tied.length).toBe(2)
  await expect(
    us.elections.leaveOpen({ contestId: (await contestOf(place, id)).id, reason: '就这样吧不选了', yes: null }),
  ).rejects.toMatchObject(refusal('elections.tiedStill'))
  await aPaperBallot(place, id, tellers, ['committee'], (_, at) => (at ? { yes: 4, no: 8 } : { yes: 5, no: 7 }))
  const contest = await contestOf(place, id)
  expect(contest.rounds[1]).toMatchObject({ kind: 'runOff', seats: 1, candidates: expect.objectContaining({ length: 2 }) })
  expect([contest.elected.length, contest.settledAt !== null]).toEqual([3, true])
})

test('ELEC-17: more came back than went out: void, voted again; re-opening a closed ballot is impossible (Loomio: disable reopen)', async () => {
  const { place, id, us } = await ready({ seats: 3 })
  const tellers = await aMeeting(place, id, 12)
  const votes = () => ({ yes: 9, no: 4 })
  const [round] = await aPaperBallot(place, id, tellers, ['committee'], votes, { returned: 13 })
  expect((await contestOf(place, id)).rounds[0]!.result!.outcome).toBe('void')
  await expect(us.elections.closeRounds({ id: round! })).rejects.toMatchObject(refusal('elections.roundClosed'))
  await expect(us.elections.settle({ id: round! })).rejects.toMatchObject(refusal('elections.settled'))
  await us.elections.openRounds({ electionId: id, contestIds: [(await contestOf(place, id)).id] })
  expect((await contestOf(place, id)).rounds[1]).toMatchObject({ kind: 'main', closedAt: null })
})

test('two tellers, each with his own code: the same one not twice, a wrong code not at all, a difference only settled on record; nothing is counted while voting is open (tally while ballots still queued, helios PR #441)', async () => {
  const { place, id, us } = await ready({ seats: 3 })
  const [one, two] = await aMeeting(place, id, 12)
  const contestId = (await contestOf(place, id)).id
  await us.elections.openRounds({ electionId: id, contestIds: [contestId] })
  const lines = (await us.elections.roll({ id, show: 'present' })).rows
  for (const line of lines) await us.elections.giveBallot({ electionId: id, rollId: line.id })
  await expect(us.elections.giveBallot({ electionId: id, rollId: lines[0]!.id })).rejects.toMatchObject(
    refusal('elections.issued'),
  )
  await expect(us.elections.arrive({ electionId: id, rollIds: [lines[0]!.id], isPresent: false })).rejects.toMatchObject(
    refusal('elections.issued'),
  )
  const [round] = (await contestOf(place, id)).rounds
  const sheet = (yes: number) => ({
    issued: 0,
    returned: 12,
    invalid: 1,
    lines: round!.candidates.map(({ id: line, name }, at) => ({
      id: line,
      name,
      yes: at ? 7 : yes,
      no: at ? 4 : 11 - yes,
      abstain: 0,
    })),
  })
  const key = (teller: typeof one, yes: number) => us.elections.enterCount({ roundId: round!.id, ...teller!, sheet: sheet(yes) })
  await expect(key(one, 8)).rejects.toMatchObject(refusal('elections.stillOpen'))
  await us.elections.closeRounds({ id: round!.id })
  await expect(key({ ...one!, code: '000000' === one!.code ? '111111' : '000000' }, 8)).rejects.toMatchObject(
    refusal('elections.tellerCode'),
  )
  expect(await key(one, 8)).toMatchObject({ agree: null })
  expect((await contestOf(place, id)).rounds[0]).toMatchObject({ sheet: null, counted: [{ tellerId: one!.tellerId }] })
  await expect(key(one, 8)).rejects.toMatchObject(refusal('elections.sameTeller'))
  expect(await key(two, 9)).toMatchObject({ agree: false })
  await expect(us.elections.settle({ id: round!.id })).rejects.toMatchObject(refusal('elections.uncounted'))
  expect((await contestOf(place, id)).rounds[0]!.differences!.map(({ first, second }) => [first, second])).toEqual([
    [8, 9],
    [3, 2],
  ])
  await us.elections.resolveCount({ id: round!.id, sheet: sheet(8), reason: '一张看错了栏' })
  expect(await us.elections.settle({ id: round!.id })).toMatchObject({ outcome: 'tied', elected: [{ yes: 8 }] })
})

test('somebody written in wins; one who is not on the roll cannot; the names of two are told apart', async () => {
  const { place, id, us } = await ready({ seats: 3 })
  const tellers = await aMeeting(place, id, 12)
  const contestId = (await contestOf(place, id)).id
  await us.elections.openRounds({ electionId: id, contestIds: [contestId] })
  for (const line of (await us.elections.roll({ id, show: 'present' })).rows)
    await us.elections.giveBallot({ electionId: id, rollId: line.id })
  const [round] = (await contestOf(place, id)).rounds
  await us.elections.closeRounds({ id: round!.id })
  const winner = nameOf(9)
  const lines = round!.candidates.map(({ id: line, name }, at) => ({
    id: line,
    name,
    yes: at < 2 ? 8 : 2,
    no: at < 2 ? 4 : 10,
    abstain: 0,
  }))
  const all = [...lines, { id: 'w', name: winner, yes: 7, no: 0, abstain: 0, isWriteIn: true }]
  for (const teller of tellers)
    await us.elections.enterCount({ roundId: round!.id, ...teller, sheet: { issued: 0, returned: 12, invalid: 0, lines: all } })
  const result = await us.elections.settle({ id: round!.id })
  expect(result.elected.map(({ name }) => name)).toContain(winner)
  expect((await contestOf(place, id)).elected.find(({ name }) => name === winner)?.memberId).toBe(place.ids[9])
})

test('ELEC-21: too few elected: the seats may be reduced by the assembly within the band, or left for a by-election', async () => {
  const { place, id, us } = await ready({ seats: 5 })
  const tellers = await aMeeting(place, id, 12)
  await aPaperBallot(place, id, tellers, ['committee'], (_, at) => (at < 4 ? { yes: 9, no: 3 } : { yes: 2, no: 10 }))
  const { id: contestId } = await contestOf(place, id)
  await expect(us.elections.announce({ id, version: await versionOf(place, id) })).rejects.toMatchObject(
    refusal('elections.order'),
  )
  await expect(us.elections.leaveOpen({ contestId, reason: '同意减少一名', yes: 6 })).rejects.toMatchObject(
    refusal('elections.reduce'),
  )
  await us.elections.leaveOpen({ contestId, reason: '同意减少一名', yes: 7 })
  expect((await contestOf(place, id)).leftOpen).toEqual({ seats: 1, reason: '同意减少一名', isReduced: true })
})

test('scanning the code at the door: only who is on the roll, only with the code of now; the roll keeps no time of it', async () => {
  const { place, id, us } = await ready()
  const { code } = await us.elections.doorCode({ id })
  await expect(place.self(3).elections.arriveMine({ electionId: id, code: 'deadbeef' })).rejects.toMatchObject(
    refusal('elections.doorCode'),
  )
  await place.self(3).elections.arriveMine({ electionId: id, code })
  expect((await us.elections.roll({ id, show: 'present' })).rows).toMatchObject([{ name: nameOf(3), presentHow: 'qr' }])
  expect(await place.self(3).elections.own({ id })).toMatchObject({ isOnRoll: true, presentHow: 'qr' })
  world.now = new Date(world.now.getTime() + 120_000)
  await expect(place.self(4).elections.arriveMine({ electionId: id, code })).rejects.toMatchObject(refusal('elections.doorCode'))
  const { rows } = await world.session(({ db }) =>
    db.execute<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'election_roll' and data_type like 'timestamp%'`,
    ),
  )
  expect(rows).toEqual([])
})
