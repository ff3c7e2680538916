import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/disclosure',
    component: lazyRouteComponent(() => import('./MinePage.tsx'), 'MinePage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/disclosure/$id',
    component: lazyRouteComponent(() => import('./ReadPage.tsx'), 'ReadPage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  {
    place: '看一看',
    title: '单位公开了什么',
    note: '工资、福利、晋升、经营，看了可以提问',
    to: '/disclosure',
    order: 20,
    common: true,
  },
]
