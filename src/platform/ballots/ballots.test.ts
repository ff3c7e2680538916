import { expect, test } from 'vitest'
import { ballotOf, closeBallot, countBallot, sweepBallots } from '#platform/ballots'
import { testWorld } from '#platform/testing'
import { verifyArchive } from '../../apps/board/verifier/verify.ts'
import { answers, heldElection, anElection } from './testing.ts'
import { destroyKeys, keysOf } from './keys.ts'

const world = testWorld('2026-03-02')

test('phone, kiosk and paper come to one count, and the verifier that shares no code with the server comes to the same', async () => {
  const { id, codes, outcome, archive } = await heldElection(world, [
    answers('++0'),
    answers('+-0', '+', '101', '12', ['周五']),
    answers('+++'),
    answers('0++', '-', '111', '2_'),
  ])
  expect(outcome.counts).toEqual({
    electors: 8,
    took: 7,
    byPhone: 3,
    byKiosk: 2,
    byPaper: 2,
    cast: 4,
    unused: 1,
    paperReturned: 2,
    returned: 6,
    present: 8,
  })
  const [committee, report, delegates, cadres] = outcome.results
  expect(committee).toMatchObject({
    valid: 5,
    invalid: 1,
    base: 6,
    elected: ['c1', 'c2'],
    tied: [],
    writeIns: [{ name: '周五', count: 1 }],
  })
  expect(committee!.lines.map(({ counts }) => [counts['+'], counts['-'], counts['0']])).toEqual([
    [4, 0, 1],
    [4, 1, 0],
    [1, 0, 4],
  ])
  expect(report).toMatchObject({ passed: ['report'], base: 6 })
  expect(delegates).toMatchObject({ valid: 5, invalid: 1 })
  expect(cadres!.lines[0]!.counts).toEqual({ 0: 4, 1: 1, 2: 1, _: 0 })
  for (const withNames of [false, true]) {
    const found = await verifyArchive(await archive(withNames))
    expect(found.faults).toEqual([])
    expect(found).toMatchObject({ ballots: 4, electors: 8, fingerprint: outcome.fingerprint })
    expect(found.box.map(({ code }) => code).sort()).toEqual([...codes].sort())
  }
  expect((await archive()).includes('选民')).toBe(false)
  expect(await sweepBallots({ pool: world.pool, regions: [world.region], now: world.now })).toBe(1)
  expect((await world.session((session) => ballotOf(session, id))).keysDestroyedAt).toEqual(world.now)
  expect(() => keysOf(id)).toThrow('none of the folders')
  destroyKeys(id)
})

test('a count made again gives the same outcome; a closed ballot is not opened again (Loomio “disable reopen”)', async () => {
  const { id } = await anElection(world, 3)
  await expect(world.session((session) => countBallot(session, { id }))).rejects.toMatchObject({
    refusal: { code: 'ballots.open' },
  })
  await world.session((session) => closeBallot(session, { id }))
  await world.session((session) => closeBallot(session, { id }))
  const first = await world.session((session) => countBallot(session, { id }))
  expect(await world.session((session) => countBallot(session, { id }))).toEqual(first)
  await expect(
    world.session(({ db }) => db.$client.query('update ballots set closed_at = null where id = $1', [id])),
  ).rejects.toThrow('not opened again')
})
