import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PocketEntry } from '#web/menu'
import { pocket } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => pocket, path, component })

export const pages = [
  page(
    '/record',
    lazyRouteComponent(() => import('./MyRecordPage.tsx'), 'MyRecordPage'),
  ),
  page(
    '/record/correct',
    lazyRouteComponent(() => import('./MyCorrectionPage.tsx'), 'MyCorrectionPage'),
  ),
  page(
    '/record/looks',
    lazyRouteComponent(() => import('./MyDataPages.tsx'), 'MyLooksPage'),
  ),
  page(
    '/record/consents',
    lazyRouteComponent(() => import('./MyDataPages.tsx'), 'MyConsentsPage'),
  ),
] as const

export const menu: readonly PocketEntry[] = [
  { place: '我的', title: '我的资料', note: '看看对不对，要改就说', to: '/record', order: 10 },
  { place: '我的', title: '谁看过我的资料', note: '什么时候、为什么', to: '/record/looks', order: 60 },
  { place: '我的', title: '同意与撤回', note: '哪些用途要您点头', to: '/record/consents', order: 70 },
]
