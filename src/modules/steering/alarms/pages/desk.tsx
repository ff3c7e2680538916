import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import { useMe } from '#web/me'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/alarms',
    lazyRouteComponent(() => import('./AlarmsPage.tsx'), 'AlarmsPage'),
  ),
  page(
    '/alarms/makeup',
    lazyRouteComponent(() => import('./MakeUpPage.tsx'), 'MakeUpPage'),
  ),
  page(
    '/alarms/$id',
    lazyRouteComponent(() => import('./AlarmPage.tsx'), 'AlarmPage'),
  ),
] as const

const useOpen = () => {
  const { post, permissions } = useMe()
  const isAsked = post !== null && permissions.includes('unions.view')
  const figures = useQuery({ ...api.alarms.figures.queryOptions({ input: {} }), enabled: isAsked }).data
  return figures?.counts.reduce((sum, { alarms }) => sum + alarms, 0)
}

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '预警',
    to: '/alarms',
    permission: 'unions.view',
    order: 8,
    also: '会员流失 主席空缺 组织断层',
    useWaiting: useOpen,
  },
]
