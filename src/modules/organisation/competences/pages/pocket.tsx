import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/ability',
    component: lazyRouteComponent(() => import('./MyAbilityPage.tsx'), 'MyAbilityPage'),
  }),
] as const
