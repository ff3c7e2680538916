import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export { SelectionSection } from './SelectionSection.tsx'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/openings',
    lazyRouteComponent(() => import('./OpeningsPage.tsx'), 'OpeningsPage'),
  ),
  page(
    '/openings/new',
    lazyRouteComponent(() => import('./EditPage.tsx'), 'NewPage'),
  ),
  page(
    '/openings/$id/edit',
    lazyRouteComponent(() => import('./EditPage.tsx'), 'EditPage'),
  ),
  page(
    '/openings/$id',
    lazyRouteComponent(() => import('./OpeningPage.tsx'), 'OpeningPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '岗位招聘与选任',
    to: '/openings',
    permission: 'posts.view',
    order: 42,
    also: '招聘 竞争上岗 选拔任用 人选 公示 招人',
  },
]
