import { addDays, type Day, daysBetween, weekday } from '#kit/dates'
import { firstOf, refuse, type Verdict } from '#law/verdict'

type Assigned = { fromOn: Day; untilOn: Day | null }
type Candidate = { titles: readonly string[]; name: string }

/** A contact point is held by somebody in office at the superior, over a union beneath it. */
export function mayAssign(
  { titles, name }: Candidate,
  target: { path: string; name: string },
  from: string,
  on: Assigned,
): Verdict {
  return firstOf(
    titles.length ? null : refuse('visits.office', `${name}在本级没有在任的职务，先登记任职再定联系点`),
    target.path.length > from.length && target.path.startsWith(from)
      ? null
      : refuse('visits.below', `${target.name}不是下级工会，不能定为联系点`),
    on.untilOn && on.untilOn < on.fromOn ? refuse('visits.term', '结束日期不能早于开始日期') : null,
  )
}

export function mayRelieve({ fromOn, endedOn }: { fromOn: Day; endedOn: Day | null }, on: Day): Verdict {
  if (endedOn) return refuse('visits.relieved', '这个联系点已经结束了')
  return on < fromOn ? refuse('visits.term', `不能早于开始的 ${fromOn}`) : null
}

/** A plan lies ahead, at least in part, and is no longer than a year. */
export function mayPlan({ from, until }: { from: Day; until: Day }, today: Day): Verdict {
  if (until < from) return refuse('visits.period', '结束日期不能早于开始日期')
  if (until < today) return refuse('visits.period', '计划的时段已经过去了')
  return daysBetween(from, until) > 366 ? refuse('visits.period', '一个计划最多一年') : null
}

/**
 * The days of `times` visits in a period, evenly spread and moved to a weekday; `offset` of `of` shifts them, so that the points of
 * one cadre do not all fall on one day. A day that has passed becomes `today`.
 */
export function spreadDays(period: { from: Day; until: Day }, times: number, offset: number, of: number, today: Day): Day[] {
  const from = period.from < today ? today : period.from
  const length = daysBetween(from, period.until) + 1
  return Array.from({ length: times }, (_, at) => {
    const share = (at + (offset + 0.5) / Math.max(of, 1)) / times
    return onWeekday(addDays(from, Math.min(length - 1, Math.floor(share * length))), from, period.until)
  })
}

/** The nearest weekday within the period: 调休 is settled by whoever goes. */
function onWeekday(day: Day, from: Day, until: Day): Day {
  if (weekday(day) <= 5) return day
  const friday = addDays(day, 5 - weekday(day))
  if (friday >= from) return friday
  const monday = addDays(day, 8 - weekday(day))
  return monday <= until ? monday : day
}
