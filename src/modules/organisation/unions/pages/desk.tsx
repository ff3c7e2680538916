import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { client } from '#web/api'
import type { MenuEntry, Searcher } from '#web/menu'
import { desk } from '#web/root'

/** Picks a union; fetched when first shown, since its list box is heavy. */
export const UnionPick = lazy(() => import('./UnionPick.tsx').then(({ UnionPick: default_ }) => ({ default: default_ })))
export { UnionTabs } from './UnionTabs.tsx'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/unions',
    component: lazyRouteComponent(() => import('./NetworkPage.tsx'), 'NetworkPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/unions/list',
    component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/unions/templates',
    component: lazyRouteComponent(() => import('./TemplatesPage.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/unions/$id',
    component: lazyRouteComponent(() => import('./UnionPage.tsx'), 'UnionPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/unions/$id/edit',
    component: lazyRouteComponent(() => import('./FactsPage.tsx'), 'FactsPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  { branch: '组织', title: '工会网络', to: '/unions', permission: 'unions.view', order: 10, also: '组织树 分会 小组 基层工会' },
  {
    branch: '组织',
    title: '单位类型模板',
    to: '/unions/templates',
    permission: 'system.manage',
    order: 90,
    also: '用语 厂务公开 校务公开',
  },
]

export const search: readonly Searcher[] = [
  {
    title: '工会',
    permission: 'unions.view',
    find: async (words, signal) => {
      const rows = await client.unions.search({ text: words }, { signal })
      return rows.slice(0, 6).map(({ id, name, above }) => ({ id, title: name, note: above, to: `/unions/${id}` }))
    },
  },
]
