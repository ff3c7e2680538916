import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import { count, daysBetween, today } from '#web/words'
import type { Decision } from '../contract.ts'
import { sideNames } from '../rules/names.ts'

type Missing = { id: string; name: string; missing: (keyof typeof sideNames)[] }

/** 四方责任 over one's subtree: who is named, what was decided, what is done on time. Each figure opens its list. */
export function OverviewPage() {
  const { post } = useMe()
  const { show }: { show?: string } = useSearch({ strict: false })
  const { data } = useQuery(api.leadership.figures.queryOptions())
  return (
    <Page
      line={data ? `${count(data.unions)} 家工会里，${count(data.complete)} 家四方责任人齐全。` : '四方责任'}
      above={post?.unionName}
      acts={
        post && (
          <Link to={`/leadership/${post.unionId}` as '/'} className="btn primary">
            本工会的四方责任
          </Link>
        )
      }
    >
      <Section title="党委重视、行政支持、工会运作、各方协同">
        <div className="figures">
          <Figure label="责任人不全的工会" value={data && data.unions - data.complete} unit="家" to="/leadership" />
          <Figure label="作出的决定" value={data?.decisions} unit="件" to="/leadership" search={{ show: 'all' }}>
            {data && <Chip hue="green">按期办结 {count(data.onTime)}</Chip>}
          </Figure>
          <Figure
            label="没有办结"
            value={data && data.decisions - data.done}
            unit="件"
            to="/leadership"
            search={{ show: 'open' }}
          />
          <Figure label="逾期" value={data?.late} unit="件" late={!!data?.late} to="/leadership" search={{ show: 'late' }} />
        </div>
      </Section>
      <div className="card">{show ? <Decisions key={show} show={show} /> : <Incomplete />}</div>
    </Page>
  )
}

function Incomplete() {
  const navigate = useNavigate()
  const columns: Column<Missing>[] = [
    { key: 'name', title: '工会', always: true, render: ({ id, name }) => <Link to={`/leadership/${id}` as '/'}>{name}</Link> },
    { key: 'missing', title: '还没有明确', render: ({ missing }) => missing.map((side) => sideNames[side]).join('、') },
  ]
  return (
    <DataTable<Missing>
      name="leadership-incomplete"
      unit="家工会"
      columns={columns}
      query={({ page, size }) => api.leadership.incomplete.queryOptions({ input: { page, size } })}
      rowKey={({ id }) => id}
      open={({ id }) => navigate({ to: `/leadership/${id}` as '/' })}
      empty={<EmptyState title="四方责任人都明确了" />}
    />
  )
}

function Decisions({ show }: { show: string }) {
  const filter = show === 'open' ? { open: true } : show === 'late' ? { late: true } : {}
  const act = useMutation(api.leadership.export.mutationOptions())
  const exporting = useExport(() => act.mutateAsync(filter))
  return (
    <DataTable<Decision>
      name="leadership-decisions"
      {...exporting}
      unit="件决定"
      columns={columns}
      query={({ page, size }) => api.leadership.decisions.queryOptions({ input: { page, size, ...filter } })}
      rowKey={({ id }) => id}
      empty={<EmptyState title="没有这样的决定" />}
    />
  )
}

const columns: Column<Decision>[] = [
  {
    key: 'decision',
    title: '决定',
    always: true,
    render: ({ unionId, decision }) => <Link to={`/leadership/${unionId}` as '/'}>{decision}</Link>,
  },
  { key: 'unionName', title: '工会' },
  { key: 'executor', title: '执行', render: ({ executorName, executorSide }) => `${executorName}（${sideNames[executorSide]}）` },
  { key: 'dueOn', title: '期限' },
  { key: 'state', title: '结果', render: (row) => <Outcome decision={row} /> },
]

export function Outcome({ decision: { doneOn, dueOn, outcome } }: { decision: Pick<Decision, 'doneOn' | 'dueOn' | 'outcome'> }) {
  if (doneOn) return <Chip hue={doneOn <= dueOn ? 'green' : 'amber'}>{`${doneOn} ${outcome}`}</Chip>
  const late = daysBetween(dueOn, today())
  return late > 0 ? <Chip hue="red">逾 {late} 天</Chip> : <Chip>在办</Chip>
}
