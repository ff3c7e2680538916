import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Panel, PocketEntry } from '#web/menu'
import { pocket } from '#web/root'
import { AskedPanel } from './AskedPanel.tsx'

const own = () => import('./OwnPages.tsx')
const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })

export const pages = [
  page('/decisions', lazyRouteComponent(own, 'OwnListPage')),
  page('/decisions/$id', lazyRouteComponent(own, 'OwnPage')),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '投一投', title: '单位大事征求意见', note: '看草案、说意见、看结果', to: '/decisions', order: 30 },
]
export const home: readonly Panel[] = [{ order: 6, component: AskedPanel }]
