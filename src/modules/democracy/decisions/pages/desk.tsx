import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })
const powers = () => import('./PowersPages.tsx')

export const pages = [
  page(
    '/decisions',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/decisions/new',
    lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
  ),
  page(
    '/decisions/missed',
    lazyRouteComponent(() => import('./MissedPage.tsx'), 'MissedPage'),
  ),
  page('/decisions/instruments', lazyRouteComponent(powers, 'InstrumentsPage')),
  page(
    '/decisions/items',
    lazyRouteComponent(() => import('./ItemsPage.tsx'), 'ItemsPage'),
  ),
  page(
    '/decisions/rights',
    lazyRouteComponent(() => import('./RightsPage.tsx'), 'RightsPage'),
  ),
  page(
    '/decisions/$id',
    lazyRouteComponent(() => import('./MatterPage.tsx'), 'MatterPage'),
  ),
] as const

const permission = 'democracy.view' as const
export const menu: readonly MenuEntry[] = [
  { branch: '民主', title: '重大决策', to: '/decisions', permission, order: 50, also: '三重一大 共商 合议 征求意见' },
  { branch: '民主', title: '工会职权', to: '/decisions/instruments', permission, order: 52, also: '建议书 告知书 四权' },
  { branch: '民主', title: '行政计划', to: '/decisions/items', permission, order: 54, also: '工作计划 中心工作 人财物' },
  { branch: '民主', title: '权利义务', to: '/decisions/rights', permission, order: 56, also: '16 条' },
]
