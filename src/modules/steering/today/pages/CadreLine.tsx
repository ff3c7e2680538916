import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { useMe } from '#web/me'
import { count, dayInWords } from '#web/words'

/** On the phone of who holds a post: one line about what it owes, and the way to the desk, which works on a phone too. */
export function CadreLine() {
  const { post, permissions } = useMe()
  const isCadre = post !== null && permissions.includes('unions.view')
  const owed = useQuery({
    ...api.supervision.list.queryOptions({ input: { whose: 'mine', states: ['warned', 'overdue', 'escalated'], size: 1 } }),
    enabled: isCadre,
  })
  const { rows: [first] = [], counts } = owed.data ?? {}
  if (!post || !counts || !first) return null
  const late = counts.overdue + counts.escalated
  return (
    <section className="card waiting" aria-label="工会工作">
      <p>
        <span className={late > 0 ? 'chip red' : 'chip amber'}>
          {late > 0 ? `${count(late)} 件过期` : `${count(counts.warned)} 件快到期`}
        </span>
      </p>
      <h2>
        {first.title}
        {first.subject && `（${first.subject}）`}
      </h2>
      <p className="muted">
        {post.unionName}
        {post.title}，{dayInWords(first.dueOn)}到期
      </p>
      <a className="btn primary" href="/">
        去办
      </a>
    </section>
  )
}
