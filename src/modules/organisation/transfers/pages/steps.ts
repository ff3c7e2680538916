import type { Step } from '#web/StateSteps'
import { dayInWords, momentInWords } from '#web/words'
import type { Row } from '../contract.ts'
import { sideNames } from '../contract/words.ts'

/** The three yeses and the end, as a chain. */
export function stepsOf(row: Row): Step[] {
  const { startedBy, startedOn, agreedAt, releasedAt, takenAt, state, refusedBy, reason } = row
  const isOver = state === 'refused' || state === 'withdrawn'
  const said = (title: string, at: Date | null): Step =>
    at ? { title, state: 'done', note: momentInWords(at) } : { title, state: isOver ? 'later' : 'now' }
  return [
    { title: `${sideNames[startedBy]}提出`, state: 'done', note: dayInWords(startedOn) },
    said('本人同意', agreedAt),
    said('原工会转出', releasedAt),
    said('新工会接收', takenAt),
    isOver
      ? {
          title: state === 'withdrawn' ? '已撤回' : `${refusedBy ? sideNames[refusedBy] : ''}不同意`,
          state: 'stopped',
          note: reason,
        }
      : { title: '会籍转入', state: state === 'accepted' ? 'done' : 'later' },
  ]
}
