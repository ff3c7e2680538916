import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/insight',
    component: lazyRouteComponent(() => import('./InsightPage.tsx'), 'InsightPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/insight/records',
    component: lazyRouteComponent(() => import('./RecordsPage.tsx'), 'RecordsPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '统计',
    to: '/insight',
    permission: 'statistics.view',
    order: 50,
    also: '报表 人数 年龄 学历 用工形式 走势 图表',
  },
]
