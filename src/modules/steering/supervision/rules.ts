import { type Day, daysBetween } from '#kit/dates'
import { refuse, type Verdict } from '#law/verdict'
import type { Assembly, DutyState, Urge } from './contract.ts'

export { assemblyKindNames, dutyStateNames, eventNames, urgeStateNames, whoseNames } from './rules/names.ts'
export { stepsOf } from './rules/steps.ts'

/** The days of a duty, as far as its state follows from them. */
export type Days = {
  since: Day
  warnOn: readonly Day[]
  dueOn: Day
  escalateOn: readonly Day[]
  closedOn: Day | null
  closedAs: 'fulfilled' | 'excused' | 'void' | null
}

/** What stands on a duty on a day. */
export function stateOf({ warnOn, dueOn, escalateOn, closedOn, closedAs }: Days, today: Day): DutyState {
  if (closedOn && closedAs && closedOn <= today) return closedAs
  if (escalateOn.some((day) => day <= today)) return 'escalated'
  if (dueOn < today) return 'overdue'
  return warnOn.some((day) => day <= today) ? 'warned' : 'open'
}

/** How many levels above it has gone up to by a day. */
export const levelOf = ({ escalateOn, closedOn }: Pick<Days, 'escalateOn' | 'closedOn'>, today: Day) =>
  escalateOn.filter((day) => day <= (closedOn && closedOn < today ? closedOn : today)).length

const isOwed = (state: DutyState) => !['fulfilled', 'excused', 'void'].includes(state)
const isAbove = (path: string, post: string) => path.startsWith(post) && path.length > post.length

/** Letting off is the superior's, and nobody's for his own union. */
export function mayExcuse(duty: { state: DutyState; unionPath: string }, postPath: string): Verdict {
  if (!isOwed(duty.state)) return refuse('supervision.closed', '这件事项已经了结，不必免除')
  return isAbove(duty.unionPath, postPath)
    ? null
    : refuse('supervision.superior', '应办事项只能由上级工会免除，本会不能免除自己的事项')
}

export function mayUrge(duty: { state: DutyState; unionPath: string }, postPath: string): Verdict {
  if (!isOwed(duty.state)) return refuse('supervision.closed', '这件事项已经了结，不必督办')
  return isAbove(duty.unionPath, postPath) ? null : refuse('supervision.superior', '督办单由上级工会发给下级工会')
}

export const mayAskBy = (replyBy: Day, today: Day): Verdict =>
  replyBy < today
    ? refuse('supervision.replyBy', '答复日期不能早于今天')
    : daysBetween(today, replyBy) > 365
      ? refuse('supervision.replyBy', '答复日期应在一年之内')
      : null

type Note = Pick<Urge, 'unionId' | 'fromUnionId' | 'closedOn'>

/** The urged union answers; the one that urged may add to what it wrote. */
export function mayReply({ unionId, fromUnionId, closedOn }: Note, postUnion: string): Verdict {
  if (closedOn) return refuse('supervision.urgeClosed', '督办单已经办结，不能再答复')
  return postUnion === unionId || postUnion === fromUnionId
    ? null
    : refuse('supervision.notYours', '只有收发督办单的工会可以答复')
}

export function mayClose({ fromUnionId, closedOn }: Note, postUnion: string): Verdict {
  if (closedOn) return refuse('supervision.urgeClosed', '督办单已经办结')
  return postUnion === fromUnionId ? null : refuse('supervision.notYours', '督办单由发出的工会办结')
}

/** How an urging note stands on a day. */
export function urgeStateOf(
  { closedOn, answeredOn, replyBy }: { closedOn: Day | null; answeredOn: Day | null; replyBy: Day },
  today: Day,
) {
  if (closedOn) return 'closed' as const
  return answeredOn ? ('answered' as const) : replyBy < today ? ('late' as const) : ('waiting' as const)
}

export function mayRecordAssembly(
  record: Pick<Assembly, 'heldOn' | 'expected' | 'present'>,
  union: { kind: string; foundedOn: Day | null },
  today: Day,
): Verdict {
  if (record.heldOn > today) return refuse('supervision.future', '会议还没有召开，召开后再登记')
  if (union.foundedOn && record.heldOn < union.foundedOn) return refuse('supervision.before', '会议日期早于工会成立日期')
  if (record.present > record.expected) return refuse('supervision.present', '实到人数不能多于应到人数')
  return ['branch', 'group'].includes(union.kind) ? refuse('supervision.branch', '分会、小组的会议不在这里登记') : null
}
