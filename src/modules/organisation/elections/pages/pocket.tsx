import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Panel, PocketEntry } from '#web/menu'
import { pocket } from '#web/root'
import { VotePanel } from './VotePanel.tsx'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })
const own = () => import('./OwnPages.tsx')

export const pages = [
  page('/elections', lazyRouteComponent(own, 'OwnListPage')),
  page('/elections/$id', lazyRouteComponent(own, 'OwnPage')),
  page('/elections/$id/here', lazyRouteComponent(own, 'HerePage')),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '投一投', title: '工会选举', note: '看候选人、投票、查结果', to: '/elections', order: 10 },
]
export const home: readonly Panel[] = [{ order: 5, component: VotePanel }]
