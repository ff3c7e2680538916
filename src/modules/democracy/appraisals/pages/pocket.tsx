import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Panel, PocketEntry } from '#web/menu'
import { pocket } from '#web/root'
import { MarkPanel } from './MarkPanel.tsx'

const own = () => import('./OwnPages.tsx')
const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })

export const pages = [
  page('/appraisals', lazyRouteComponent(own, 'OwnListPage')),
  page('/appraisals/$id', lazyRouteComponent(own, 'OwnPage')),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '投一投', title: '民主评议', note: '无记名评领导、评干部、评工会', to: '/appraisals', order: 40 },
]
export const home: readonly Panel[] = [{ order: 7, component: MarkPanel }]
