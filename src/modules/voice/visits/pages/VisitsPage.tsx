import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import type { Theme, VisitListing, VisitRow, VisitState } from '../contract.ts'
import { grades, visitStateNames } from '../contract/words.ts'
import { visitHues } from './hues.ts'

/** The visits of one's scope, planned and made. */
export function VisitsPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const { lead, plan }: { lead?: string; plan?: string } = useSearch({ strict: false })
  const narrowed = { ...(lead && { leadId: lead }), ...(plan && { planId: plan }) }
  const { data } = useQuery(api.visits.themes.queryOptions())
  const act = useMutation(api.visits.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync({ ...inputOf(view), ...narrowed }))
  return (
    <Page line="走访，去了的和要去的。" above={post?.unionName}>
      <div className="card">
        <DataTable<VisitRow>
          name="visits"
          unit="次走访"
          findBy="工会名称、走访人"
          columns={columnsFor(data?.themes ?? [])}
          query={(view) => api.visits.list.queryOptions({ input: { ...inputOf(view), ...narrowed } })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/contacts/visits/${id}` as '/' })}
          {...exporting}
          empty={<EmptyState title="还没有走访">先定联系点、做走访计划；联系人在手机上记走访，没有网络也能记。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const columnsFor = (themes: readonly Theme[]): Column<VisitRow>[] => [
  {
    key: 'union',
    title: '被走访工会',
    always: true,
    sortable: true,
    render: ({ id, unionName }) => <Link to={`/contacts/visits/${id}` as '/'}>{unionName}</Link>,
  },
  {
    key: 'lead',
    title: '走访人',
    sortable: true,
    render: ({ leadName, companions, fromUnionName }) => (
      <>
        {[leadName, ...companions].join('、')} <span className="faint">{fromUnionName}</span>
      </>
    ),
  },
  { key: 'planned', title: '计划', sortable: true, render: ({ plannedOn }) => plannedOn },
  { key: 'visited', title: '走访', sortable: true, render: ({ visitedOn }) => visitedOn ?? '—' },
  {
    key: 'state',
    title: '状态',
    options: Object.entries(visitStateNames).map(([value, label]) => ({ value, label })),
    render: ({ state }) => <Chip hue={visitHues[state]}>{visitStateNames[state]}</Chip>,
  },
  {
    key: 'theme',
    title: '主题',
    options: themes.map(({ key, title }) => ({ value: key, label: title })),
    render: (row) => row.themes.map((key) => themes.find((theme) => theme.key === key)?.title ?? key).join('、'),
  },
  {
    key: 'problems',
    title: '问题',
    align: 'right',
    render: ({ problems, solved }) => (problems ? `${solved} / ${problems}` : '—'),
  },
  { key: 'grade', title: '基层评价', render: ({ grade }) => (grade ? grades[grade] : '—') },
]

function inputOf({ page, size, sort, descending, find, filters }: View): Partial<VisitListing> {
  return {
    ...{ page, size, descending },
    ...(sort && { sort }),
    ...(find && { text: find }),
    ...(filters.state && { state: filters.state as VisitState[] }),
    ...(filters.theme?.[0] && { theme: filters.theme[0] }),
  }
}
