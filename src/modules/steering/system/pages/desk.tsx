import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { MenuEntry } from '#web/menu'
import { desk } from '#web/root'

export const pages = [
  createRoute({
    getParentRoute: () => desk,
    path: '/system',
    component: lazyRouteComponent(() => import('./SystemPage.tsx'), 'SystemPage'),
  }),
  createRoute({
    getParentRoute: () => desk,
    path: '/dictionary',
    component: lazyRouteComponent(() => import('./DictionaryPage.tsx'), 'DictionaryPage'),
  }),
] as const

export const menu: readonly MenuEntry[] = [
  {
    branch: '长效',
    title: '系统运行',
    to: '/system',
    permission: 'system.manage',
    order: 83,
    also: '后台任务 备份 版本 数据库 短信 行政区划',
  },
  {
    branch: '长效',
    title: '数据字典',
    to: '/dictionary',
    permission: 'security.manage',
    order: 84,
    also: '个人信息 用途 保存期限 加密',
  },
]
