import { refuse, type Verdict } from '#law/verdict'
import type { Side, TransferState } from './contract/words.ts'

const MEASURES = '《工会会员会籍管理办法》第三条'
type Said = { agreedAt: Date | null; releasedAt: Date | null; takenAt: Date | null }

/** Who has still to say yes: the member, the union he leaves, the union he goes to. */
export const waitsFor = ({ agreedAt, releasedAt, takenAt }: Said): Side[] => [
  ...(agreedAt ? [] : (['member'] as const)),
  ...(releasedAt ? [] : (['old'] as const)),
  ...(takenAt ? [] : (['new'] as const)),
]

/** Where a transfer stands by what was said so far. */
export const standingOf = (said: Said): 'started' | 'released' | 'accepted' =>
  waitsFor(said).length === 0 ? 'accepted' : said.releasedAt ? 'released' : 'started'

export function isOpen(state: TransferState): Verdict {
  return state === 'started' || state === 'released' ? null : refuse('transfers.ended', '这件转会已经办结，请刷新后查看')
}

export function isCurrent(version: number, seen: number): Verdict {
  return version === seen ? null : refuse('transfers.stale', '这件转会刚有变化，请看清后再办')
}

/** On which sides a post stands: what lies in its subtree. */
export function sidesOf(postPath: string, { fromPath, toPath }: { fromPath: string; toPath: string }): Side[] {
  const isOver = (path: string) => path.startsWith(postPath)
  return [...(isOver(fromPath) ? (['old'] as const) : []), ...(isOver(toPath) ? (['new'] as const) : [])]
}

/** Each side speaks for itself. */
export function maySpeak(side: 'old' | 'new', sides: readonly Side[], said: Date | null): Verdict {
  if (!sides.includes(side))
    return refuse('transfers.side', side === 'old' ? '转出要由原工会确认' : '接收要由新工会确认', MEASURES)
  return said ? refuse('transfers.said', '这一方已经确认过') : null
}

/** Whoever started it may take it back; the others refuse. */
export function mayWithdraw(startedBy: Side, sides: readonly Side[]): Verdict {
  return sides.includes(startedBy) ? null : refuse('transfers.starter', '不是您这一方提出的，可以写明理由不同意')
}

type Goal = { id: string; kind: string; state: string } | undefined
/** To a standing union that keeps members of its own, and not to where one is. */
export function mayGo(fromUnionId: string, goal: Goal): Verdict {
  if (!goal || goal.state !== 'active') return refuse('transfers.goal', '这个工会现在不能接收会员，请另选一个')
  return goal.id === fromUnionId ? refuse('transfers.here', '会籍已经在这个工会，不用转') : null
}

/** Only a membership is transferred; a worker who has not joined applies. */
export function mayTransfer(status: string): Verdict {
  if (status === 'member' || status === 'retained') return null
  return refuse('transfers.status', '此人不是在会会员，请办入会', MEASURES)
}

export const unknownPerson = refuse('transfers.unknown', '没有找到这个人的会籍，请核对姓名和证件号码')
export const alreadyMoving = refuse('transfers.open', '此人已有一件转会没有办完，请先办完那一件', MEASURES)
