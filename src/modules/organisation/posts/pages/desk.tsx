import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/posts',
    component: lazyRouteComponent(() => import('./CommitteesPage.tsx'), 'CommitteesPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/posts/holders',
    component: lazyRouteComponent(() => import('./HoldersPage.tsx'), 'HoldersPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/posts/kinds',
    component: lazyRouteComponent(() => import('./KindsPage.tsx'), 'KindsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/posts/$unionId',
    component: lazyRouteComponent(() => import('./UnionPostsPage.tsx'), 'UnionPostsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/posts/$unionId/appoint',
    component: lazyRouteComponent(() => import('./AppointPage.tsx'), 'AppointPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/posts/$unionId/hand-over/$id',
    component: lazyRouteComponent(() => import('./HandOverPage.tsx'), 'HandOverPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '任职与五委',
    to: '/posts',
    permission: 'posts.view',
    order: 30,
    also: '换届 主席 委员 女职工委员会 经审 空缺 编制',
  },
]
