import { useState } from 'react'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Masked } from '#web/Masked'
import { Button } from '#web/RuledButton'
import type { View } from '#web/useView'

type Member = { id: string; name: string; union: string; joined: string; mobile: string; kind: string; dues: number }
const names = ['王建国', '刘芳', '李志强', '陈秀英', '赵海', '徐丽', '黄伟', '孙涛', '周敏', '吴桂兰']
const all: Member[] = Array.from({ length: 3210 }, (_, at) => ({
  id: String(at),
  name: names[at % 10]!,
  union: ['恒达机械工会', '锦绣服饰工会', '南桥小学工会'][at % 3]!,
  joined: `20${10 + (at % 16)}-0${1 + (at % 9)}-12`,
  mobile: `138****${1000 + at}`,
  kind: ['合同', '劳务派遣', '新就业形态'][at % 3]!,
  dues: 1200 + at,
}))

const columns: Column<Member>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => <b>{name}</b>, sortable: true, always: true },
  { key: 'union', title: '工会' },
  {
    key: 'kind',
    title: '用工形式',
    options: ['合同', '劳务派遣', '新就业形态'].map((value) => ({ value, label: value })),
    render: ({ kind }) => <Chip>{kind}</Chip>,
  },
  {
    key: 'mobile',
    title: '手机',
    render: ({ mobile }) => <Masked what="手机号码" masked={mobile} reveal={async () => '13800001234'} />,
  },
  { key: 'joined', title: '入会', sortable: true },
  { key: 'dues', title: '会费（分）', align: 'right', hidden: true },
]

const listed = ({ page, size, filters, find, ...sort }: View) => {
  const fitting = all.filter(({ kind, name }) => (!filters.kind || filters.kind.includes(kind)) && (!find || name.includes(find)))
  const sign = sort.descending ? -1 : 1
  if (sort.sort) fitting.sort((a, b) => sign * a[sort.sort as 'name'].localeCompare(b[sort.sort as 'name'], 'zh'))
  return { rows: fitting.slice((page - 1) * size, page * size), total: fitting.length }
}

export function MemberTable() {
  const [keys, pick] = useState<string[]>([])
  return (
    <DataTable<Member>
      name="look"
      unit="名会员"
      columns={columns}
      query={(view) => ({ queryKey: ['look', view], queryFn: async () => listed(view) })}
      rowKey={({ id }) => id}
      findBy="姓名、拼音、手机"
      download={async () => new File(['name\n'], '会员.csv')}
      empty={<EmptyState title="还没有会员">从花名册导入，或等职工在手机上申请。</EmptyState>}
      picked={{ keys, pick, acts: <Button kind="primary">加标签（{keys.length} 人）</Button> }}
    />
  )
}
