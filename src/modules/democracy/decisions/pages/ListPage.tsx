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
import { type Kind, kindFacts, kinds, stageNames, stages, type StageState } from '../rules.ts'
import './decisions.css'

const inputOf = ({ page, size, find, filters }: View) => ({
  ...{ page, size, text: find ?? '', kinds: (filters.kind ?? []) as Kind[] },
  show: (filters.show?.[0] ?? 'all') as Listing['show'],
})
const hues: Record<StageState, Hue | undefined> = { done: 'green', skipped: 'red', now: 'blue', later: undefined }
const said: Record<StageState, string> = { done: '已办', skipped: '略过', now: '在办', later: '未到' }

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '事项',
    always: true,
    render: ({ id, title }) => (
      <Link to={`/decisions/${id}` as '/'} className="link">
        {title}
      </Link>
    ),
  },
  { key: 'unionName', title: '工会' },
  {
    key: 'kind',
    title: '种类',
    options: kinds.map((value) => ({ value, label: kindFacts[value].title })),
    render: ({ kind }) => kindFacts[kind].title,
  },
  { key: 'registeredOn', title: '登记日' },
  { key: 'opinions', title: '职工意见', align: 'right', render: ({ opinions }) => count(opinions) },
  {
    key: 'show',
    title: '四个环节',
    options: [
      { value: 'open', label: '在办' },
      { value: 'closed', label: '办结' },
    ],
    render: ({ stages: states, closedOn }) => (
      <span className="chips decisions-cell">
        {stages.map((stage) => (
          <Chip key={stage} hue={hues[states[stage]]}>
            {stageNames[stage]}
            {said[states[stage]]}
          </Chip>
        ))}
        {closedOn && <Chip>办结</Chip>}
      </span>
    ),
  },
]

/** 重大决策: the register of one's scope, and what the records come to. */
export function ListPage() {
  const navigate = useNavigate()
  const { data } = useQuery(api.decisions.figures.queryOptions())
  const mayRegister = [usePermission('democracy.manage'), usePermission('democracy.answer')].some(Boolean)
  const act = useMutation(api.decisions.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page
      above="重大决策"
      line={
        !data ? (
          '单位的大事，工会都参与了吗？'
        ) : data.missed ? (
          <>
            {count(data.matters)} 件重大事项，<em>{count(data.missed)} 次没有工会参加</em>。
          </>
        ) : (
          `${count(data.matters)} 件重大事项，没有一次略过工会。`
        )
      }
      acts={
        mayRegister && (
          <Link to={'/decisions/new' as '/'} className="btn primary">
            登记事项
          </Link>
        )
      }
    >
      <Section title="参与情况">
        <div className="figures">
          <Figure label="四个环节都参加" value={data?.fullPart} unit={data ? `/ ${count(data.matters)} 件` : ''} />
          <Figure label="决策前提出书面意见" value={data?.consulted} unit={data ? `/ ${count(data.matters)} 件` : ''} />
          <Figure label="职工意见" value={data?.opinions} unit="条" />
          <Figure label="没有工会参加" value={data?.missed} unit="次" to="/decisions/missed" late={!!data?.missed}>
            {!!data?.unexplained && <Chip hue="red">{count(data.unexplained)} 次还没说明</Chip>}
          </Figure>
          <Figure label="工会任务按期完成" value={data?.unionTasksOnTime} unit={data ? `/ ${count(data.unionTasks)} 项` : ''} />
        </div>
      </Section>
      <Section title="登记册" note="按登记时间，新的在前">
        <DataTable<Row>
          name="decisions"
          unit="件事项"
          findBy="事项名称"
          rowKey={({ id }) => id}
          query={(view) => api.decisions.list.queryOptions({ input: inputOf(view) })}
          open={({ id }) => navigate({ to: `/decisions/${id}` as '/' })}
          {...exporting}
          empty={
            <EmptyState title="还没有登记重大事项">
              涉及职工切身利益的制度、三重一大、裁员等，行政方起草时就登记；行政方没有登记的，工会可以代为登记。
            </EmptyState>
          }
          columns={columns}
        />
      </Section>
    </Page>
  )
}
