import { expect, test } from 'vitest'
import {
  admit,
  closeBallot,
  countBallot,
  givePaper,
  keyPaper,
  openBallot,
  paperOf,
  resolvePaper,
  rollLines,
  slipFor,
  turnoutOf,
  type PaperTotals,
} from '#platform/ballots'
import { testWorld } from '#platform/testing'
import { aDevice, anElection, answers, aPaper, paperOfAll, type Election } from './testing.ts'

const world = testWorld('2026-03-02')
const refused = (code: string) => ({ refusal: { code } })
const asVoter = async (election: Election, n: number) => {
  const device = await aDevice(election.at, election.id)
  await device.take(election.taker(n))
  return device
}
const close = (election: Election) => world.session((session) => closeBallot(session, { id: election.id }))
const count = (election: Election) => world.session((session) => countBallot(session, { id: election.id }))
const paper = (election: Election, n: number) =>
  world.session((session) => givePaper(session, { ballotId: election.id, voterId: election.electors[n]!.voterId }))

test('nobody has paper and a credential: whichever came first excludes the other', async () => {
  const election = await anElection(world, 4)
  await paper(election, 0)
  await expect(asVoter(election, 0)).rejects.toMatchObject(refused('ballots.paper-given'))
  await expect(paper(election, 0)).rejects.toMatchObject(refused('ballots.paper-given'))
  await asVoter(election, 1)
  await expect(paper(election, 1)).rejects.toMatchObject(refused('ballots.taken'))
  const results = await Promise.allSettled([paper(election, 2), asVoter(election, 2)])
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
})

test('a stranger, an earlier slip and a slip of another ballot take nothing', async () => {
  const [election, other] = [await anElection(world, 3), await anElection(world, 3)]
  const stranger = { person: other.electors[0]!.voterId, account: crypto.randomUUID() }
  const take = async (taker: Parameters<Awaited<ReturnType<typeof aDevice>>['take']>[0]) =>
    (await aDevice(election.at, election.id)).take(taker)
  await expect(take(stranger)).rejects.toMatchObject(refused('ballots.absent'))
  const slip = (of: Election) =>
    world.session((session) => slipFor(session, { ballotId: of.id, voterId: of.electors[0]!.voterId }))
  const [first, second, foreign] = [await slip(election), await slip(election), await slip(other)]
  await expect(take(first)).rejects.toMatchObject(refused('ballots.absent'))
  await expect(take(foreign)).rejects.toMatchObject(refused('ballots.absent'))
  await take(second)
  await expect(take(second)).rejects.toMatchObject(refused('ballots.taken'))
})

test('only who is admitted takes a ballot, where admission is asked for', async () => {
  const election = await anElection(world, 3, { wantsAdmission: true })
  await expect(asVoter(election, 0)).rejects.toMatchObject(refused('ballots.unadmitted'))
  await expect(paper(election, 0)).rejects.toMatchObject(refused('ballots.unadmitted'))
  const present = election.electors.slice(0, 2).map(({ voterId }) => voterId)
  expect(await world.session((session) => admit(session, { ballotId: election.id, voterIds: present }))).toBe(2)
  expect(await world.session((session) => admit(session, { ballotId: election.id, voterIds: present }))).toBe(0)
  await asVoter(election, 0)
})

test('two tellers key the paper apart; a difference is settled on record (paper and phone in one election, reconciled)', async () => {
  const election = await anElection(world, 6)
  const { id, asTeller } = election
  for (const n of [0, 1, 2]) await paper(election, n)
  const totals = paperOfAll(3)
  const other = structuredClone(totals)
  other.questions[0]!.lines[0]!.counts = { '+': 2, '-': 1, '0': 0 }
  await expect(asTeller((session) => keyPaper(session, { id, teller: '甲', totals }))).rejects.toMatchObject(
    refused('ballots.paper'),
  )
  await close(election)
  await expect(count(election)).rejects.toMatchObject(refused('ballots.paper'))
  await asTeller(async (session) => {
    await keyPaper(session, { id, teller: '甲', totals })
    expect(await paperOf(session, id)).toMatchObject({ given: 3, agreed: null, differences: [] })
    await expect(keyPaper(session, { id, teller: '甲', totals })).rejects.toMatchObject(refused('ballots.paper-keyed'))
  })
  await asTeller((session) => keyPaper(session, { id, teller: '乙', totals: other }))
  const found = await world.session((session) => paperOf(session, id))
  expect(found.differences).toEqual(['工会委员会委员 · 丁一 · 赞成：3 / 2', '工会委员会委员 · 丁一 · 不赞成：0 / 1'])
  await expect(count(election)).rejects.toMatchObject(refused('ballots.paper'))
  await asTeller((session) => resolvePaper(session, { id, teller: '监票人', totals, resolution: '重新点票，乙记错一张' }))
  const { counts, results } = await count(election)
  expect(counts).toMatchObject({ byPaper: 3, paperReturned: 3, returned: 3 })
  expect(results[0]!.lines[0]!.counts['+']).toBe(3)
})

