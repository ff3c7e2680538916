import type { Question } from '#kit/ballots'
import { refuse, type Verdict } from '#law/verdict'
import type { Ballot, NewBallot } from './shapes.ts'

/** Most lines on a question: what a phone shows and a paper holds. */
const MOST_LINES = 400

/** Whether a ballot may be opened as it is drawn up. */
export function mayOpen({ questions, electors, closesAt }: NewBallot, now: Date): Verdict {
  if (!electors.length) return refuse('ballots.roll', '选民名册是空的，不能开始投票')
  if (new Set(electors.map(({ voterId }) => voterId)).size !== electors.length)
    return refuse('ballots.roll', '选民名册里有人重复，请先核对名册')
  if (closesAt && closesAt <= now) return refuse('ballots.closes', '截止时间已经过去，请改为以后的时间')
  if (!questions.length) return refuse('ballots.questions', '选票上还没有表决的内容')
  if (new Set(questions.map(({ key }) => key)).size !== questions.length)
    return refuse('ballots.questions', '选票上的各题编号重复')
  return questions.map(mayAsk).find(Boolean) ?? null
}

function mayAsk({ title, kind, lines, seats, grades, writeIns, threshold }: Question): Verdict {
  const no = (reason: string) => refuse('ballots.questions', `“${title}”：${reason}`)
  if (!lines.length || lines.length > MOST_LINES) return no(`至少一行，最多 ${MOST_LINES} 行`)
  if (new Set(lines.map(({ key }) => key)).size !== lines.length || lines.some(({ key }) => key.startsWith('name:')))
    return no('有两行的编号相同')
  if (kind === 'yesno' && lines.length !== 1) return no('一事一票，只能有一行')
  if (kind === 'score' ? grades.length < 2 || grades.length > 10 : grades.length > 0)
    return no('评分题要有 2 至 10 个等次，其他题没有等次')
  if (seats < 1 || (kind === 'choose' && seats > lines.length)) return no('应选名额不对')
  if (writeIns && kind !== 'approve') return no('只有赞成、不赞成的题可以另选他人')
  if (threshold && !(threshold.share[0] > 0 && threshold.share[1] >= threshold.share[0])) return no('通过的比例不对')
  return null
}

type Times = Pick<Ballot, 'closedAt' | 'closesAt' | 'countedAt' | 'publishedAt'>

/** Open until it is closed, by hand or because its time has come; then counted, then published. */
export const stateOf = ({ closedAt, closesAt, countedAt, publishedAt }: Times, now: Date) =>
  publishedAt ? 'published' : countedAt ? 'counted' : closedAt || (closesAt && closesAt <= now) ? 'closed' : 'open'

/** What is done at the roll or the desk is done while voting is open. */
export const mayTake = (ballot: Times, now: Date): Verdict =>
  stateOf(ballot, now) === 'open' ? null : refuse('ballots.closed', '投票已经截止')

/** Whether a line of the roll may be given paper: one ballot for one person, whatever the channel. */
export function mayGivePaper(channel: string | null, isAdmitted: boolean): Verdict {
  if (channel === 'paper') return refuse('ballots.paper-given', '这位选民已经领过纸质选票')
  if (channel) return refuse('ballots.taken', '这位选民已经领了电子选票，不能再领纸质选票')
  return isAdmitted ? null : refuse('ballots.unadmitted', '这位选民还没有签到')
}

/** Why a credential is not signed, by what the roll says. */
export function mayTakeCredential(state: string): Verdict {
  switch (state) {
    case 'new':
    case 'same':
      return null
    case 'closed':
      return refuse('ballots.closed', '投票已经截止')
    case 'paper':
      return refuse('ballots.paper-given', '您已经领了纸质选票，请用纸质选票投票')
    case 'other':
      return refuse(
        'ballots.taken',
        '您已经在另一部手机（或浏览器）上领过选票。请用那一部继续投票，或在这里输入当时的“取票码”把选票取回来',
      )
    case 'unadmitted':
      return refuse('ballots.unadmitted', '请先签到，再领选票')
    default:
      return refuse('ballots.absent', '这次投票的选民名册上没有您，请与工会核对')
  }
}

/** Whether it may be counted: closed, not counted yet, and the paper agreed. */
export function mayCount({ closedAt, countedAt }: Times, paperGiven: number, isPaperAgreed: boolean): Verdict {
  if (countedAt) return refuse('ballots.counted', '已经计过票了')
  if (!closedAt) return refuse('ballots.open', '投票还没有截止，不能计票')
  return paperGiven && !isPaperAgreed ? refuse('ballots.paper', '纸质选票要由两名计票人分别录入、核对一致后才能计票') : null
}
