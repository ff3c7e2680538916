import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import { count } from '#web/words'
import type { Detail, Listing } from '../contract.ts'
import { gapNames, unionKindNames, unionStateNames, unitTypeNames } from '../rules/names.ts'

type Row = Omit<Detail, 'above' | 'children' | 'effectiveOn'> & { above: string }
const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Unions as a list: by kind, type of unit, state, and what is missing of them. */
export function ListPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const { below }: { below?: string } = useSearch({ strict: false })
  const act = useMutation(api.unions.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view, below)))
  return (
    <Page line="工会名单与缺项。" above={post?.unionName}>
      <div className="card">
        <DataTable<Row>
          name="unions"
          unit="家工会"
          columns={columns}
          query={(view) => api.unions.list.queryOptions({ input: inputOf(view, below) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/unions/${id}` as '/' })}
          {...exporting}
          findBy="名称、拼音首字母、编号、信用代码"
          empty={<EmptyState title="下面还没有工会">批准建会以后会出现在这里。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const yes = (flag: boolean | null) => (flag === null ? '未登记' : flag ? '有' : '无')
const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '名称',
    always: true,
    sortable: true,
    render: ({ id, name }) => <Link to={`/unions/${id}` as '/'}>{name}</Link>,
  },
  { key: 'above', title: '上级', render: ({ above }) => above },
  { key: 'kind', title: '类型', options: optionsOf(unionKindNames), render: ({ kind }) => unionKindNames[kind] },
  { key: 'unitType', title: '单位', options: optionsOf(unitTypeNames), render: ({ unitType }) => unitTypeNames[unitType] },
  { key: 'state', title: '状态', options: optionsOf(unionStateNames), width: 96, render: ({ state }) => unionStateNames[state] },
  { key: 'members', title: '会员', align: 'right', width: 92, render: ({ members }) => count(members) },
  { key: 'gap', title: '缺项', options: optionsOf(gapNames), render: (row) => missing(row).join('、') },
  { key: 'creditCode', title: '信用代码', hidden: true },
  { key: 'seal', title: '公章', hidden: true, render: ({ hasSeal }) => yes(hasSeal) },
  { key: 'foundedOn', title: '成立日期', sortable: true, hidden: true },
]

const missing = (row: Row) =>
  row.kind === 'branch' || row.kind === 'group'
    ? []
    : [
        row.creditCode ? '' : '代码',
        row.hasSeal ? '' : '公章',
        row.hasPlate ? '' : '牌子',
        row.hasAccount ? '' : '账户',
        row.hasCertificate ? '' : '证书',
      ].filter(Boolean)

function inputOf({ filters, page, size, sort, descending, find }: View, below: string | undefined) {
  const one = (key: string) => filters[key]?.[0]
  return {
    ...{ page, size, descending },
    ...(sort && { sort }),
    ...(find && { text: find }),
    ...(below && { below }),
    ...Object.fromEntries(['kind', 'unitType', 'state', 'gap'].flatMap((key) => (one(key) ? [[key, one(key)]] : []))),
  } as Partial<Listing>
}
