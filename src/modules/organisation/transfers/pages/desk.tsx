import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/transfers',
    lazyRouteComponent(() => import('./TransfersPage.tsx'), 'TransfersPage'),
  ),
  page(
    '/transfers/start',
    lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
  ),
  page(
    '/transfers/$id',
    lazyRouteComponent(() => import('./TransferPage.tsx'), 'TransferPage'),
  ),
] as const

const useWaiting = () => useQuery(api.transfers.counts.queryOptions()).data?.waiting

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '转会',
    to: '/transfers',
    permission: 'members.view',
    order: 25,
    also: '会籍转移 接转 转出 转入',
    useWaiting,
  },
]
