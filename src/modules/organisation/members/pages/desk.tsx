import { useQuery } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { api, client } from '#web/api'
import type { MenuEntry, Searcher } from '#web/menu'
import { desk } from '#web/root'

const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => desk, path, component })

export const pages = [
  page(
    '/members',
    lazyRouteComponent(() => import('./ListPage.tsx'), 'ListPage'),
  ),
  page(
    '/members/add',
    lazyRouteComponent(() => import('./AddPage.tsx'), 'AddPage'),
  ),
  page(
    '/members/duplicates',
    lazyRouteComponent(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage'),
  ),
  page(
    '/members/corrections',
    lazyRouteComponent(() => import('./CorrectionsPage.tsx'), 'CorrectionsPage'),
  ),
  page(
    '/members/$id',
    lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
  ),
  page(
    '/members/$id/correct',
    lazyRouteComponent(() => import('./CorrectPage.tsx'), 'CorrectPage'),
  ),
] as const

const useAsked = () => useQuery(api.members.corrections.queryOptions({ input: { size: 1 } })).data?.total

export const menu: readonly MenuEntry[] = [
  { branch: '组织', title: '会员', to: '/members', permission: 'members.view', order: 20, also: '花名册 名册 职工 会籍' },
  {
    branch: '组织',
    title: '更正申请',
    to: '/members/corrections',
    permission: 'members.manage',
    order: 22,
    also: '改资料 会员信息更正',
    useWaiting: useAsked,
  },
]

export const search: readonly Searcher[] = [
  {
    title: '会员',
    permission: 'members.view',
    find: async (words, signal) => {
      const { rows } = await client.members.list({ text: words, size: 6 }, { signal })
      return rows.map(({ id, name, unionName, employer }) => ({
        id,
        title: name,
        note: employer && employer !== unionName ? `${unionName} · ${employer}` : unionName,
        to: `/members/${id}`,
      }))
    },
  },
]
