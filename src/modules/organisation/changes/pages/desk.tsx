import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/changes',
    component: lazyRouteComponent(() => import('./ChangesPage.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/changes/new',
    component: lazyRouteComponent(() => import('./DraftPage.tsx'), 'DraftPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/changes/speed',
    component: lazyRouteComponent(() => import('./SpeedPage.tsx'), 'SpeedPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/changes/$id',
    component: lazyRouteComponent(() => import('./ChangePage.tsx'), 'ChangePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/changes/$id/edit',
    component: lazyRouteComponent(() => import('./DraftPage.tsx'), 'DraftPage'),
  }),
] as const

const useWaiting = () => {
  const mayDecide = usePermission('unions.approve')
  return useQuery({ ...api.changes.list.queryOptions({ input: { waiting: true, size: 1 } }), enabled: mayDecide }).data?.total
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '组织变更',
    to: '/changes',
    permission: 'unions.view',
    order: 14,
    also: '改名 合并 撤销 隶属 批复',
    useWaiting,
  },
]
