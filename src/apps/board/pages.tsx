import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as unions from '#board/organisation/unions'
import type { BoardModule } from '#web/menu'
import { board } from '#web/root'

const own = [
  createRoute({
    getParentRoute: () => board,
    path: '/',
    component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => board,
    path: '/verify',
    component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
  }),
] as const

const house = { pages: own, menu: [{ title: '核对选举', to: '/verify', order: 80 }] }

/** The modules with pages for the public: `import * as disclosure from '#board/democracy/disclosure'`, and its name here. */
import * as joining from '#board/organisation/joining'
import * as founding from '#board/organisation/founding'
import * as elections from '#board/organisation/elections'
import * as disclosure from '#board/democracy/disclosure'
const modules = [house, unions, joining, founding, elections, disclosure] as const

export const pages = modules.flatMap((module) => [...module.pages])

export const { menu, home } = gather(modules)

function gather(all: readonly BoardModule[]) {
  return { menu: all.flatMap((module) => module.menu ?? []), home: all.flatMap((module) => module.home ?? []) }
}
