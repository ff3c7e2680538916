import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/appraisals',
    component: lazyRouteComponent(() => import('./AppraisalsPage.tsx'), 'AppraisalsPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  { branch: '组织', title: 'appraisals', to: '/appraisals', permission: 'unions.view', order: 90 },
]
