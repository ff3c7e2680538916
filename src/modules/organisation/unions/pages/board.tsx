import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BoardEntry } from '#web/menu'
import { board } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => board,
    path: '/find',
    component: lazyRouteComponent(() => import('./FindPage.tsx'), 'FindPage'),
  }),
] as const

export const menu: readonly BoardEntry[] = [{ title: '找到我的工会', to: '/find', order: 10 }]
