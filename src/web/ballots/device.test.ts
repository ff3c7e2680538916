import { Hono } from 'hono'
import pino from 'pino'
import { expect, test } from 'vitest'
import { ballotRoutes, closeBallot, countBallot, slipFor } from '#platform/ballots'
import { testWorld } from '#platform/testing'
import { aPaper, anElection, answers, type Election } from '../../platform/ballots/testing.ts'
import { ballotDevice, openBallotPaper, type Kept, type Means } from './device.ts'

const world = testWorld('2026-03-02')

/** A phone: what it keeps outlives it, and its line may break before or after the server has heard a call. */
function aPhone(election: Election, voter: number | null) {
  const kept = new Map<string, string>()
  const house = { pool: world.pool, region: world.region, log: pino({ level: 'silent' }), now: () => world.now }
  const app = new Hono().route(
    '/',
    ballotRoutes(house, async () =>
      voter === null ? {} : { account: crypto.randomUUID(), person: election.electors[voter]!.voterId },
    ),
  )
  const sent: { path: string; init: RequestInit | undefined }[] = []
  const line = { breaks: [] as ('before' | 'after')[] }
  const means: Means = {
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    fetch: async (path, init) => {
      const breaks = line.breaks.shift()
      if (breaks === 'before') throw new TypeError('offline')
      sent.push({ path: String(path), init })
      const answer = await app.request(String(path), init)
      if (breaks === 'after') throw new TypeError('offline')
      return answer
    },
  }
  const open = async (slip?: string) =>
    ballotDevice(await openBallotPaper(election.id, means), slip ?? `person-${voter}`, means, slip)
  return { kept, sent, line, means, open }
}

const countOf = async (election: Election) => {
  await world.session((session) => closeBallot(session, { id: election.id }))
  return world.session((session) => countBallot(session, { id: election.id }))
}

test.for([
  ['take', 'before'],
  ['take', 'after'],
  ['cast', 'before'],
  ['cast', 'after'],
] as const)('a line that breaks at %s, %s the server has heard, neither loses a vote nor gives two', async ([call, when]) => {
  const election = await anElection(world, 3)
  const phone = aPhone(election, 0)
  const first = await phone.open()
  if (call === 'take') {
    phone.line.breaks = [when]
    await expect(first.take()).rejects.toMatchObject({ code: 'offline' })
  } else {
    await first.take()
    phone.line.breaks = [when]
    await expect(first.cast(answers('++0'))).rejects.toMatchObject({ code: 'offline' })
  }
  const again = await phone.open()
  await again.take()
  // After a break at casting the ballot is sent as it was: other choices do not get into it.
  const code = await again.cast(answers('+00'))
  expect(again.kept()).toEqual({ stage: 'cast', code } satisfies Kept)
  expect(await again.cast(answers('000'))).toBe(code)
  const { counts, results } = await countOf(election)
  expect(counts).toMatchObject({ took: 1, cast: 1, unused: 0 })
  expect(results[0]!.lines[1]!.counts['+']).toBe(call === 'take' ? 0 : 1)
})

test('another device is refused, unless it has the recovery code: then it comes to the same ballot', async () => {
  const election = await anElection(world, 3)
  const [phone, other] = [aPhone(election, 0), aPhone(election, 0)]
  const lost = await phone.open()
  await lost.take()
  const found = await other.open()
  await expect(found.take()).rejects.toMatchObject({ code: 'ballots.taken' })
  expect(found.kept()).toBe(null)
  await expect(found.restore('AAAA')).rejects.toMatchObject({ code: 'code' })
  await found.restore(lost.recovery()!.toLowerCase().replaceAll('-', ' '))
  const code = await found.cast(answers('++0'))
  // The lost phone turns up and votes otherwise: the same credential, already cast.
  await expect(lost.cast(answers('0++'))).rejects.toMatchObject({ code: 'ballots.cast' })
  const { counts, results } = await countOf(election)
  expect(counts).toMatchObject({ took: 1, cast: 1 })
  expect(results[0]!.lines[0]!.counts['+']).toBe(1)
  expect(code).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)
})

test('a kiosk keeps a ballot until it is in the urn and forgets it then', async () => {
  const election = await anElection(world, 3)
  const kiosk = aPhone(election, null)
  const { slip } = await world.session((session) =>
    slipFor(session, { ballotId: election.id, voterId: election.electors[1]!.voterId }),
  )
  const device = await kiosk.open(slip)
  await device.take()
  kiosk.line.breaks = ['after']
  await expect(device.cast(answers('++0'))).rejects.toMatchObject({ code: 'offline' })
  expect(kiosk.kept.size).toBe(1)
  await (await kiosk.open(slip.toLowerCase().replaceAll('-', ' '))).cast()
  expect(kiosk.kept.size).toBe(0)
  await expect((await kiosk.open('0000-0000-0000-0000')).take()).rejects.toMatchObject({ code: 'ballots.absent' })
  expect((await countOf(election)).counts).toMatchObject({ byKiosk: 1, cast: 1 })
})

test('two people on one phone do not get at each other’s ballot', async () => {
  const election = await anElection(world, 3)
  const phone = aPhone(election, 0)
  await (await phone.open()).take()
  const other = ballotDevice(await openBallotPaper(election.id, phone.means), 'person-1', phone.means)
  expect(other.kept()).toBe(null)
})

test('a casting says nothing of who sends it: no cookie, no key, one length whatever is chosen', async () => {
  const election = await anElection(world, 3, { questions: aPaper() })
  const lengths = new Set<number>()
  for (const [voter, given] of [answers('000'), answers('+-0', '+', '110', '00', ['欧阳修·买买提江阿不都热西提'])].entries()) {
    const phone = aPhone(election, voter)
    const device = await phone.open()
    await device.take()
    await device.cast(given)
    const { path, init } = phone.sent.at(-1)!
    expect(path).toBe('/api/box')
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    expect(Object.keys(init!.headers!)).toEqual(['content-type'])
    lengths.add(new TextEncoder().encode(init!.body as string).length)
  }
  expect(lengths.size).toBe(1)
})
