import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BoardEntry } from '#web/menu'
import { board } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => board,
    path: '/disclosure',
    component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => board,
    path: '/disclosure/$id',
    component: lazyRouteComponent(() => import('./ProofPage.tsx'), 'ProofPage'),
  }),
] as const

export const menu: readonly BoardEntry[] = [{ title: '公开栏', to: '/disclosure', order: 70 }]
