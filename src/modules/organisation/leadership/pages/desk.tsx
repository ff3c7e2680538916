import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry, Panel } from '#web/menu'
import { desk } from '#web/root'
import { MinePanel } from './MinePanel.tsx'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/leadership',
    component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/leadership/$unionId',
    component: lazyRouteComponent(() => import('./UnionLeadershipPage.tsx'), 'UnionLeadershipPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '四方责任',
    to: '/leadership',
    permission: 'unions.view',
    order: 34,
    also: '党委 行政 协同 责任人 决定',
  },
]

export const today: readonly Panel[] = [{ order: 24, component: MinePanel }]
