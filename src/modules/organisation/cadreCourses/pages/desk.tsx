import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export { TrainingSection } from './TrainingSection.tsx'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/courses',
    lazyRouteComponent(() => import('./CoursesPage.tsx'), 'CoursesPage'),
  ),
  page(
    '/courses/new',
    lazyRouteComponent(() => import('./EditPage.tsx'), 'NewPage'),
  ),
  page(
    '/courses/$id',
    lazyRouteComponent(() => import('./CoursePage.tsx'), 'CoursePage'),
  ),
  page(
    '/courses/$id/edit',
    lazyRouteComponent(() => import('./EditPage.tsx'), 'EditPage'),
  ),
  page(
    '/certificates/$id',
    lazyRouteComponent(() => import('./CertificatePage.tsx'), 'CertificatePage'),
  ),
  page(
    '/trainings',
    lazyRouteComponent(() => import('./TrainingsPage.tsx'), 'TrainingsPage'),
  ),
  page(
    '/qualification',
    lazyRouteComponent(() => import('./OwingPage.tsx'), 'OwingPage'),
  ),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '干部培训',
    to: '/courses',
    permission: 'posts.view',
    order: 42,
    also: '课程 上岗资格 证书 签到 学时 报名',
  },
]
