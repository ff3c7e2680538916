import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/administrators',
    component: lazyRouteComponent(() => import('./AdministratorsPage.tsx'), 'AdministratorsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/journal',
    component: lazyRouteComponent(() => import('./JournalPage.tsx'), 'JournalPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '平台管理员',
    to: '/administrators',
    permission: 'posts.name',
    order: 80,
    also: '三员 系统管理员 安全管理员 审计管理员',
  },
  { branch: '长效', title: '账号', to: '/accounts', permission: 'accounts.manage', order: 81, also: '邀请 激活 停用 重置密码' },
  { branch: '长效', title: '审计日志', to: '/journal', permission: 'audit.view', order: 82, also: '操作记录 核验' },
]
