import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })

export const pages = [
  page(
    '/proposals',
    lazyRouteComponent(() => import('./offline/MyProposalsPage.tsx'), 'MyProposalsPage'),
  ),
  page(
    '/proposals/write',
    lazyRouteComponent(() => import('./offline/WritePage.tsx'), 'WritePage'),
  ),
  page(
    '/proposals/unit',
    lazyRouteComponent(() => import('./UnitPage.tsx'), 'UnitPage'),
  ),
  page(
    '/proposals/$id',
    lazyRouteComponent(() => import('./ThreadPage.tsx'), 'ThreadPage'),
  ),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '投一投', title: '我的提案', note: '提一条、附议、看办到哪一步', to: '/proposals', order: 20, common: true },
]
