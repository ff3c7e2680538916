import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import type { MenuEntry, Panel } from '#web/menu'
import { desk } from '#web/root'
import { WaitingPanel } from './WaitingPanel.tsx'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })
const bare = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component, staticData: { bare: true } })

export const pages = [
  page(
    '/elections',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/elections/new',
    lazyRouteComponent(() => import('./NewPage.tsx'), 'NewPage'),
  ),
  page(
    '/elections/$id',
    lazyRouteComponent(() => import('./ElectionPage.tsx'), 'ElectionPage'),
  ),
  page(
    '/elections/$id/roll',
    lazyRouteComponent(() => import('./RollPage.tsx'), 'RollPage'),
  ),
  page(
    '/elections/$id/papers',
    lazyRouteComponent(() => import('./PapersPage.tsx'), 'PapersPage'),
  ),
  page(
    '/elections/$id/station',
    lazyRouteComponent(() => import('./StationPage.tsx'), 'StationPage'),
  ),
  bare(
    '/elections/$id/screen',
    lazyRouteComponent(() => import('./ScreenPage.tsx'), 'ScreenPage'),
  ),
] as const

const useWaiting = () => {
  const mayDecide = usePermission('unions.approve')
  return useQuery({ ...api.elections.list.queryOptions({ input: { waiting: true, size: 1 } }), enabled: mayDecide }).data?.total
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '选举换届',
    to: '/elections',
    permission: 'unions.view',
    order: 14,
    also: '换届 补选 罢免 选票 会员大会 职工代表 会员代表 候选人',
    useWaiting,
  },
]

export const today: readonly Panel[] = [{ order: 18, permission: 'unions.approve', component: WaitingPanel }]
