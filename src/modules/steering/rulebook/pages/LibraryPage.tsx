import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import type { Row, Search } from '../contract.ts'
import { areaOf, areas, levelNames, sayFigure, scopeName, scopeNames } from '../rules.ts'
import { Binding } from './chips.tsx'
import './rulebook.css'

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** 法规库: every rule the platform judges by, found by words, number, topic and region. */
export function LibraryPage() {
  const navigate = useNavigate()
  const isCadre = usePermission('unions.view')
  const act = useMutation(api.rulebook.export.mutationOptions())
  // The law is public: whoever works with it may take it along, without the power to export people.
  const download = async (view: View) => {
    const { id } = await act.mutateAsync(inputOf(view))
    location.assign(`/files/${id}`)
  }
  return (
    <Page
      line="办事的依据都在这里，点开看谁在用。"
      above="法规库"
      acts={
        <>
          {isCadre && (
            <Link to={'/rulebook/clocks' as '/'} className="btn plain">
              法定期限
            </Link>
          )}
          <Link to={'/rulebook/documents' as '/'} className="btn plain">
            文件
          </Link>
        </>
      }
    >
      <div className="card">
        <DataTable<Row>
          name="rulebook"
          unit="条规则"
          columns={columns}
          query={(view) => api.rulebook.search.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/rulebook/${id}` as '/' })}
          {...(isCadre && { download })}
          findBy="词语、条款、编号、地区"
          empty={<EmptyState title="没有规则" />}
        />
      </div>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'says',
    title: '规则',
    always: true,
    render: ({ id, says }) => (
      <>
        <Link to={`/rulebook/${id}` as '/'}>{says}</Link>
        <br />
        <span className="faint small num">{id}</span>
      </>
    ),
  },
  { key: 'value', title: '数值', width: 112, render: (row) => (typeof row.value === 'boolean' ? '—' : sayFigure(row)) },
  { key: 'cite', title: '依据', width: 220, render: ({ cite }) => <span className="cite-plain">{cite}</span> },
  {
    key: 'level',
    title: '效力',
    width: 108,
    options: optionsOf(levelNames),
    render: (row) => <Binding {...row} />,
  },
  {
    key: 'area',
    title: '类别',
    width: 116,
    options: optionsOf(areas),
    render: ({ id }) => areas[areaOf(id)],
  },
  {
    key: 'region',
    title: '地区',
    width: 92,
    options: optionsOf(scopeNames),
    render: ({ scope, variants }) => (
      <>
        {scopeName(scope)}
        {variants > 0 && <span className="faint small"> 等 {variants + 1} 种</span>}
      </>
    ),
  },
  {
    key: 'verified',
    title: '核对',
    hidden: true,
    options: [
      { value: 'yes', label: '已核对' },
      { value: 'no', label: '待核对' },
    ],
    render: ({ verified }) => (verified ? '已核对' : '待核对'),
  },
  { key: 'clocks', title: '期限', width: 76, render: ({ clocks }) => clocks.join(' ') },
  {
    key: 'own',
    title: '自行规定',
    width: 96,
    align: 'right',
    options: [{ value: 'yes', label: '有自行规定的' }],
    render: ({ own }) => (own ? `${own} 家` : ''),
  },
]

function inputOf({ filters, page, size, find }: View): Search {
  return { page, size, descending: false, ...(find && { text: find }), ...filters } as Search
}
