import { dueInWords } from '#web/words'
import type { Duty } from '../contract.ts'

/** The due day as a list shows it: 逾 4 天 in red, 11-25 周三; of what is done only the day. */
export function DueCell({ dueOn, closedOn, isEstimate }: Pick<Duty, 'dueOn' | 'closedOn' | 'isEstimate'>) {
  if (closedOn) return <span className="num faint">{dueOn}</span>
  const { first, second, isLate } = dueInWords(dueOn)
  return (
    <span className={isLate ? 'due-cell late' : 'due-cell'}>
      {first} {second}
      {isEstimate && <span className="faint">（估）</span>}
    </span>
  )
}
