import { addMonths, type Day } from '#kit/dates'
import { firstOf, refuse, type Verdict } from '#law/verdict'
import type { ChangeKind, ChangeState } from './contract/words.ts'

/** The article of each change; the charter was amended in 2023 and its numbers are to be checked. */
export const cites: Record<ChangeKind, string> = {
  retain: '《中国工会章程》第八条（待核对）',
  restore: '《中国工会章程》第八条（待核对）',
  leave: '《中国工会章程》第六条（待核对）',
  deemed: '《中国工会章程》第六条第二款（待核对）',
  expel: '《中国工会章程》第七条（待核对）',
}
const from: Record<ChangeKind, readonly string[]> = {
  retain: ['member'],
  restore: ['retained'],
  leave: ['member', 'retained'],
  deemed: ['member'],
  expel: ['member', 'retained'],
}

/** Each change starts from a standing that can have it. */
export function mayOpen(kind: ChangeKind, status: string): Verdict {
  if (from[kind].includes(status)) return null
  return refuse(
    'standing.status',
    kind === 'restore' ? '只有保留会籍的会员可以恢复' : '此人现在的会籍状态不能办这件事',
    cites[kind],
  )
}

export function isCurrent(version: number, seen: number): Verdict {
  return version === seen ? null : refuse('standing.stale', '这件事刚有变化，请看清后再办')
}

export function isOpen(state: ChangeState): Verdict {
  return state === 'open' ? null : refuse('standing.closed', '这件事已经办结或不办了')
}

/** Months without dues and without part, before a withdrawal can be deemed: a figure of law, not of this rule. */
export function isIdleLongEnough(idleSince: Day, on: Day, months: number): Verdict {
  const from = addMonths(idleSince, months)
  return on >= from
    ? null
    : refuse('standing.idle', `不交会费、不参加组织生活要连续满 ${months} 个月，最早 ${from}`, cites.deemed)
}

type Facts = {
  kind: ChangeKind
  openedOn: Day
  idleSince: Day | null
  educatedOn: Day | null
  discussedOn: Day | null
  judgedOn: Day | null
  effectiveOn: Day
}

/** A step happens on a day that has come, and after what must come before it. */
export function mayStep(kind: ChangeKind, wanted: ChangeKind, days: { on: Day; after: Day | null; today: Day }): Verdict {
  if (kind !== wanted) return refuse('standing.step', '这类变动没有这一步')
  if (days.on > days.today) return refuse('standing.later', '日期不能在今天之后')
  return days.after && days.on < days.after ? refuse('standing.early', `日期不能早于 ${days.after}`) : null
}

/** What must have happened before the committee decides: never a withdrawal without education, never an expulsion without discussion. */
export function mayDecide(facts: Facts, on: Day, today: Day, idleMonths: number): Verdict {
  return firstOf(
    on > today ? refuse('standing.later', '日期不能在今天之后') : null,
    facts.kind === 'deemed' ? mayDeem(facts, on, idleMonths) : null,
    facts.kind === 'expel' ? mayExpel(facts, on) : null,
    facts.effectiveOn > on && facts.kind !== 'deemed' && facts.kind !== 'expel'
      ? refuse('standing.effective', `生效日是 ${facts.effectiveOn}，到那天再办结`)
      : null,
  )
}

function mayDeem({ idleSince, educatedOn }: Facts, on: Day, months: number): Verdict {
  const isLong = isIdleLongEnough(idleSince!, on, months)
  if (isLong) return isLong
  if (!educatedOn) return refuse('standing.education', '要先教育并记录，经教育拒不改正的才能决定', cites.deemed)
  return on < educatedOn ? refuse('standing.education', '决定要在教育之后', cites.deemed) : null
}

function mayExpel({ discussedOn, judgedOn }: Facts, on: Day): Verdict {
  if (!discussedOn) return refuse('standing.discussion', '要先由工会小组讨论，提出意见', cites.expel)
  const last = judgedOn && judgedOn > discussedOn ? judgedOn : discussedOn
  return on < last ? refuse('standing.early', `决定要在判决和小组讨论之后（${last}）`, cites.expel) : null
}

/** An expulsion goes up to the next superior once it is decided (备案). */
export function mayReport(kind: ChangeKind, state: ChangeState, days: { decidedOn: Day | null; on: Day; today: Day }): Verdict {
  if (kind !== 'expel' || state !== 'done') return refuse('standing.report', '只有已作决定的开除会籍要报备案', cites.expel)
  return days.decidedOn && days.on < days.decidedOn
    ? refuse('standing.early', '备案不能早于决定')
    : mayStep(kind, 'expel', { ...days, after: null })
}
