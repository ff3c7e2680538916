import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/disclosure',
    component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/disclosure/picture',
    component: lazyRouteComponent(() => import('./PicturePage.tsx'), 'PicturePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/disclosure/verify',
    component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/disclosure/reports',
    component: lazyRouteComponent(() => import('./ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/disclosure/plans/$unionId',
    component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/disclosure/items/$id',
    component: lazyRouteComponent(() => import('./ItemPage.tsx'), 'ItemPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '民主',
    title: '公开',
    to: '/disclosure',
    permission: 'democracy.view',
    order: 40,
    also: '厂务公开 校务公开 院务公开 政务公开 会务公开 公开栏',
  },
]
