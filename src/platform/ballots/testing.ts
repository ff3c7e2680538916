import { choicesText, type Answer, type Question } from '#kit/ballots'
import { castBody, newSecret, requestFor, type Terms } from '../../web/ballots/credential.tsx'
import type { Opening } from './archive.ts'
import { castBallot, openingOf, takeBallot, type At, type Taker } from './casting.ts'

/** A committee of two from three candidates, and whether the report is approved. */
export const aPaper = (): Question[] => [
  {
    key: 'committee',
    title: '工会委员会委员',
    kind: 'approve',
    lines: ['丁一', '王二小', '石三'].map((name, at) => ({ key: `c${at + 1}`, name })),
    seats: 2,
    writeIns: true,
    grades: [],
    threshold: { share: [1, 2], strict: true, of: 'electors' },
  },
  {
    key: 'report',
    title: '工作报告',
    kind: 'yesno',
    lines: [{ key: 'report', name: '工作报告' }],
    seats: 1,
    writeIns: false,
    grades: [],
    threshold: { share: [1, 2], strict: true, of: 'returned' },
  },
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
    body: (answers: readonly Answer[]) => castBody(terms, secret, token, choicesText(answers), castBytes),
    /** Casts these answers; gives the code. */
    async cast(answers: readonly Answer[]) {
      return (await castBallot(at(), Buffer.from(await this.body(answers)))).code
    },
  }
}
