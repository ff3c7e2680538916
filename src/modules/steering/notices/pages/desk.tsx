import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api } from '#web/api'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/notices',
    lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
  ),
  page(
    '/notices/preferences',
    lazyRouteComponent(() => import('./PreferencePage.tsx'), 'PreferencePage'),
  ),
  page(
    '/notices/figures',
    lazyRouteComponent(() => import('./FiguresPage.tsx'), 'FiguresPage'),
  ),
] as const

const useWaiting = () => useQuery(api.notices.count.queryOptions()).data?.unread

export const menu: readonly MenuEntry[] = [
  { branch: '长效', title: '提醒', to: '/notices', order: 5, also: '消息 通知 收件箱 待办 免打扰', useWaiting },
  {
    branch: '长效',
    title: '提醒发送',
    to: '/notices/figures',
    permission: 'system.manage',
    order: 82,
    also: '短信 邮件 企业微信 钉钉 死信 消息数',
  },
]
