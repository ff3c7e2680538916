import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/standards',
    lazyRouteComponent(() => import('./StandardsPage.tsx'), 'StandardsPage'),
  ),
  page(
    '/standards/new',
    lazyRouteComponent(() => import('./EditPage.tsx'), 'NewPage'),
  ),
  page(
    '/standards/$id',
    lazyRouteComponent(() => import('./StandingPage.tsx'), 'StandingPage'),
  ),
  page(
    '/standards/$id/edit',
    lazyRouteComponent(() => import('./EditPage.tsx'), 'EditPage'),
  ),
  page(
    '/standards/$id/$unionId',
    lazyRouteComponent(() => import('./SheetPage.tsx'), 'SheetPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '规范化建设',
    to: '/standards',
    permission: 'unions.view',
    order: 48,
    also: '标准化 达标 示范 学习型 创新型 服务型 职工之家 自查 验收',
  },
]
