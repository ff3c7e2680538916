import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { testWorld } from '#platform/testing'
import { aFrozenRoll, agree, aMeeting, anAgreedPlan, aPaperBallot, aPlace, candidatesUp, nameOf, versionOf } from '../testing.ts'

const world = testWorld('2026-03-02')
vi.setConfig({ testTimeout: 120_000 })
const refusal = (code: string) => ({ data: { code } })
const begin = () => void (world.now = new Date('2026-03-02T01:00:00Z'))

const inOffice = (unionId: string) =>
  world.session(async ({ db }) =>
    (
      await db.execute<{ line: string }>(sql`select concat_ws(' ', kind, person_name, came, from_on, until_on) as line
        from appointments where union_id = ${unionId} and ended_on is null order by kind, person_name`)
    ).rows.map(({ line }) => line),
  )

test('ELEC-12: a primary elects nobody; its best stand in the election, and who fell out does not', async () => {
  begin()
  const place = await aPlace(world, 12)
  const id = await anAgreedPlan(world, place, { kind: 'byElection', plan: { hasPrimary: true } })
  await aFrozenRoll(world, place, id)
  const { contests } = await place.us.elections.get({ id })
  const made: string[] = []
  for (const memberId of place.ids.slice(2, 5))
    made.push(
      (await place.us.elections.recommend({ contestId: contests[0]!.id, memberId, unitId: place.union.id, supporters: 9 })).id,
    )
  await place.us.elections.shortlist({ contestId: contests[0]!.id, candidateIds: made })
  for (const one of made) await place.us.elections.consent({ id: one, isWilling: true })
  await place.us.elections.completeNomination({ id, version: await versionOf(place, id) })
  for (const step of ['review', 'notice'] as const)
    await place.us.elections.skip({ id, version: await versionOf(place, id), step, reason: '先预选再审查公示' })
  await expect(aMeeting(place, id, 12)).rejects.toMatchObject(refusal('elections.order'))
  const { rows } = await place.us.elections.roll({ id, size: 200 })
  await place.us.elections.arrive({ electionId: id, rollIds: rows.map((line) => line.id), isPresent: true })
  await place.us.elections.openRounds({ electionId: id, contestIds: [contests[0]!.id] })
  expect((await place.us.elections.get({ id })).contests[0]!.rounds[0]).toMatchObject({ kind: 'primary', settledAt: null })
})

test('ELEC-21: seats left open are voted on again among those not elected, and somebody nominated on the spot may win', async () => {
  begin()
  const place = await aPlace(world, 12)
  const { us, ids } = place
  const id = await anAgreedPlan(world, place, { seats: 3 })
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id)
  const tellers = await aMeeting(place, id, 12)
  await aPaperBallot(place, id, tellers, ['committee'], (_, at) => (at < 2 ? { yes: 10, no: 2 } : { yes: 3, no: 9 }))
  const committee = async () => (await us.elections.get({ id })).contests.find(({ post }) => post === 'committee')!
  const before = await committee()
  expect([before.elected.length, before.rounds[0]!.result!.outcome, before.settledAt]).toEqual([2, 'short', null])
  await us.elections.openRounds({ electionId: id, contestIds: [before.id], nominees: [ids[8]!] })
  const round = (await committee()).rounds.at(-1)!
  expect([round.kind, round.seats, round.candidates.map(({ name }) => name).includes(nameOf(8))]).toEqual(['gap', 1, true])
  for (const line of (await us.elections.roll({ id, show: 'present', size: 200 })).rows)
    await us.elections.giveBallot({ electionId: id, rollId: line.id, isHelped: line.name === nameOf(5) })
  expect((await us.elections.roll({ id, size: 200 })).rows.filter(({ isHelped }) => isHelped).map(({ name }) => name)).toEqual([
    nameOf(5),
  ])
  await us.elections.closeRounds({ id: round.id })
  const lines = round.candidates.map(({ id: line, name }) => ({
    ...{ id: line, name, abstain: 0 },
    ...(name === nameOf(8) ? { yes: 8, no: 4 } : { yes: 1, no: 11 }),
  }))
  for (const teller of tellers)
    await us.elections.enterCount({ roundId: round.id, ...teller, sheet: { issued: 12, returned: 12, invalid: 0, lines } })
  await us.elections.settle({ id: round.id })
  expect((await committee()).elected.map(({ name }) => name)).toContain(nameOf(8))
})

test('ELEC-31: who is elected in a by-election comes into office from the day of the election for what is left of the term, and those in office stay', async () => {
  begin()
  const place = await aPlace(world, 12)
  const { us, union } = place
  const before = await inOffice(union.id)
  const id = await anAgreedPlan(world, place, { kind: 'byElection' })
  await aFrozenRoll(world, place, id)
  await candidatesUp(world, place, id, { committee: 3 })
  const tellers = await aMeeting(place, id, 12)
  const { contests } = await us.elections.get({ id })
  const winner = contests[0]!.candidates[0]!.name
  await aPaperBallot(place, id, tellers, ['committee'], (name) => (name === winner ? { yes: 10, no: 2 } : { yes: 2, no: 10 }))
  await us.elections.announce({ id, version: await versionOf(place, id) })
  await us.elections.file({ id, version: await versionOf(place, id), what: 'result' })
  const { electedOn } = await us.elections.get({ id })
  await agree(place, id)
  expect(await inOffice(union.id)).toEqual([...before, `member ${winner} byElection ${electedOn} 2026-04-30`].sort())
})
