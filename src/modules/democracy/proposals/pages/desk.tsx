import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import { useMe, usePermission } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/proposals',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/proposals/inbox',
    lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
  ),
  page(
    '/proposals/examine',
    lazyRouteComponent(() => import('./ExaminePage.tsx'), 'ExaminePage'),
  ),
  page(
    '/proposals/windows',
    lazyRouteComponent(() => import('./WindowsPage.tsx'), 'WindowsPage'),
  ),
  page(
    '/proposals/figures',
    lazyRouteComponent(() => import('./FiguresPage.tsx'), 'FiguresPage'),
  ),
  page(
    '/proposals/$id',
    lazyRouteComponent(() => import('./ProposalPage.tsx'), 'ProposalPage'),
  ),
] as const

const useCount = (state: 'collected' | 'assigned', isAsked: boolean) => {
  const { post } = useMe()
  const input = { state: [state], unionId: post?.unionId, size: 1 }
  return useQuery({ ...api.proposals.list.queryOptions({ input }), enabled: post !== null && isAsked }).data?.total
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '民主',
    title: '职工提案',
    to: '/proposals',
    permission: 'democracy.view',
    order: 30,
    also: '提案 立案 答复 合理化建议',
  },
  {
    branch: '民主',
    title: '审查提案',
    to: '/proposals/examine',
    permission: 'democracy.manage',
    order: 31,
    also: '提案委员会 并案',
    useWaiting: () => useCount('collected', usePermission('democracy.manage')),
  },
  {
    branch: '民主',
    title: '待答复的提案',
    to: '/proposals/inbox',
    permission: 'democracy.answer',
    order: 32,
    also: '承办 主办 协办',
    useWaiting: () => useCount('assigned', usePermission('democracy.answer')),
  },
  { branch: '民主', title: '提案征集', to: '/proposals/windows', permission: 'democracy.view', order: 33 },
  {
    branch: '民主',
    title: '提案情况',
    to: '/proposals/figures',
    permission: 'democracy.view',
    order: 34,
    also: '采纳 经济效益 占比',
  },
]
