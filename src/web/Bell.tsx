import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { count } from '#web/words'

/** How many notices one has not read, a press away from them. A number and no alarm: it does not blink and makes no sound. */
export function Bell() {
  const { data } = useQuery({ ...api.notices.count.queryOptions(), refetchInterval: 60_000 })
  const unread = data?.unread ?? 0
  return (
    <Link to={'/notices' as '/'} className="bell" aria-label={unread ? `提醒，${count(unread)} 条没看` : '提醒'}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5a2.2 2.2 0 0 0 4 0" />
      </svg>
      {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
    </Link>
  )
}
