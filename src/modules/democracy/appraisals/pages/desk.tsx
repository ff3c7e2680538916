import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/appraisals',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/appraisals/new',
    lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
  ),
  page(
    '/appraisals/$id',
    lazyRouteComponent(() => import('./AppraisalPage.tsx'), 'AppraisalPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  { branch: '民主', title: '民主评议', to: '/appraisals', permission: 'democracy.view', order: 60, also: '测评 评议领导 改进' },
]
