import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

const own = () => import('./OwnPages.tsx')
const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/found/sign',
    component: lazyRouteComponent(() => import('./SignPage.tsx'), 'SignPage'),
    staticData: { bare: true },
  }),
  page('/found', lazyRouteComponent(own, 'OwnListPage')),
  page('/found/new', lazyRouteComponent(own, 'OpenPage')),
  page('/found/$id', lazyRouteComponent(own, 'OwnPage')),
  page(
    '/found/$id/paper',
    lazyRouteComponent(() => import('./PaperPage.tsx'), 'PaperPage'),
  ),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '办一办', title: '建会', note: '单位没有工会，可以发起', to: '/found', order: 30 },
]
