import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/information',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/information/write',
    lazyRouteComponent(() => import('./WritePage.tsx'), 'WritePage'),
  ),
  page(
    '/information/figures',
    lazyRouteComponent(() => import('./FiguresPage.tsx'), 'FiguresPage'),
  ),
  page(
    '/information/$id',
    lazyRouteComponent(() => import('./InformationPage.tsx'), 'InformationPage'),
  ),
  page(
    '/information/$id/write',
    lazyRouteComponent(() => import('./WritePage.tsx'), 'WritePage'),
  ),
] as const

const useWaiting = () => {
  const counts = useQuery(api.information.counts.queryOptions()).data
  return counts && counts.unread + counts.waiting
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '工作信息',
    to: '/information',
    permission: 'unions.view',
    order: 7,
    also: '通知 文件 公文 上报 情况报告 签收 回执 交流',
    useWaiting,
  },
]