test.for([
  [
    'more returned than given out',
    3,
    (totals: PaperTotals): void => {
      totals.returned = 3
    },
    'ballots.more-returned',
  ],
  [
    'a line that does not add up',
    2,
    (totals: PaperTotals): void => {
      totals.questions[0]!.lines[0]!.counts['+'] = 1
    },
    'ballots.paper-sum',
  ],
  [
    'valid and invalid that do not add up',
    2,
    (totals: PaperTotals): void => {
      totals.questions[1]!.invalid = 1
    },
    'ballots.paper-sum',
  ],
] as const)('paper with %s is refused', async ([, returned, spoil, code]) => {
  const election = await anElection(world, 3)
  for (const n of [0, 1]) await paper(election, n)
  await close(election)
  const totals = paperOfAll(returned)
  spoil(totals)
  await expect(
    election.asTeller((session) => keyPaper(session, { id: election.id, teller: '甲', totals })),
  ).rejects.toMatchObject(refused(code))
})

test('closing while people cast: each is counted or told that it was too late (tally while ballots still queued, helios PR #441)', async () => {
  const election = await anElection(world, 16)
  const devices = []
  for (let n = 0; n < 16; n++) devices.push(await asVoter(election, n))
  const casts = devices.map(async (device, n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 3))
    return device.cast(answers('++0'))
  })
  const closing = new Promise((resolve) => setTimeout(resolve, 24)).then(() => close(election))
  const results = await Promise.allSettled(casts)
  await closing
  const { counts } = await count(election)
  expect(counts.cast).toBe(results.filter(({ status }) => status === 'fulfilled').length)
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(refused('ballots.closed'))
})

test('nobody joins or leaves a frozen roll, and a question is not edited after opening (helios #455, PR #471; decidim #15592)', async () => {
  const { id } = await anElection(world, 3)
  const tries = [
    `update ballot_roll set name = 'x' where ballot_id = '${id}'`,
    `delete from ballot_roll where ballot_id = '${id}'`,
    `update ballots set opening = 'x' where id = '${id}'`,
    `delete from ballots where id = '${id}'`,
  ]
  for (const text of tries)
    await expect(world.session(({ db }) => db.$client.query(text))).rejects.toThrow(/permission denied|not changed/)
})

test('turnout of a small roll, and the last few of a large one, are not shown while voting is open (bettervoting #765)', async () => {
  const [small, large] = [await anElection(world, 5, { floor: 6 }), await anElection(world, 12, { floor: 3 })]
  for (const election of [small, large]) for (const n of [0, 1, 2, 3]) await asVoter(election, n)
  const turnout = (election: Election) => world.session((session) => turnoutOf(session, election.id))
  expect(await turnout(small)).toMatchObject({ electors: 5, taken: null, cast: null })
  expect(await turnout(large)).toMatchObject({ electors: 12, taken: 4, cast: 0 })
  for (const n of [4, 5, 6, 7, 8, 9]) await asVoter(large, n)
  expect(await turnout(large)).toMatchObject({ taken: null })
  expect((await world.session((session) => rollLines(session, { id: large.id }))).every(({ took }) => took === null)).toBe(true)
  await close(large)
  await count(large)
  expect((await world.session((session) => rollLines(session, { id: large.id }))).filter(({ took }) => took).length).toBe(10)
})

test.for([
  ['no electors', { electors: [] }, 'ballots.roll'],
  [
    'the same elector twice',
    { electors: Array.from({ length: 2 }, () => ({ voterId: crypto.randomUUID().slice(0, 0) + 'a', name: '甲', group: '' })) },
    'ballots.roll',
  ],
  ['no question', { questions: [] }, 'ballots.questions'],
  ['two questions of one key', { questions: [...aPaper(), ...aPaper()] }, 'ballots.questions'],
  ['an end that has passed', { closesAt: new Date('2026-03-01') }, 'ballots.closes'],
] as const)('a ballot with %s is not opened', async ([, wrong, code]) => {
  const draft = {
    union: { id: '', path: '', name: '' },
    kind: 'election' as const,
    title: '选举',
    questions: aPaper(),
    isRehearsal: false,
  }
  const electors = [{ voterId: crypto.randomUUID(), name: '甲', group: '' }]
  const given = { ...draft, electors, ...wrong } as unknown as Parameters<typeof openBallot>[1]
  await expect(world.session((session) => openBallot(session, given))).rejects.toMatchObject(refused(code))
})
