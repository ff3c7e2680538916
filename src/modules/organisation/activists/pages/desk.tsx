import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/activists',
    lazyRouteComponent(() => import('./ActivistsPage.tsx'), 'ActivistsPage'),
  ),
  page(
    '/activists/find',
    lazyRouteComponent(() => import('./FindPage.tsx'), 'FindPage'),
  ),
  page(
    '/activists/$id',
    lazyRouteComponent(() => import('./ActivistPage.tsx'), 'ActivistPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  { branch: '组织', title: '积极分子', to: '/activists', permission: 'members.view', order: 46, also: '骨干 推荐 事迹' },
]
