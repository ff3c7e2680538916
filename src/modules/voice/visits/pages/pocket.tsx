import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMe } from '#web/me'
import type { Panel } from '#web/menu'
import { pocket } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => pocket,
    path: '/visits',
    component: lazyRouteComponent(() => import('./offline/MyVisitsPage.tsx'), 'MyVisitsPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/visits/$id',
    validateSearch: (search): { point?: string } => (typeof search.point === 'string' ? { point: search.point } : {}),
    component: lazyRouteComponent(() => import('./offline/MyVisitPage.tsx'), 'MyVisitPage'),
  }),
  createRoute({
    getParentRoute: () => pocket,
    path: '/visits/problem/$id',
    component: lazyRouteComponent(() => import('./offline/MyProblemPage.tsx'), 'MyProblemPage'),
  }),
] as const

const NextVisit = lazy(() => import('./offline/NextVisit.tsx'))

/** Only who holds a post may have contact points; nobody else asks the server for them. */
function Visiting() {
  const { posts } = useMe()
  if (posts.length === 0) return null
  return (
    <Suspense>
      <NextVisit />
    </Suspense>
  )
}

export const home: readonly Panel[] = [{ order: 40, component: Visiting }]
