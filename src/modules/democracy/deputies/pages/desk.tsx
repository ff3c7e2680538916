import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/deputies',
    lazyRouteComponent(() => import('./OwnTermPage.tsx'), 'OwnTermPage'),
  ),
  page(
    '/deputies/$unionId',
    lazyRouteComponent(() => import('./DeputiesPage.tsx'), 'DeputiesPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '民主',
    title: '职工代表',
    to: '/deputies',
    permission: 'democracy.view',
    order: 10,
    also: '代表名额 代表团 罢免 补选 专门委员会 教代会代表',
  },
]
