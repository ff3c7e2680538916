import { refuse, type Verdict } from '#law/verdict'

export function mayDecideUntil(decidedOn: string, dueOn: string, today: string): Verdict {
  if (decidedOn > today) return refuse('leadership.future', '会议日期不能晚于今天')
  return dueOn < decidedOn ? refuse('leadership.due', '完成期限不能早于会议日期') : null
}

/** Only somebody who answers for a side of this union now carries out its decisions. */
export function mayExecute(party: { unionId: string; untilOn: string | null }, unionId: string): Verdict {
  if (party.unionId !== unionId) return refuse('leadership.executor', '执行人要是本工会四方责任人之一')
  return party.untilOn ? refuse('leadership.released', '这位责任人已经卸任，请另选执行人') : null
}

export function mayFinish(decision: { doneOn: string | null; decidedOn: string }, doneOn: string, today: string): Verdict {
  if (decision.doneOn) return refuse('leadership.done', '已经办结')
  return doneOn > today || doneOn < decision.decidedOn ? refuse('leadership.day', '办结日期应在会议日期与今天之间') : null
}

/** Nobody leaves with work open: it goes to his successor first. */
export function mayRelease(party: { untilOn: string | null; fromOn: string; open: number }, untilOn: string): Verdict {
  if (party.untilOn) return refuse('leadership.released', '已经卸任')
  if (untilOn < party.fromOn) return refuse('leadership.day', '卸任日期不能早于开始日期')
  return party.open ? refuse('leadership.open', `还有 ${party.open} 件决定没有办结，请先办结`) : null
}
