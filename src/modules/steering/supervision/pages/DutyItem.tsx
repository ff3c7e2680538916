import { Link } from '@tanstack/react-router'
import { Cite } from '#web/Cite'
import { dayInWords, dueInWords, today } from '#web/words'
import type { Duty } from '../contract.ts'
import { dutyStateNames } from '../rules/names.ts'
import './supervision.css'

/** Where a duty is done, when that is a page here; the words of its button are kept short. */
export const acts = ({ way, id }: Pick<Duty, 'way' | 'id'>) =>
  way.to === null ? { title: '看怎么办', to: `/supervision/${id}` } : { title: way.title || '去办', to: way.to }

type Props = { duty: Duty; isPrimary?: boolean; withUnion?: boolean; at?: string }

/** A duty as a row: when, what, since when, by which article, and the one button that leads to the act. */
export function DutyItem({ duty, isPrimary = false, withUnion = false, at = today() }: Props) {
  const { id, title, subject, unionName, since, dueOn, cite, isLaw, isEstimate, state, openUrges, level } = duty
  const due = dueInWords(dueOn, at)
  const act = acts(duty)
  return (
    <li className="duty">
      <p className={due.isLate ? 'day late' : 'day'}>
        <b>{due.first}</b> {due.second}
      </p>
      <div>
        <p className="duty-title">
          <Link to={`/supervision/${id}` as '/'} className="plain-link">
            {withUnion && <span className="duty-union">{unionName}</span>}
            {title}
            {subject && `（${subject}）`}
          </Link>
        </p>
        <p className="muted duty-note">
          {dayInWords(since, at)}起，{isEstimate ? '预计 ' : ''}
          {dayInWords(dueOn, at)}到期 {cite && <Cite article={isLaw ? cite : `${cite}`} />}
          {state === 'escalated' && (
            <span className="chip red">
              {dutyStateNames.escalated}
              {level > 1 ? '两级' : ''}
            </span>
          )}
          {openUrges > 0 && <span className="chip amber">上级督办中</span>}
        </p>
      </div>
      <Link to={act.to as '/'} className={isPrimary ? 'btn primary' : 'btn plain'}>
        {act.title}
      </Link>
    </li>
  )
}
