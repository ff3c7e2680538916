import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/hours',
    component: lazyRouteComponent(() => import('./HoursPage.tsx'), 'HoursPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/cadre',
    component: lazyRouteComponent(() => import('./MyFilePage.tsx'), 'MyFilePage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '我的', title: '工会干部', note: '记工时、培训、能力自评', to: '/cadre', order: 60 },
]
