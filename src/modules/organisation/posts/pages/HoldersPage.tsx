import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { type Appointment, type AppointmentState, appointmentStateNames, cameNames } from '../contract.ts'
import { type Kind, kinds, postKinds } from '../rules.ts'

export const stateHues: Record<AppointmentState, Hue | undefined> = {
  waiting: 'amber',
  coming: 'blue',
  inOffice: 'green',
  expired: 'red',
  ended: undefined,
}

type State = 'inOffice' | 'expired' | 'ended' | 'ending' | 'waiting'

const columns: Column<Appointment>[] = [
  {
    key: 'name',
    title: '姓名',
    sortable: true,
    always: true,
    render: ({ personName, unionId }) => (
      <Link to="/posts/$unionId" params={{ unionId }} className="link">
        {personName}
      </Link>
    ),
  },
  {
    key: 'kind',
    title: '任职',
    options: kinds.map((value) => ({ value, label: postKinds[value].title })),
    render: ({ title, portfolio, substituteFor }) => (
      <>
        {title}
        {substituteFor && <span className="faint">（替补）</span>}
        {portfolio && <p className="faint small">{portfolio}</p>}
      </>
    ),
  },
  { key: 'union', title: '工会', sortable: true, render: ({ unionName }) => unionName },
  { key: 'fullTime', title: '专兼职', render: ({ fullTime }) => (fullTime ? '专职' : '兼职') },
  { key: 'from', title: '任职日', sortable: true, render: ({ fromOn }) => fromOn },
  { key: 'until', title: '任期至', sortable: true, render: ({ untilOn }) => untilOn ?? '未定' },
  { key: 'came', title: '产生方式', hidden: true, render: ({ came, basis }) => `${cameNames[came]}${basis ? `，${basis}` : ''}` },
  {
    key: 'state',
    title: '状态',
    options: [
      { value: 'inOffice', label: '在任' },
      { value: 'ending', label: '半年内到期' },
      { value: 'expired', label: '任期已满' },
      { value: 'ended', label: '已卸任' },
      { value: 'waiting', label: '待确认' },
    ],
    render: ({ state }) => <Chip hue={stateHues[state]}>{appointmentStateNames[state]}</Chip>,
  },
]

const inputOf = ({ page, size, sort, descending, find, filters }: View) => ({
  ...{ page, size, descending, text: find ?? '' },
  ...(sort && { sort }),
  ...(filters.kind && { kind: filters.kind[0] as Kind }),
  state: (filters.state?.[0] ?? 'inOffice') as State,
})

/** 任职名册: everyone in office in one's scope. */
export function HoldersPage() {
  const navigate = useNavigate()
  const act = useMutation(api.posts.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page line="谁担任什么、到什么时候。" above="任职名册">
      <Section title="任职名册" note="权限随任职来，随任期止">
        <DataTable<Appointment>
          name="holders"
          unit="个任职"
          columns={columns}
          query={(view) => api.posts.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ unionId }) => navigate({ to: '/posts/$unionId', params: { unionId } })}
          {...exporting}
          findBy="姓名、工会"
          empty={<EmptyState title="还没有登记任职">在一家工会的任职页上登记第一个。</EmptyState>}
        />
      </Section>
    </Page>
  )
}
