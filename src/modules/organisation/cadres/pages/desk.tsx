import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/cadres',
    lazyRouteComponent(() => import('./CadresPage.tsx'), 'CadresPage'),
  ),
  page(
    '/cadres/load',
    lazyRouteComponent(() => import('./LoadPage.tsx'), 'LoadPage'),
  ),
  page(
    '/cadres/$memberId',
    lazyRouteComponent(() => import('./FilePage.tsx'), 'FilePage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '工会干部',
    to: '/cadres',
    permission: 'posts.view',
    order: 40,
    also: '专职 兼职 干部档案 工时 挤占 台账',
  },
]
