import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BoardEntry } from '#web/menu'
import { board } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => board,
    path: '/found',
    component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
  }),
] as const

export const menu: readonly BoardEntry[] = [{ title: '怎样建会', to: '/found', order: 92 }]
