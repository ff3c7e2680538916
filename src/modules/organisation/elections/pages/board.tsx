import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BoardEntry } from '#web/menu'
import { board } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => board, path, component })
const results = () => import('./ResultPages.tsx')

export const pages = [
  page('/elections', lazyRouteComponent(results, 'ResultListPage')),
  page('/elections/$id', lazyRouteComponent(results, 'ResultPage')),
  createRoute({
    getParentRoute: () => board,
    path: '/kiosk/$id',
    component: lazyRouteComponent(() => import('./KioskPage.tsx'), 'KioskPage'),
    staticData: { bare: true },
  }),
] as const

export const menu: readonly BoardEntry[] = [{ title: '选举结果', to: '/elections', order: 40 }]
