import { Link, useRouterState } from '@tanstack/react-router'
import { useMe } from '#web/me'
import type { Power } from '#kit/powers'
import './unions.css'

/** What there is of one union, each on its own page; the pages belong to the modules that keep it. */
const tabs: readonly { title: string; to: (id: string) => string; search?: (id: string) => object; power?: Power }[] = [
  { title: '基本情况', to: (id) => `/unions/${id}` },
  { title: '任职', to: (id) => `/posts/${id}`, power: 'posts.view' },
  { title: '会员', to: () => '/members', search: (id) => ({ union: id }), power: 'members.view' },
  { title: '变更', to: () => '/changes', search: (id) => ({ union: id }) },
  { title: '章程', to: (id) => `/charters/${id}` },
  { title: '四方责任', to: (id) => `/leadership/${id}` },
]

export function UnionTabs({ id }: { id: string }) {
  const { permissions } = useMe()
  const at = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <nav className="union-tabs no-print" aria-label="这家工会">
      {tabs
        .filter(({ power }) => !power || permissions.includes(power))
        .map(({ title, to, search }) => (
          <Link
            key={title}
            to={to(id) as '/'}
            search={(search?.(id) ?? {}) as never}
            activeOptions={{ exact: true }}
            aria-current={at === to(id) ? 'page' : undefined}
          >
            {title}
          </Link>
        ))}
    </nav>
  )
}
