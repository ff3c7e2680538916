import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { BoardModule } from '#web/menu'
import { board } from '#web/root'

/** The modules that have public pages: `import * as disclosure from '#board/democracy/disclosure'`. */
const modules = [] as const

const own = [
  createRoute({
    getParentRoute: () => board,
    path: '/',
    component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
  }),
] as const

export const pages = [...own] as const

export const { menu, home } = gather(modules)

function gather(all: readonly BoardModule[]) {
  return { menu: all.flatMap((module) => module.menu ?? []), home: all.flatMap((module) => module.home ?? []) }
}
