import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import { momentInWords } from '#web/words'
import { UnionTabs } from '#desk/organisation/unions'
import type { ChangeState, Listing, Row } from '../contract.ts'
import { changeKindNames, changeStateNames } from '../rules/names.ts'

export const hues: Partial<Record<ChangeState, Hue>> = { filed: 'amber', approved: 'green', returned: 'red' }
const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** 组织变更: what was filed, where it stands. With `?union=` the changes of one union. */
export function ChangesPage() {
  const { post, permissions } = useMe()
  const { union }: { union?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const waiting = useQuery(api.changes.list.queryOptions({ input: { waiting: true, size: 1 } })).data?.total
  const of = useQuery({ ...api.unions.get.queryOptions({ input: { id: union ?? '' } }), enabled: !!union })
  const act = useMutation(api.changes.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view, union)))
  return (
    <Page
      line={
        waiting ? (
          <>
            有 <em>{waiting}</em> 件变更等您批复。
          </>
        ) : (
          '组织变更。'
        )
      }
      above={of.data?.name ?? post?.unionName}
      acts={
        <>
          <Link to={'/changes/speed' as '/'} className="btn plain">
            审批用时
          </Link>
          {permissions.includes('unions.file') && post && (
            <Link to={'/changes/new' as '/'} search={{ union: union ?? post.unionId } as never} className="btn primary">
              申请变更
            </Link>
          )}
        </>
      }
    >
      {union && <UnionTabs id={union} />}
      <div className="card">
        <DataTable<Row>
          name="changes"
          unit="件变更"
          columns={columns}
          query={(view) => api.changes.list.queryOptions({ input: inputOf(view, union) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/changes/${id}` as '/' })}
          {...exporting}
          empty={
            <EmptyState title="还没有变更">改名、换上级、合并、撤销都在这里报批；分会和小组在“工会网络”里自己调整。</EmptyState>
          }
        />
      </div>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'union',
    title: '工会',
    always: true,
    render: ({ id, unionName }) => <Link to={`/changes/${id}` as '/'}>{unionName}</Link>,
  },
  { key: 'kind', title: '变更', options: optionsOf(changeKindNames), render: ({ kind }) => changeKindNames[kind] },
  {
    key: 'state',
    title: '状态',
    options: [
      ...optionsOf(changeStateNames),
      { value: 'waiting', label: '等我批复' },
      { value: 'unregistered', label: '待办登记' },
    ],
    render: ({ state }) => <Chip hue={hues[state]}>{changeStateNames[state]}</Chip>,
  },
  {
    key: 'waitsFor',
    title: '等谁批',
    render: ({ state, waitsForName }) => state === 'filed' && (waitsForName ?? '平台外的上级'),
  },
  { key: 'filedAt', title: '报送', render: ({ filedAt }) => filedAt && momentInWords(filedAt) },
  { key: 'decidedAt', title: '批复', render: ({ decidedAt }) => decidedAt && momentInWords(decidedAt) },
  { key: 'effectiveOn', title: '生效日期' },
  { key: 'registerBy', title: '登记期限', render: ({ registerBy, registeredOn }) => (registeredOn ? '已登记' : registerBy) },
]

function inputOf({ filters, page, size }: View, unionId: string | undefined): Partial<Listing> {
  const state = filters.state?.[0]
  const special = state === 'waiting' || state === 'unregistered'
  return {
    ...{ page, size },
    ...(unionId && { unionId }),
    ...(filters.kind && { kind: filters.kind[0] }),
    ...(state && (special ? { [state]: true } : { state })),
  } as Partial<Listing>
}
