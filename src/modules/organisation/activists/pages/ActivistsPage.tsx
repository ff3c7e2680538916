import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
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
import { foundNames } from '../rules/names.ts'

const shows = { now: '现在的', promoted: '已任干部', ended: '已退出' }
const inputOf = ({ page, size, find, filters }: View) => ({
  ...{ page, size, text: find ?? '', show: (filters.show?.[0] ?? 'now') as Listing['show'] },
})

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    always: true,
    render: ({ id, personName }) => (
      <Link to={`/activists/${id}` as '/'} className="link">
        {personName}
      </Link>
    ),
  },
  { key: 'unionName', title: '工会' },
  { key: 'how', title: '怎么发现的', render: ({ foundHow }) => foundNames[foundHow] },
  { key: 'reason', title: '理由' },
  { key: 'foundOn', title: '登记日' },
  { key: 'tasks', title: '任务', render: ({ tasks, tasksDone }) => (tasks ? `完成 ${tasksDone} / ${tasks}` : '没有') },
  {
    key: 'show',
    title: '状态',
    options: Object.entries(shows).map(([value, label]) => ({ value, label })),
    render: ({ promotedOn, endedOn }) =>
      promotedOn ? (
        <Chip hue="green">{promotedOn} 任干部</Chip>
      ) : endedOn ? (
        <Chip>{endedOn} 退出</Chip>
      ) : (
        <Chip hue="blue">积极分子</Chip>
      ),
  },
]

/** 积极分子 of one's scope, in the order of the tree: no points and no order by how much. */
export function ActivistsPage() {
  const navigate = useNavigate()
  const { data } = useQuery(api.activists.figures.queryOptions())
  const mayManage = usePermission('members.manage')
  const act = useMutation(api.activists.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  return (
    <Page
      above="积极分子"
      line={
        data
          ? `${count(data.activists)} 名积极分子，每百名会员 ${data.perHundred ?? 0} 名；${count(data.promoted)} 名走上了干部岗位。`
          : '积极分子'
      }
      acts={
        mayManage && (
          <Link to={'/activists/find' as '/'} className="btn primary">
            发现和推荐
          </Link>
        )
      }
    >
      <Section title="培养">
        <div className="figures">
          <Figure label="每百名会员" value={data && (data.perHundred ?? 0)} unit="名" to="/activists" />
          <Figure label="任了干部" value={data?.promoted} unit="名" to="/activists" search={{ show: 'promoted' }} />
          <Figure label="等答复的推荐" value={data?.waiting} unit="件" to="/activists/find" />
          <Figure label="等决定的推荐任职、培训、表彰" value={data?.proposals} unit="件" to="/activists" />
          <Figure label="还没有积极分子的基层工会" value={data?.unionsWithout} unit={data ? `/ ${count(data.unions)}` : ''} />
        </div>
      </Section>
      <Section title="名单" note="按组织顺序，不排名">
        <DataTable<Row>
          name="activists"
          unit="名积极分子"
          columns={columns}
          query={(view) => api.activists.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/activists/${id}` as '/' })}
          {...exporting}
          findBy="姓名、工会"
          empty={<EmptyState title="还没有积极分子">从职工的推荐和参与情况里发现，登记后给任务、记事迹。</EmptyState>}
        />
      </Section>
    </Page>
  )
}
