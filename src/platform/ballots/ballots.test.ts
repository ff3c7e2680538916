import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { closeBallot, countBallot, openBallot, sweepBallots, turnoutOf, ballotOf } from '#platform/ballots'
import { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { codeOf } from '../../web/ballots/credential.tsx'
import { aDevice, aPaper } from './testing.ts'

const world = testWorld('2026-03-02')
const at = () => ({ pool: world.pool, region: world.region, now: world.now })

async function aBallot(names: string[], more: object = {}) {
  const electors = names.map((name) => ({ voterId: randomUUID(), name, group: '一车间' }))
  const opened = await world.session(async (session) => {
    const { id, path } = await aUnion(session, { name: '永安厂工会', kind: 'federation' })
    const union = { id, path, name: '永安厂工会' }
    return openBallot(session, {
      union,
      kind: 'election',
      title: '第三届委员会选举',
      questions: aPaper(),
      electors,
      isRehearsal: false,
      ...more,
    })
  })
  const voter = (n: number) => ({ person: electors[n]!.voterId, account: randomUUID() })
  return { ...opened, electors, voter }
}

test('three of four vote and the count comes to what they cast', async () => {
  const { id, voter } = await aBallot(['赵', '钱', '孙', '李'].map((name) => `${name}某`))
  const codes: string[] = []
  for (const [n, marks] of ['++0', '+-0', '0++'].entries()) {
    const device = await aDevice(at, id)
    await device.take(voter(n))
    const code = await device.cast([
      { marks, writeIns: n === 1 ? ['周五'] : [] },
      { marks: '+', writeIns: [] },
    ])
    expect(code).toBe(await codeOf(device.terms, device.secret))
    codes.push(code)
  }
  await world.session((session) => closeBallot(session, { id }))
  const outcome = await world.session((session) => countBallot(session, { id }))
  expect(outcome.counts).toMatchObject({ electors: 4, took: 3, cast: 3, unused: 0, returned: 3 })
  expect(outcome.results[0]).toMatchObject({
    valid: 3,
    lines: [
      { counts: { '+': 2, '-': 0, '0': 1 } },
      { counts: { '+': 2, '-': 1, '0': 0 } },
      { counts: { '+': 1, '-': 0, '0': 2 } },
    ],
    writeIns: [{ name: '周五', count: 1 }],
    elected: [],
  })
  expect(outcome.results[1]).toMatchObject({ passed: ['report'], base: 3 })
  expect(await sweepBallots({ pool: world.pool, regions: [world.region], now: world.now })).toBe(1)
  expect((await world.session((session) => ballotOf(session, id))).keysDestroyedAt).toEqual(world.now)
  expect(await world.session((session) => turnoutOf(session, id))).toMatchObject({ electors: 4, taken: 3 })
})
