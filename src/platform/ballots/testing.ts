import { randomUUID } from 'node:crypto'
import { choicesText, type Answer, type Question, type QuestionCount } from '#kit/ballots'
import {
  closeBallot,
  countBallot,
  givePaper,
  keyPaper,
  openBallot,
  publishBallot,
  slipFor,
  type NewBallot,
} from '#platform/ballots'
import type { Session } from '#platform/session'
import type { testWorld } from '#platform/testing'
import { aUnion } from '#testing/organisation/unions'
import { castBody, newSecret, requestFor, type Terms } from '../../web/ballots/credential.ts'
import type { Opening } from './archive.ts'
import { castBallot, openingOf, takeBallot, type At, type Taker } from './casting.ts'
import { archiveLines } from './reading.ts'

type World = ReturnType<typeof testWorld>

/** A committee of two from three candidates, a report for or against, two of three delegates, and grades for two cadres. */
export const aPaper = (): Question[] => [
  {
    key: 'committee',
    title: '工会委员会委员',
    kind: 'approve',
    lines: ['丁一', '王二小', '石三'].map((name, at) => ({ key: `c${at + 1}`, name })),
    seats: 2,
    writeIns: true,
    grades: [],
    threshold: { share: [1, 2], strict: true, of: 'returned' },
  },
  {
    key: 'report',
    title: '工作报告',
    kind: 'yesno',
    lines: [{ key: 'report', name: '工作报告' }],
    seats: 1,
    writeIns: false,
    grades: [],
    threshold: { share: [2, 3], strict: false, of: 'returned' },
  },
  {
    key: 'delegates',
    title: '会员代表',
    kind: 'choose',
    lines: ['甲子', '乙丑', '丙寅'].map((name, at) => ({ key: `d${at + 1}`, name })),
    seats: 2,
    writeIns: false,
    grades: [],
  },
  {
    key: 'cadres',
    title: '民主评议',
    kind: 'score',
    lines: ['主席', '副主席'].map((name, at) => ({ key: `p${at + 1}`, name })),
    seats: 1,
    writeIns: false,
    grades: ['满意', '基本满意', '不满意'],
  },
]

/** Answers to `aPaper`. */
export const answers = (committee: string, report = '+', delegates = '110', cadres = '00', writeIns: string[] = []): Answer[] => [
  { marks: committee, writeIns },
  ...[report, delegates, cadres].map((marks) => ({ marks, writeIns: [] })),
]

/** A voter's device, as it runs in a browser, with the server called without a wire. */
export async function aDevice(at: () => At, ballot: string, secret = newSecret()) {
  const { opening, castBytes } = await openingOf(at(), ballot)
  const terms: Terms = JSON.parse(opening) as Opening
  const request = await requestFor(terms, secret)
  let token = ''
  return {
    secret,
    terms,
    request,
    /** Takes the ballot as this voter. */
    async take(taker: Taker) {
      token = await request.finish(await takeBallot(at(), taker, ballot, request.blinded))
    },
    body: async (given: readonly Answer[]) => Buffer.from(await castBody(terms, secret, token, choicesText(given), castBytes)),
    /** Casts these answers; gives the code. */
    async cast(given: readonly Answer[]) {
      return (await castBallot(at(), await this.body(given))).code
    },
  }
}
export type Device = Awaited<ReturnType<typeof aDevice>>

/** A union with an open ballot for `size` electors. */
export async function anElection(world: World, size: number, more: Partial<NewBallot> = {}) {
  const electors = Array.from({ length: size }, (_, n) => ({
    voterId: randomUUID(),
    name: `选民${'甲乙丙丁戊'[n % 5]}${n}`,
    group: '一车间',
  }))
  const at = () => ({ pool: world.pool, region: world.region, now: world.now })
  const { ballot, union } = await world.session(async (session) => {
    const { id, path } = await aUnion(session, { name: `永安厂工会${randomUUID().slice(0, 4)}`, kind: 'federation' })
    const place = { id, path, name: '永安厂工会' }
    const draft = {
      union: place,
      kind: 'election' as const,
      title: '第三届委员会选举',
      questions: aPaper(),
      electors,
      isRehearsal: false,
    }
    return { union: place, ballot: await openBallot(session, { ...draft, ...more }) }
  })
  const taker = (n: number): Taker => ({ person: electors[n]!.voterId, account: randomUUID() })
  const asTeller = <T>(work: (session: Session) => Promise<T>) =>
    world.session((session) => work({ ...session, user: { powers: [], account: randomUUID() } }))
  return { ...ballot, union, electors, at, taker, asTeller }
}
export type Election = Awaited<ReturnType<typeof anElection>>

/** Paper totals of `aPaper`: `returned` papers that all say the same. */
export const paperOfAll = (
  returned: number,
  marks: string[] = ['++0', '+', '110', '00'],
): { returned: number; questions: QuestionCount[] } => ({
  returned,
  questions: aPaper().map((question, at) => ({
    key: question.key,
    valid: returned,
    invalid: 0,
    lines: question.lines.map(({ key }, row) => ({ key, counts: { [marks[at]![row]!]: returned } })),
    writeIns: [],
  })),
})

/** Runs an election to its end: the first of the roll by phone, then two at the kiosk, then `paper` on paper; the last takes and never casts. */
export async function heldElection(world: World, given: readonly Answer[][], paper = 2) {
  const size = given.length + paper + 2
  const election = await anElection(world, size)
  const { id, at, electors, asTeller } = election
  const codes: string[] = []
  for (const [n, one] of given.entries()) {
    const device = await aDevice(at, id)
    const isKiosk = n >= given.length - 2
    const slip =
      isKiosk && (await world.session((session) => slipFor(session, { ballotId: id, voterId: electors[n]!.voterId }))).slip
    await device.take(slip ? { slip } : election.taker(n))
    codes.push(await device.cast(one))
  }
  for (let n = given.length; n < given.length + paper; n++)
    await world.session((session) => givePaper(session, { ballotId: id, voterId: electors[n]!.voterId }))
  await (await aDevice(at, id)).take(election.taker(size - 1))
  await world.session((session) => closeBallot(session, { id }))
  if (paper)
    for (const teller of ['计票人甲', '计票人乙'])
      await asTeller((session) => keyPaper(session, { id, teller, totals: paperOfAll(paper) }))
  const outcome = await world.session((session) => countBallot(session, { id, present: size }))
  await world.session((session) => publishBallot(session, { id }))
  return { ...election, codes, outcome, archive: (withNames = false) => archiveOf(world, id, withNames) }
}

/** The archive's text. */
export const archiveOf = (world: World, id: string, withNames = false) =>
  world.session(async (session) => {
    const lines: string[] = []
    for await (const line of archiveLines(session, id, withNames)) lines.push(line)
    return `${lines.join('\n')}\n`
  })
