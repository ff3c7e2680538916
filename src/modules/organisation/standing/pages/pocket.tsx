import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/leave',
    component: lazyRouteComponent(() => import('./MyStandingPage.tsx'), 'MyStandingPage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '办一办', title: '退会、保留会籍', note: '退休、失业可以保留，不用退', to: '/leave', order: 90 },
]
