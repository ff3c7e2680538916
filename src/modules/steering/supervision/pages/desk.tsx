import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import { useMe } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export { AskDialog } from './AskDialog.tsx'
export { acts, DutyItem } from './DutyItem.tsx'
export { UrgeDialog } from './UrgeDialog.tsx'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/supervision',
    lazyRouteComponent(() => import('./DutiesPage.tsx'), 'DutiesPage'),
  ),
  page(
    '/supervision/calendar',
    lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
  ),
  page(
    '/supervision/urges',
    lazyRouteComponent(() => import('./UrgesPage.tsx'), 'UrgesPage'),
  ),
  page(
    '/supervision/feed',
    lazyRouteComponent(() => import('./FeedPage.tsx'), 'FeedPage'),
  ),
  page(
    '/supervision/assemblies',
    lazyRouteComponent(() => import('./AssembliesPage.tsx'), 'AssembliesPage'),
  ),
  page(
    '/supervision/clocks',
    lazyRouteComponent(() => import('./ClocksPage.tsx'), 'ClocksPage'),
  ),
  page(
    '/supervision/$id',
    lazyRouteComponent(() => import('./DutyPage.tsx'), 'DutyPage'),
  ),
] as const

/** What one's post owes: asked once for the first screen and the menu. */
export const mineOptions = () => api.supervision.list.queryOptions({ input: { whose: 'mine', size: 100 } })

const useOverdue = () => {
  const { post, permissions } = useMe()
  const isAsked = post !== null && permissions.includes('unions.view')
  const counts = useQuery({ ...mineOptions(), enabled: isAsked }).data?.counts
  return counts && counts.overdue + counts.escalated + counts.warned
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '应办事项',
    to: '/supervision',
    permission: 'unions.view',
    order: 10,
    also: '期限 时限 逾期 到期 待办 督办 催办',
    useWaiting: useOverdue,
  },
  {
    branch: '长效',
    title: '督办单',
    to: '/supervision/urges',
    permission: 'unions.view',
    order: 12,
    also: '催办 督查 答复',
  },
  {
    branch: '长效',
    title: '大会记录',
    to: '/supervision/assemblies',
    permission: 'unions.view',
    order: 14,
    also: '会员大会 会员代表大会 年度会议',
  },
]
