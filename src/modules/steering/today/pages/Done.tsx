import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { EmptyState } from '#web/EmptyState'
import { Section } from '#web/Section'
import { count, dayInWords } from '#web/words'
import { nameOfAct } from '../rules/names.ts'

const DAYS = 30
const SHOWN = 8

/** What I did in the last thirty days, out of the journal, and what my union has done with. */
export function Done() {
  const { data } = useQuery(api.today.done.queryOptions({ input: { days: DAYS } }))
  if (!data) return null
  const { acts, total, fulfilled } = data
  return (
    <Section title="办过的" note={total > 0 ? `近 ${DAYS} 天，我办了 ${count(total)} 次` : `近 ${DAYS} 天`}>
      {acts.length + fulfilled.length === 0 && (
        <EmptyState title="近来还没有办过事">每办一件，这里自动留一行，不用另外填写。</EmptyState>
      )}
      <ul className="done-rows">
        {fulfilled.slice(0, 3).map(({ id, title, closedOn, dueOn }) => (
          <li key={id}>
            <span className="num muted">{dayInWords(closedOn)}</span>
            <Link to={`/supervision/${id}` as '/'} className="plain-link">
              {title}
            </Link>
            <span className={closedOn <= dueOn ? 'chip green' : 'chip'}>{closedOn <= dueOn ? '按期完成' : '完成'}</span>
          </li>
        ))}
        {acts.slice(0, SHOWN).map(({ day, act, times, unions, unionName }) => (
          <li key={`${day} ${act}`}>
            <span className="num muted">{dayInWords(day)}</span>
            <span>
              {nameOfAct(act)}
              {unionName && <span className="faint"> {unions > 1 ? `${unionName}等 ${unions} 家` : unionName}</span>}
            </span>
            <span className="num faint">{count(times)} 次</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
