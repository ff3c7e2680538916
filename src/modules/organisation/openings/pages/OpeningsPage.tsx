import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count } from '#web/words'
import type { Listing, Row } from '../contract.ts'
import { type State, stateNames, wayNames } from '../rules/names.ts'

const hues: Record<State, Hue | undefined> = {
  ...{ prepared: undefined, announced: 'blue', choosing: 'amber', chosen: 'amber', filled: 'green', calledOff: undefined },
}
export const StateChip = ({ state }: { state: State }) => <Chip hue={hues[state]}>{stateNames[state]}</Chip>

const inputOf = ({ page, size, find, filters }: View): Partial<Listing> => ({
  ...{ page, size, text: find ?? '' },
  ...(filters.state && { state: filters.state[0] as State }),
})

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '岗位',
    always: true,
    render: ({ id, title }) => (
      <Link to={`/openings/${id}` as '/'} className="link">
        {title}
      </Link>
    ),
  },
  { key: 'unionName', title: '工会' },
  { key: 'way', title: '方式', render: ({ way }) => wayNames[way] },
  { key: 'fullTime', title: '专兼职', render: ({ fullTime }) => (fullTime ? '专职' : '兼职') },
  { key: 'vacantSince', title: '空缺自' },
  { key: 'applyUntil', title: '报名截止' },
  { key: 'candidates', title: '人选', render: ({ candidates }) => `${candidates} 名` },
  { key: 'started', title: '到岗', render: ({ started, seats }) => `${started} / ${seats}` },
  {
    key: 'state',
    title: '状态',
    options: Object.entries(stateNames).map(([value, label]) => ({ value, label })),
    render: ({ state }) => <StateChip state={state} />,
  },
]
const percent = (part: number, whole: number) => (whole ? Math.round((part * 100) / whole) : 0)

/** 岗位招聘与选任: posts to be filled in one's scope, and how far each has come. */
export function OpeningsPage() {
  const navigate = useNavigate()
  const mayManage = usePermission('posts.manage')
  const { data } = useQuery(api.openings.figures.queryOptions())
  const act = useMutation(api.openings.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page
      above="岗位招聘与选任"
      line={data ? `${count(data.open)} 个岗位正在办理，${count(data.filled)} 个已经到岗。` : '岗位招聘与选任'}
      acts={
        mayManage && (
          <Link to={'/openings/new' as '/'} className="btn primary">
            开一个岗位
          </Link>
        )
      }
    >
      <Section title="选任情况">
        <div className="figures">
          <Figure
            label="岗位到位"
            value={data && percent(data.started, data.seats)}
            unit={data ? `%（${data.started}/${data.seats}）` : '%'}
          />
          <Figure label="从空缺到到岗，平均" value={data && (data.daysToFill ?? 0)} unit="天" />
          <Figure label="既懂理论又有实践" value={data && percent(data.withBoth, data.started)} unit="%" />
          <Figure
            label="近一年任职有选任记录"
            value={data && percent(data.withRecord, data.appointments)}
            unit={data ? `%（${data.withRecord}/${data.appointments}）` : '%'}
          />
        </div>
      </Section>
      <Section title="岗位">
        <DataTable<Row>
          name="openings"
          unit="个岗位"
          columns={columns}
          query={(view) => api.openings.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/openings/${id}` as '/' })}
          {...exporting}
          findBy="岗位、工会"
          empty={
            <EmptyState title="还没有要补的岗位">干部出现空缺、要招社会化工会工作者时，在这里开岗位、公告、选人。</EmptyState>
          }
        />
      </Section>
    </Page>
  )
}
