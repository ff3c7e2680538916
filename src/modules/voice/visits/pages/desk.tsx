import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { useMe, usePermission } from '#web/me'
import type { MenuEntry, Panel } from '#web/menu'
import { desk } from '#web/root'
import { ContactPanel } from './ContactPanel.tsx'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/contacts',
    lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
  ),
  page(
    '/contacts/points',
    lazyRouteComponent(() => import('./PointsPage.tsx'), 'PointsPage'),
  ),
  page(
    '/contacts/assign',
    lazyRouteComponent(() => import('./AssignPage.tsx'), 'AssignPage'),
  ),
  page(
    '/contacts/plans',
    lazyRouteComponent(() => import('./PlansPage.tsx'), 'PlansPage'),
  ),
  page(
    '/contacts/themes',
    lazyRouteComponent(() => import('./ThemesPage.tsx'), 'ThemesPage'),
  ),
  page(
    '/contacts/visits',
    lazyRouteComponent(() => import('./VisitsPage.tsx'), 'VisitsPage'),
  ),
  page(
    '/contacts/visits/$id',
    lazyRouteComponent(() => import('./VisitPage.tsx'), 'VisitPage'),
  ),
  page(
    '/contacts/problems',
    lazyRouteComponent(() => import('./ProblemsPage.tsx'), 'ProblemsPage'),
  ),
] as const

/** Solutions that one's own union is to confirm. */
const useWaiting = () => {
  const { post } = useMe()
  const mayFile = usePermission('unions.file')
  const input = { unionId: post?.unionId, state: ['fedBack' as const], size: 1 }
  return useQuery({ ...api.visits.problems.queryOptions({ input }), enabled: post !== null && mayFile }).data?.total
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '倾听',
    title: '联系点',
    to: '/contacts',
    permission: 'unions.view',
    order: 50,
    also: '一线工作法 联系基层 空白点 走访计划',
  },
  { branch: '倾听', title: '走访记录', to: '/contacts/visits', permission: 'unions.view', order: 52, also: '调研 下基层' },
  {
    branch: '倾听',
    title: '走访问题',
    to: '/contacts/problems',
    permission: 'unions.view',
    order: 54,
    also: '督办 反馈',
    useWaiting,
  },
]

export const today: readonly Panel[] = [{ order: 60, side: true, permission: 'unions.view', component: ContactPanel }]
