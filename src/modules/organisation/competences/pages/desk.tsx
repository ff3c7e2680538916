import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export { Grid } from './Grid.tsx'
export { RatingSection } from './RatingSection.tsx'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/competences',
    component: lazyRouteComponent(() => import('./GapsPage.tsx'), 'GapsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/competences/standard',
    component: lazyRouteComponent(() => import('./CataloguePage.tsx'), 'CataloguePage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '能力标准',
    to: '/competences',
    permission: 'posts.view',
    order: 44,
    also: '四种能力 协调 组织 创新 服务 差距 自评 职业标准',
  },
]
