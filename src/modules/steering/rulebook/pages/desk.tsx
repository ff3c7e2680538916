import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { client } from '#web/api'
import type { MenuEntry, Searcher } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook',
    component: lazyRouteComponent(() => import('./LibraryPage.tsx'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook/clocks',
    component: lazyRouteComponent(() => import('./ClocksPage.tsx'), 'ClocksPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook/calendar',
    component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook/documents',
    component: lazyRouteComponent(() => import('./DocumentsPage.tsx'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook/documents/new',
    component: lazyRouteComponent(() => import('./DocumentForm.tsx'), 'DocumentForm'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook/documents/$id',
    component: lazyRouteComponent(() => import('./DocumentPage.tsx'), 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/rulebook/$id',
    component: lazyRouteComponent(() => import('./StatutePage.tsx'), 'StatutePage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '法规库',
    to: '/rulebook',
    order: 70,
    also: '法律 条款 依据 规则 文件 地方规定 本级规定 期限 时钟',
  },
  { branch: '长效', title: '工作日历', to: '/rulebook/calendar', order: 71, also: '放假 调休 节假日 工作日 休 班' },
]

export const search: readonly Searcher[] = [
  {
    title: '法规',
    find: async (text, signal) => {
      const { rows } = await client.rulebook.search({ text, size: 6 }, { signal })
      return rows.map(({ id, says, cite }) => ({ id, title: says, note: cite, to: `/rulebook/${id}` }))
    },
  },
]
