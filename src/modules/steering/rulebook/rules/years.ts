import type { Day } from '#kit/dates'
import { type Calendar, type CalendarYear, calendarProblem } from '#law/calendar'
import { due, type Period } from '#law/deadlines'
import { refuse, type Verdict } from '#law/verdict'

/** The calendar holds for the whole region, so the federation at its top enters it. */
export const mayLoadYearAt = ({ parentId }: { parentId: string | null }): Verdict =>
  parentId !== null ? refuse('rulebook.top', '放假安排由本地区最上级工会的系统管理员录入') : null

/** A year's notice: free of contradiction, of a year that is not over, and silent about days that have passed under another one. */
export function mayLoadYear(wanted: CalendarYear, before: CalendarYear | null, today: Day): Verdict {
  if (wanted.year < Number(today.slice(0, 4))) return refuse('rulebook.past', '已经过去的年份不能改，期限都按当时的日历算过了')
  const problem = calendarProblem(wanted)
  if (problem) return refuse('rulebook.calendar', problem, '《全国年节及纪念日放假办法》第二条')
  const passed = before && changedDays(before, wanted).find((day) => day < today)
  return passed ? refuse('rulebook.passed', `${passed} 已经过去，不能再改`) : null
}

/** The days on which two versions of a year differ. */
export function changedDays(before: Omit<CalendarYear, 'year'>, after: Omit<CalendarYear, 'year'>): Day[] {
  const differ = (a: readonly Day[], b: readonly Day[]) => [
    ...a.filter((day) => !b.includes(day)),
    ...b.filter((day) => !a.includes(day)),
  ]
  return [...new Set([...differ(before.rest, after.rest), ...differ(before.work, after.work)])].sort()
}

const PERIOD = /^(\d+) (日|个工作日|个月|年)$/
const unitOf: Record<string, Period['unit']> = { 日: 'day', 个工作日: 'workingDay', 个月: 'month', 年: 'year' }

/**
 * The day on which a running deadline would be due by another calendar. Only one that the present calendar explains is counted again: a
 * day that the records fix, or a term that ends on its very day, stays.
 */
export function thenDue(running: { since: Day; dueOn: Day; period: string }, now: Calendar, then: Calendar): Day {
  const [, n, unit] = PERIOD.exec(running.period) ?? []
  if (!n) return running.dueOn
  const period = { n: Number(n), unit: unitOf[unit!]! }
  return due(running.since, period, now) === running.dueOn ? due(running.since, period, then) : running.dueOn
}
