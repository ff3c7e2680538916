import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/nominate',
    component: lazyRouteComponent(() => import('./NominatePage.tsx'), 'NominatePage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '说一说', title: '推荐积极分子', note: '身边谁热心，说给工会听', to: '/nominate', order: 60 },
]
