import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/picture',
    lazyRouteComponent(() => import('./PicturePage.tsx'), 'PicturePage'),
  ),
  page(
    '/unions/$id/duties',
    lazyRouteComponent(() => import('./UnionPage.tsx'), 'UnionPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '全景',
    to: '/picture',
    permission: 'unions.view',
    order: 6,
    also: '下级工会 全部工会 一格一家',
  },
]

/** The first screen; asked for when it is opened. */
export const Today = lazyRouteComponent(() => import('./Today.tsx'), 'Today')
