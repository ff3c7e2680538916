import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/joining',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/joining/enter',
    lazyRouteComponent(() => import('./EnterPage.tsx'), 'EnterPage'),
  ),
  page(
    '/joining/poster',
    lazyRouteComponent(() => import('./PosterPage.tsx'), 'PosterPage'),
  ),
  page(
    '/joining/$id',
    lazyRouteComponent(() => import('./ApplicationPage.tsx'), 'ApplicationPage'),
  ),
  page(
    '/joining/$id/paper',
    lazyRouteComponent(() => import('./PaperPage.tsx'), 'PaperPage'),
  ),
] as const

const useWaiting = () => useQuery(api.joining.counts.queryOptions()).data?.open

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '入会审批',
    to: '/joining',
    permission: 'members.view',
    order: 24,
    also: '入会申请 新会员 批准',
    useWaiting,
  },
]
