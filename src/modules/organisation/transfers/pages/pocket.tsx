import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/transfer',
    component: lazyRouteComponent(() => import('./MyTransferPage.tsx'), 'MyTransferPage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '办一办', title: '转会', note: '换了单位，会籍跟着走', to: '/transfer', order: 30 },
]
