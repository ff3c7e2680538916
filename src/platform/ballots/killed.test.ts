import { readdirSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type pg from 'pg'
import { ballotOf, closeBallot, countBallot, installBallotKeys, sweepBallots } from '#platform/ballots'
import { everywhere, within } from '#platform/db'
import { dayOf, type Session } from '#platform/session'
import { testWorld } from '#platform/testing'
import { verifyArchive } from '../../apps/board/verifier/verify.ts'
import { keysOf } from './keys.ts'
import { aDevice, anElection, answers, archiveOf, type Election } from './testing.ts'
import { mortal, type Death } from './testing.pool.ts'

const world = testWorld('2026-03-02')
const [first, second] = [mkdtempSync(join(tmpdir(), 'gongqiao-keys-a-')), mkdtempSync(join(tmpdir(), 'gongqiao-keys-b-'))]
beforeAll(() => installBallotKeys([first, second]))

const acting = <T>(pool: pg.Pool, work: (session: Session) => Promise<T>) =>
  within(pool, { region: world.region, role: 'post', ...everywhere }, (db) =>
    work({
      db,
      user: { powers: [] },
      region: world.region,
      place: 'national',
      now: world.now,
      today: dayOf(world.now),
      line: {},
    }),
  )

/** Runs `work` on a process that dies at its first, second, … statement until it lives through; `check` is asked after each death. */
async function throughEveryDeath(work: (pool: pg.Pool) => Promise<unknown>, check: (death: Death) => Promise<void>) {
  let deaths = 0
  for (const when of ['before', 'after'] as const)
    for (let at = 1, isAlive = false; !isAlive; at++) {
      const { pool, state } = mortal(world.pool, { at, when })
      await work(pool).catch(() => {})
      isAlive = !state.isDead
      if (!isAlive) deaths++
      await check({ at, when })
    }
  return deaths
}

async function counted(election: Election) {
  await world.session((session) => closeBallot(session, { id: election.id }))
  return world.session((session) => countBallot(session, { id: election.id }))
}

test('the server killed at every statement of taking and of casting loses no vote and gives nobody two', {
  timeout: 120_000,
}, async () => {
  const election = await anElection(world, 30)
  let voters = 0
  let deaths = 0
  for (const when of ['before', 'after'] as const)
    for (const step of ['take', 'cast'] as const)
      for (let at = 1, isAlive = false; !isAlive; at++) {
        const voter = voters++
        const device = await aDevice(election.at, election.id)
        const death: Death = { at: Number.POSITIVE_INFINITY, when }
        const { pool, state } = mortal(world.pool, death)
        const dying = await aDevice(() => ({ ...election.at(), pool }), election.id, device.secret)
        if (step === 'cast') await dying.take(election.taker(voter))
        // From here on: the step that the process does not outlive.
        state.statements = 0
        death.at = at
        await (step === 'take' ? dying.take(election.taker(voter)) : dying.cast(answers('++0'))).catch(() => {})
        isAlive = !state.isDead
        if (!isAlive) deaths++
        // The voter comes again, with what his device kept.
        await device.take(election.taker(voter))
        await device.cast(answers('++0'))
        await device.cast(answers('++0'))
      }
  expect(deaths).toBeGreaterThan(8)
  const { counts, results } = await counted(election)
  expect(counts).toMatchObject({ took: voters, cast: voters, unused: 0 })
  expect(results[0]!.lines[0]!.counts['+']).toBe(voters)
})

test('the server killed at every statement of closing, counting and destroying: counted once, whole, and the keys gone', {
  timeout: 120_000,
}, async () => {
  const election = await anElection(world, 4)
  for (const [voter, marks] of ['++0', '0+0', '+00'].entries()) {
    const device = await aDevice(election.at, election.id)
    await device.take(election.taker(voter))
    await device.cast(answers(marks))
  }
  const { id } = election
  const isClosed = async () => (await world.session((session) => ballotOf(session, id))).closedAt !== null
  let wasClosed = false
  let deaths = await throughEveryDeath(
    (pool) => acting(pool, (session) => closeBallot(session, { id })),
    async () => {
      if (wasClosed) expect(await isClosed()).toBe(true)
      wasClosed = await isClosed()
    },
  )
  const fingerprints = new Set<string>()
  deaths += await throughEveryDeath(
    (pool) => acting(pool, (session) => countBallot(session, { id })),
    async () => {
      const { fingerprint } = await world.session((session) => ballotOf(session, id))
      if (fingerprint) fingerprints.add(fingerprint)
      // Counted or not, what the urn held is never gone without the box that has it.
      const { rows } = await world.session(({ db }) =>
        db.$client.query<{ n: number }>('select count(*)::int n from ballot_box where ballot_id = $1', [id]),
      )
      expect(rows[0]!.n).toBe(fingerprint ? 3 : 0)
      expect(() => keysOf(id)).not.toThrow()
    },
  )
  expect(fingerprints.size).toBe(1)
  deaths += await throughEveryDeath(
    (pool) => sweepBallots({ pool, regions: [world.region], now: world.now }),
    async () => {
      const { keysDestroyedAt } = await world.session((session) => ballotOf(session, id))
      // Never on record before it is true.
      if (keysDestroyedAt) expect(() => keysOf(id)).toThrow('none of the folders')
    },
  )
  expect(deaths).toBeGreaterThan(20)
  expect((await world.session((session) => ballotOf(session, id))).keysDestroyedAt).toEqual(world.now)
  expect([...readdirSync(first), ...readdirSync(second)].filter((name) => name.includes(id))).toEqual([])
  expect((await verifyArchive(await archiveOf(world, id))).faults).toEqual([])
})

test('a key lost or damaged in one folder is restored from the other; one that turns up after the count is destroyed', async () => {
  const { id } = await anElection(world, 2)
  const tend = () => sweepBallots({ pool: world.pool, regions: [world.region], now: world.now })
  const file = (folder: string) => join(folder, `${id}.key`)
  for (const spoil of [() => rmSync(file(first)), () => writeFileSync(file(first), 'x'), () => rmSync(file(second))]) {
    spoil()
    installBallotKeys([first, second])
    expect(keysOf(id).urn.length).toBe(32)
    await tend()
    expect([readdirSync(first), readdirSync(second)].every((names) => names.includes(`${id}.key`))).toBe(true)
  }
  const copy = await import('node:fs').then((fs) => fs.readFileSync(file(first)))
  await world.session((session) => closeBallot(session, { id }))
  await world.session((session) => countBallot(session, { id }))
  await tend()
  writeFileSync(file(second), copy)
  await tend()
  expect(readdirSync(second).includes(`${id}.key`)).toBe(false)
})
