import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/congress',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/congress/$id',
    lazyRouteComponent(() => import('./SessionPage.tsx'), 'SessionPage'),
  ),
  createRoute({
    getParentRoute: () => desk,
    path: '/congress/$id/screen',
    component: lazyRouteComponent(() => import('./ScreenPage.tsx'), 'ScreenPage'),
    staticData: { bare: true },
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '民主',
    title: '职代会',
    to: '/congress',
    permission: 'democracy.view',
    order: 12,
    also: '职工代表大会 教代会 职工大会 联席会议 决议 主席团 签到 表决',
  },
]
