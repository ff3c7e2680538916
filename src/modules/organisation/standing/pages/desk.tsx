import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/standing',
    lazyRouteComponent(() => import('./ChangesPage.tsx'), 'ChangesPage'),
  ),
  page(
    '/standing/open',
    lazyRouteComponent(() => import('./OpenPage.tsx'), 'OpenPage'),
  ),
  page(
    '/standing/$id',
    lazyRouteComponent(() => import('./ChangePage.tsx'), 'ChangePage'),
  ),
] as const

const useWaiting = () => {
  const { data } = useQuery(api.standing.counts.queryOptions())
  return data && data.open + data.unreported
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '会籍变动',
    to: '/standing',
    permission: 'members.view',
    order: 26,
    also: '保留会籍 退会 开除 恢复',
    useWaiting,
  },
]
