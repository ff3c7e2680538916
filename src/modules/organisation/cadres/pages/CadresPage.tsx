import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count } from '#web/words'
import { type Role, roleNames } from '#rules/organisation/competences'
import type { Row } from '../contract.ts'
import { type Lack, lackNames, type Load, loadNames } from '../rules/tasks.ts'
import { hoursOf, LoadChip } from './words.tsx'

const inputOf = ({ page, size, find, filters }: View) => ({
  ...{ page, size, text: find ?? '' },
  ...(filters.role && { role: filters.role[0] as Role }),
  ...(filters.kind && { fullTime: filters.kind[0] === 'full' }),
  ...(filters.load && { load: filters.load[0] as Load }),
  ...(filters.lacks && { lack: filters.lacks[0] as Lack }),
})
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    always: true,
    render: ({ memberId, personName }) => (
      <Link to={`/cadres/${memberId}` as '/'} className="link">
        {personName}
      </Link>
    ),
  },
  {
    key: 'role',
    title: '任职',
    options: options(roleNames),
    render: ({ titles, unionName }) => titles.map((title) => title.replace(unionName, '') || title).join('、'),
  },
  { key: 'unionName', title: '工会' },
  {
    key: 'kind',
    title: '专兼职',
    options: options({ full: '专职', part: '兼职' }),
    render: ({ isFullTime }) => (isFullTime ? '专职' : '兼职'),
  },
  { key: 'untilOn', title: '任期至', render: ({ untilOn }) => untilOn ?? '未定' },
  {
    key: 'hours',
    title: '上月工时 / 约定',
    render: ({ isFullTime, minutes, agreedHours }) =>
      isFullTime ? '—' : `${hoursOf(minutes[0] ?? 0)} / ${agreedHours === null ? '没有约定' : `${agreedHours} 小时`}`,
  },
  { key: 'load', title: '时间保障', options: options(loadNames), render: ({ load }) => <LoadChip load={load} /> },
  {
    key: 'lacks',
    title: '档案缺项',
    options: options(lackNames),
    render: ({ lacks }) => (lacks.length ? lacks.map((lack) => lackNames[lack]).join('、') : <Chip hue="green">齐全</Chip>),
  },
]

/** 工会干部: everybody who holds a post of a union in one's scope, with one file each. */
export function CadresPage() {
  const navigate = useNavigate()
  const { data } = useQuery(api.cadres.figures.queryOptions())
  const act = useMutation(api.cadres.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page
      above="工会干部"
      line={
        data ? `${count(data.cadres)} 名工会干部，专职 ${count(data.fullTime)} 名，兼职 ${count(data.partTime)} 名。` : '工会干部'
      }
      acts={
        <Link to={'/cadres/load' as '/'} className="btn plain">
          工时和挤占
        </Link>
      }
    >
      <Section title="队伍">
        <div className="figures">
          <Figure
            label="专职比例"
            value={data && (data.cadres ? Math.round((1000 * data.fullTime) / data.cadres) / 10 : 0)}
            unit="%"
            to="/cadres"
            search={{ kind: 'full' }}
          />
          <Figure label="已约定工时的兼职干部" value={data?.agreed} unit="名" to="/cadres" search={{ kind: 'part' }} />
          <Figure
            label="工会工作被挤占"
            value={data?.crowded}
            unit="名"
            late={!!data?.crowded}
            to="/cadres"
            search={{ load: 'crowded' }}
          />
          <Figure label="没有工时记录" value={data?.silent} unit="名" to="/cadres" search={{ load: 'silent' }} />
          <Figure label="档案齐全" value={data?.complete} unit="名" to="/cadres" />
        </div>
      </Section>
      <Section title="干部台账" note="按组织顺序；由任职、培训等记录自动汇成，不用另填">
        <DataTable<Row>
          name="cadres"
          unit="名干部"
          columns={columns}
          query={(view) => api.cadres.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ memberId }) => memberId}
          open={({ memberId }) => navigate({ to: `/cadres/${memberId}` as '/' })}
          {...exporting}
          findBy="姓名、工会"
          empty={<EmptyState title="还没有在任的干部">在任职页登记任职后，干部自动出现在这里。</EmptyState>}
        />
      </Section>
    </Page>
  )
}
