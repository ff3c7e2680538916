import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/courses',
    component: lazyRouteComponent(() => import('./OfferedPage.tsx'), 'OfferedPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/courses/sign-in',
    component: lazyRouteComponent(() => import('./OfferedPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/certificates/$id',
    component: lazyRouteComponent(() => import('./MyCertificatePage.tsx'), 'MyCertificatePage'),
  }),
] as const
