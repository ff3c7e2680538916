import { expect, test, vi } from 'vitest'
import { installBallotKeys } from '#platform/ballots'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testWorld } from '#platform/testing'
import { aFrozenRoll, aMeeting, anAgreedPlan, aPaperBallot, aPlace, candidatesUp, versionOf } from '../testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
installBallotKeys([mkdtempSync(join(tmpdir(), 'elections-keys-'))])
const refusal = (code: string) => ({ data: { code } })

test('a first election on phones asks for a rehearsal; phone and paper are one roll and one count, and the box is published with the result', async () => {
  const place = await aPlace(world, 12)
  const { us, union } = place
  const { draft } = await us.elections.facts({ unionId: union.id, kind: 'term' })
  const ways = ['paper', 'online'] as ('paper' | 'online')[]
  const body = { ...draft, plan: { ...draft.plan, ways, lead: '公司党支部', meetingOn: '2026-04-10' } }
  const { id: early } = await us.elections.open({ ...body, unionId: union.id, kind: 'term', title: '' })
  await expect(us.elections.file({ id: early, version: 2, what: 'plan' })).rejects.toMatchObject(refusal('elections.rehearsal'))
  await us.elections.withdraw({ id: early, version: 2, reason: '先办演练' })
  const votes = () => ({ yes: 9, no: 3 })
  // The rehearsal, all on paper beside an empty box.
  const rehearsal = await anAgreedPlan(world, place, { ways, isRehearsal: true, seats: 3 })
  await aFrozenRoll(world, place, rehearsal)
  await candidatesUp(world, place, rehearsal)
  const tried = await aMeeting(place, rehearsal, 12)
  await aPaperBallot(place, rehearsal, tried, ['committee'], (_, at) => (at < 3 ? { yes: 9, no: 3 } : { yes: 2, no: 10 }))
  for (const one of (await us.elections.get({ id: rehearsal })).contests.filter(
    ({ electorate, settledAt }) => electorate === 'assembly' && !settledAt,
  ))
    await aPaperBallot(place, rehearsal, tried, [one.post], votes)
  await us.elections.announce({ id: rehearsal, version: await versionOf(place, rehearsal) })
  expect(await us.elections.get({ id: rehearsal })).toMatchObject({ state: 'approved', isRehearsal: true })
  expect((await world.anyone.elections.announced({ unionId: union.id })).total).toBe(0)
  // The election itself.
  const id = await anAgreedPlan(world, place, { ways, seats: 3 })
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id)
  const tellers = await aMeeting(place, id, 12)
  const contest = (await us.elections.get({ id })).contests.find(({ post }) => post === 'committee')!
  await us.elections.openRounds({ electionId: id, contestIds: [contest.id] })
  const own = await place.self(0).elections.own({ id })
  const ballotId = own.contests[0]!.round!.ballotId!
  expect(ballotId).toMatch(/^[0-9a-f-]{36}$/)
  const lines = (await us.elections.roll({ id, show: 'present' })).rows
  const { slips } = await us.elections.giveSlip({ electionId: id, rollId: lines[0]!.id })
  expect(slips).toMatchObject([{ ballotId }])
  for (const line of lines.slice(1)) await us.elections.giveBallot({ electionId: id, rollId: line.id })
  await expect(us.elections.giveSlip({ electionId: id, rollId: lines[1]!.id })).rejects.toMatchObject(refusal('elections.issued'))
  const [round] = (await us.elections.get({ id })).contests.find(({ post }) => post === 'committee')!.rounds
  await us.elections.closeRounds({ id: round!.id })
  const sheet = {
    issued: 0,
    returned: 11,
    invalid: 0,
    lines: round!.candidates.map(({ id: line, name }, at) => ({
      id: line,
      name,
      yes: at < 3 ? 8 : 1,
      no: at < 3 ? 3 : 10,
      abstain: 0,
    })),
  }
  for (const teller of tellers) await us.elections.enterCount({ roundId: round!.id, ...teller, sheet })
  expect(await us.elections.settle({ id: round!.id })).toMatchObject({ outcome: 'complete' })
  for (const one of (await us.elections.get({ id })).contests.filter(
    ({ electorate, settledAt }) => electorate === 'assembly' && !settledAt,
  ))
    await aPaperBallot(place, id, tellers, [one.post], votes)
  await us.elections.announce({ id, version: await versionOf(place, id) })
  const shown = await world.anyone.elections.result({ id })
  expect(shown.contests[0]!.rounds[0]).toMatchObject({ ballotId, sheet: { returned: 11 } })
})
