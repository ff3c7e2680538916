import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/charters/$unionId',
    component: lazyRouteComponent(() => import('./CharterPage.tsx'), 'CharterPage'),
  }),
] as const
