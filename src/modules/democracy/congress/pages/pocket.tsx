import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })
const own = () => import('./OwnPages.tsx')

export const pages = [
  page('/congress', lazyRouteComponent(own, 'OwnListPage')),
  page('/congress/$id', lazyRouteComponent(own, 'OwnPage')),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '投一投', title: '职代会', note: '签到、表决、看决议落实', to: '/congress', order: 20 },
]
