import type { ReactNode } from 'react'
import { Cite, type Citation } from '#web/Cite'
import { dueInWords } from '#web/words'

type Props = {
  /** What is owed, to whom: 批复恒达机械工会选举结果. */
  title: ReactNode
  /** Since when, from which fact: 收到报告 11-04，应在 15 日内批复. */
  note?: ReactNode
  cite?: Citation | string | undefined
  /** The calendar day it is due on; none for what has no clock. */
  dueOn?: string | undefined
  /** One button. Primary for the first overdue row only. */
  act?: ReactNode
}

/** A row of who, what, since when, by which article, and one button. */
export function DutyRow({ title, note, cite, dueOn, act }: Props) {
  const due = dueOn === undefined ? null : dueInWords(dueOn)
  return (
    <li className="duty">
      <p className={due?.isLate ? 'day late' : 'day'}>
        {due && (
          <>
            <b>{due.first}</b> {due.second}
          </>
        )}
      </p>
      <div>
        <p className="duty-title">{title}</p>
        <p className="muted">
          {note} {cite && <Cite {...(typeof cite === 'string' ? { article: cite } : cite)} />}
        </p>
      </div>
      {act}
    </li>
  )
}

/** The list such rows stand in. */
export const DutyList = ({ children }: { children: ReactNode }) => <ul className="duties">{children}</ul>
