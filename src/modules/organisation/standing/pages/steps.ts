import type { Step } from '#web/StateSteps'
import { dayInWords } from '#web/words'
import type { Row } from '../contract.ts'
import { stepNames } from '../contract/words.ts'

/** The steps of a change by its kind, with their days. */
export function stepsOf(row: Row): Step[] {
  const { kind, state, openedOn, educatedOn, discussedOn, decidedOn, reportedOn, droppedOn, reason } = row
  const wanted: [string, string | null][] = [[stepNames.opened, openedOn]]
  if (kind === 'deemed') wanted.push([stepNames.educated, educatedOn])
  if (kind === 'expel') wanted.push([stepNames.discussed, discussedOn])
  wanted.push([kind === 'leave' ? stepNames.announced : stepNames.decided, decidedOn])
  if (kind === 'expel') wanted.push([stepNames.reported, reportedOn])
  const now = state === 'dropped' ? -1 : wanted.findIndex(([, day]) => day === null)
  const steps = wanted.map(
    ([title, day], at): Step => ({ title, state: day ? 'done' : at === now ? 'now' : 'later', note: day && dayInWords(day) }),
  )
  return state === 'dropped'
    ? [
        ...steps.filter(({ state: at }) => at === 'done'),
        { title: `没有办（${dayInWords(droppedOn!)}）`, state: 'stopped', note: reason },
      ]
    : steps
}
