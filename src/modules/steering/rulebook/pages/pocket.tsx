import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/rules',
    component: lazyRouteComponent(() => import('./PocketRulesPage.tsx'), 'PocketRulesPage'),
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '看一看', title: '查法规', note: '几天内答复、谁能入会、怎么选举，都有条文', to: '/rules', order: 60 },
]
