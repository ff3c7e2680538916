import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/imports',
    component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: 'Excel 导入',
    to: '/imports',
    permission: 'members.exchange',
    order: 28,
    also: '花名册 名册 上传 表格 批量',
  },
]
