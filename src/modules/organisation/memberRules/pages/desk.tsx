import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/member-rules',
    component: lazyRouteComponent(() => import('./MemberRulesPage.tsx'), 'MemberRulesPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '组织',
    title: '会员管理制度',
    to: '/member-rules',
    permission: 'unions.view',
    order: 28,
    also: '必填项 答复时限 转会时限 保留会籍 会费类别 核对周期',
  },
]
