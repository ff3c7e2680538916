import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const own = () => import('./OwnPages.tsx')
const paper = lazyRouteComponent(() => import('./PaperPage.tsx'), 'PaperPage')

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/founding',
    component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  }),
  createRoute({ getParentRoute: () => desk, path: '/founding/own', component: lazyRouteComponent(own, 'OwnListPage') }),
  createRoute({ getParentRoute: () => desk, path: '/founding/own/new', component: lazyRouteComponent(own, 'OpenPage') }),
  createRoute({ getParentRoute: () => desk, path: '/founding/own/$id', component: lazyRouteComponent(own, 'OwnPage') }),
  createRoute({ getParentRoute: () => desk, path: '/founding/own/$id/paper', component: paper }),
  createRoute({
    getParentRoute: () => desk,
    path: '/founding/$id',
    component: lazyRouteComponent(() => import('./SuperiorPage.tsx'), 'SuperiorPage'),
  }),
  createRoute({ getParentRoute: () => desk, path: '/founding/$id/paper', component: paper }),
] as const

const useWaiting = () => {
  const mayDecide = usePermission('unions.approve')
  return useQuery({ ...api.founding.list.queryOptions({ input: { state: 'filed', size: 1 } }), enabled: mayDecide }).data?.total
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '网上建会',
    to: '/founding',
    permission: 'unions.view',
    order: 12,
    also: '筹备组 建会 组建 批复 设立',
    useWaiting,
  },
]
