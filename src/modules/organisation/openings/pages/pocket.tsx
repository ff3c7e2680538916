import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/openings',
    component: lazyRouteComponent(() => import('./OfferedPage.tsx'), 'OfferedPage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '看一看', title: '工会招人', note: '工会岗位的条件和报名', to: '/openings', order: 60 },
]
