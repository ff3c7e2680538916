import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

const bare = { staticData: { bare: true } } as const

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/join',
    component: lazyRouteComponent(() => import('./JoinPage.tsx'), 'JoinPage'),
    ...bare,
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/join/state',
    component: lazyRouteComponent(() => import('./StatePage.tsx'), 'StatePage'),
    ...bare,
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/card',
    component: lazyRouteComponent(() => import('./CardPage.tsx'), 'CardPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/card/check',
    component: lazyRouteComponent(() => import('./CheckPage.tsx'), 'CheckPage'),
    ...bare,
  }),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '办一办', title: '会员证', note: '出示二维码，享受会员服务', to: '/card', order: 10, common: true },
  { place: '办一办', title: '入会', note: '一分钟填完，看得到进度', to: '/join', order: 20 },
]
