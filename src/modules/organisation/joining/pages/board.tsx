import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BoardEntry } from '#web/menu'
import { board } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => board,
    path: '/join',
    component: lazyRouteComponent(() => import('./BoardJoinPage.tsx'), 'BoardJoinPage'),
  }),
] as const

export const menu: readonly BoardEntry[] = [{ title: '怎样入会', to: '/join', order: 90 }]
