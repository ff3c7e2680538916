import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/deputies',
    component: lazyRouteComponent(() => import('./MyDeputiesPage.tsx'), 'MyDeputiesPage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '看一看', title: '我的职工代表', note: '谁代表我们，属于哪个选举单位', to: '/deputies', order: 30 },
]
