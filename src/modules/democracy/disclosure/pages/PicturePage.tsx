import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import type { Kind, UnionPicture } from '../contract/shapes.ts'
import { kindNames } from '../rules/names.ts'

const rate = (part: number, whole: number) => (whole ? `${Math.round((part / whole) * 100)}%` : '')
const kindOf = ({ filters }: View) => (filters.kind?.[0] ? { kind: filters.kind[0] as Kind } : {})
const columns: Column<UnionPicture>[] = [
  {
    key: 'name',
    title: '工会',
    always: true,
    render: ({ unionId, name }) => <Link to={`/disclosure/plans/${unionId}` as '/'}>{name}</Link>,
  },
  {
    key: 'kind',
    title: '公开类别',
    options: (Object.keys(kindNames) as Kind[]).map((value) => ({ value, label: kindNames[value] })),
    render: ({ kind }) => kindNames[kind],
  },
  { key: 'entries', title: '目录条数', align: 'right' },
  { key: 'due', title: '应公开', align: 'right' },
  { key: 'published', title: '已公开', align: 'right' },
  { key: 'rate', title: '按期率', align: 'right', render: ({ onTime, due }) => rate(onTime, due) },
  { key: 'overdue', title: '逾期', align: 'right', render: ({ overdue }) => (overdue ? <Chip hue="red">{overdue}</Chip> : 0) },
  { key: 'faults', title: '核查不通过', align: 'right' },
  { key: 'answered', title: '意见已答复', align: 'right', render: ({ answered, questions }) => `${answered} / ${questions}` },
]

/** The superior's picture: units by kind of openness, on-time rate, catalogue fulfilled (DEM-14, DEM-18). */
export function PicturePage() {
  const act = useMutation(api.disclosure.exportPicture.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(kindOf(view)))
  return (
    <Page line="各单位公开得怎么样，逾期多的在前。">
      <div className="card">
        <DataTable<UnionPicture>
          name="disclosure-picture"
          unit="份方案"
          columns={columns}
          {...exporting}
          query={(view) => api.disclosure.picture.queryOptions({ input: { page: view.page, size: view.size, ...kindOf(view) } })}
          rowKey={({ unionId, kind }) => unionId + kind}
          empty={<EmptyState title="还没有单位通过公开方案" />}
        />
      </div>
    </Page>
  )
}
