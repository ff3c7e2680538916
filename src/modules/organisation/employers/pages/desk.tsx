import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { client } from '#web/api'
import type { MenuEntry, Searcher } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/employers',
    component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/employers/list',
    component: lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/employers/add',
    component: lazyRouteComponent(() => import('./FactsPage.tsx'), 'FactsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/employers/keys',
    component: lazyRouteComponent(() => import('./KeysPage.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/employers/$id',
    component: lazyRouteComponent(() => import('./EmployerPage.tsx'), 'EmployerPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/employers/$id/edit',
    component: lazyRouteComponent(() => import('./FactsPage.tsx'), 'FactsPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '建会覆盖',
    to: '/employers',
    permission: 'unions.view',
    order: 16,
    also: '应建尽建 空白点 用人单位 建会率',
  },
  { branch: '组织', title: '重点企业', to: '/employers/keys', permission: 'unions.view', order: 18, also: '百强 指导员 走访' },
]

export const search: readonly Searcher[] = [
  {
    title: '用人单位',
    permission: 'unions.view',
    find: async (words, signal) => {
      const { rows } = await client.employers.list({ text: words, size: 6 }, { signal })
      return rows.map(({ id, name, unionName }) => ({ id, title: name, note: unionName, to: `/employers/${id}` }))
    },
  },
]
