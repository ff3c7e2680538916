import type { Day } from '#kit/dates'
import { firstOf, refuse, type Verdict } from '#law/verdict'

type Facts = { raisedOn: Day; resolvedOn: Day | null; fedBackOn: Day | null; confirmedOn: Day | null }
const hasCome = (on: Day, today: Day) => (on > today ? refuse('problems.later', '日期不能在今天之后') : null)

export function mayRaise({ raisedOn, dueOn }: { raisedOn: Day; dueOn: Day }, today: Day): Verdict {
  return hasCome(raisedOn, today) ?? (dueOn < raisedOn ? refuse('problems.due', '期限不能早于提出的那天') : null)
}

export function maySettle({ raisedOn, resolvedOn }: Facts, on: Day, today: Day): Verdict {
  return firstOf(
    resolvedOn ? refuse('problems.settled', '这个问题已经有结果了') : null,
    hasCome(on, today),
    on < raisedOn ? refuse('problems.early', `不能早于提出的 ${raisedOn}`) : null,
  )
}

/** The result goes back to those who raised it, after there is one. */
export function mayFeedBack({ resolvedOn, fedBackOn }: Facts, on: Day, today: Day): Verdict {
  if (!resolvedOn) return refuse('problems.unsettled', '先写办理结果，再反馈')
  return firstOf(
    fedBackOn ? refuse('problems.fedBack', '已经反馈过了') : null,
    hasCome(on, today),
    on < resolvedOn ? refuse('problems.early', `不能早于办出结果的 ${resolvedOn}`) : null,
  )
}

type Confirmer = { unionId: string | undefined; person: string | undefined }

/** Those who raised it confirm, through their union or by it; whoever answered for the problem does not confirm his own work. */
export function mayConfirm(facts: Facts & { unionId: string; ownerId: string | null }, { unionId, person }: Confirmer): Verdict {
  return firstOf(
    unionId === facts.unionId ? null : refuse('problems.host', '由提出问题的工会确认，上级和承办人不能代为确认'),
    person && person === facts.ownerId ? refuse('problems.own', '承办人不能确认自己办的事') : null,
    facts.fedBackOn ? null : refuse('problems.unsaid', '还没有把结果反馈给提问题的人'),
    facts.confirmedOn ? refuse('problems.confirmed', '已经确认过了') : null,
  )
}

export function mayHand({ confirmedOn }: Facts, dueOn: Day, today: Day): Verdict {
  if (confirmedOn) return refuse('problems.confirmed', '已经确认解决的不用再转')
  return dueOn < today ? refuse('problems.due', '新的期限不能在今天之前') : null
}
