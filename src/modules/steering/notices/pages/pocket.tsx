import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/notices',
    component: lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/notices/preferences',
    component: lazyRouteComponent(() => import('./PreferencePage.tsx'), 'PreferencePage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '我的', title: '提醒', note: '要我办的事，怎么通知我', to: '/notices', order: 40 },
]
