import type { Day } from '#kit/dates'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import type { Grade, Outcome, Solution, State } from '../contract/words.ts'

const PRACTICE = '职代会提案工作的通行做法'

type Asked = { answeredOn: Day | null; round: number; isLead: boolean }

/** Each handler answers for itself, once a round; what is declined cannot be called solved. */
export function mayAnswer(asked: Asked, proposal: { state: State; round: number }, outcome: Outcome, solved: Solution): Verdict {
  return firstOf(
    asked.answeredOn ? refuse('proposals.answered', '这一轮已经答复过了') : null,
    asked.round === proposal.round ? null : refuse('proposals.round', '这是上一轮的交办，请答复这一轮的'),
    ['assigned', 'answered', 'carriedOut'].includes(proposal.state) ? null : refuse('proposals.state', '没有交办的提案不用答复'),
    outcome === 'declined' && solved === 'solved' ? refuse('proposals.solved', '没有采纳的，不能写已解决') : null,
    outcome !== 'declined' && solved === 'reference' ? refuse('proposals.solved', '采纳了的，请选已解决或列入计划') : null,
  )
}

/** Carried out is what was adopted, with the evidence of it when it is said to be done. */
export function mayWork(
  proposal: { state: State; outcome: Outcome | null; answeredOn: Day | null; evidence: number },
  on: Day,
  isDone: boolean,
  today: Day,
): Verdict {
  return firstOf(
    proposal.state === 'answered' && proposal.outcome !== 'declined'
      ? null
      : refuse('proposals.state', '采纳的提案才有落实；落实完成的不用再报'),
    on <= today ? null : refuse('proposals.day', '日期不能在今天之后'),
    isDone && proposal.evidence === 0 ? refuse('proposals.evidence', '说落实了，要附照片或文件为证') : null,
  )
}

/** When one may say what one thinks: after the answer, and once more after it was carried out. */
export function ratedAfter(proposal: {
  answeredOn: Day | null
  carriedOn: Day | null
  gradedAfter: 'answer' | 'work' | null
}): 'answer' | 'work' | null {
  if (!proposal.answeredOn) return null
  if (proposal.carriedOn) return proposal.gradedAfter === 'work' ? null : 'work'
  return proposal.gradedAfter ? null : 'answer'
}

export function mayRate(isOwn: boolean, after: 'answer' | 'work' | null, grade: Grade, reason: string | null): Verdict {
  return firstOf(
    isOwn ? null : refuse('proposals.author', '由提案人评价'),
    after ? null : refuse('proposals.early', '答复以后、落实以后各可以评价一次'),
    grade !== 'dissatisfied' || (reason ?? '').trim().length >= 4
      ? null
      : refuse('proposals.reason', '不满意的，请写哪里不满意，再办时按它办', PRACTICE),
  )
}

/** Not satisfied opens one more round, and no third (PROP-08). */
export const opensAgain = (grade: Grade, round: number) => grade === 'dissatisfied' && round === 1

type Effects = { state: State; outcome: Outcome | null; carriedOn: Day | null; answeredOn: Day | null }
type Span = { fromOn: Day; untilOn: Day }

/** An effect belongs to what was adopted and done, of a time that is over, of days not counted before. */
export function mayStateEffect(
  proposal: Effects,
  span: Span,
  before: readonly (Span & { isRejected: boolean })[],
  today: Day,
): Verdict {
  const again = before.find((each) => !each.isRejected && each.fromOn <= span.untilOn && span.fromOn <= each.untilOn)
  return firstOf(
    proposal.state === 'merged' ? refuse('proposals.merged', '并案的提案，效益报在主案上') : null,
    proposal.carriedOn ? null : refuse('proposals.state', '落实完成以后才有经济效益'),
    span.untilOn >= span.fromOn ? null : refuse('proposals.span', '起止日期反了'),
    span.untilOn <= today ? null : refuse('proposals.span', '只报已经产生的效益，截止日不能在今天之后'),
    again ? refuse('proposals.double', `${again.fromOn} 至 ${again.untilOn} 的效益已经报过，不能重复计算`) : null,
  )
}

type Stated = { statedFen: number; statedBy: string; confirmedOn: Day | null; isRejected: boolean }

/** Finance confirms what another stated, never more than that, by a voucher that no other effect of the unit rests on. */
export function maySettle(effect: Stated, by: string | undefined, fen: number | null, isVoucherUsed: boolean): Verdict {
  return firstOf(
    effect.confirmedOn || effect.isRejected ? refuse('proposals.settled', '这笔效益财务已经核过了') : null,
    effect.statedBy === by ? refuse('proposals.same', '报效益的人不能自己确认，由财务核') : null,
    fen !== null && fen > effect.statedFen ? refuse('proposals.more', '确认的数不能比报的多') : null,
    isVoucherUsed ? refuse('proposals.double', '这个凭证号已经用来确认过别的效益，不能重复计算') : null,
  )
}
