import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { dueInWords, momentInWords } from '#web/words'
import type { Listing, Row } from '../contract.ts'
import { formNames, stateNames } from '../rules.ts'
import { StateChip } from './parts.tsx'

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** 网上建会, for the superior: what waits, by when to answer, and how long it takes. */
export function ListPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const act = useMutation(api.founding.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  const { data } = useQuery(api.founding.figures.queryOptions())
  return (
    <Page
      line={
        data?.waiting ? (
          <>
            有 <em>{data.waiting}</em> 件建会申请等批复{data.overdue ? `，${data.overdue} 件已逾期` : ''}。
          </>
        ) : (
          '网上建会。'
        )
      }
      above={post?.unionName}
      acts={
        <Link to={'/founding/own' as '/'} className="btn plain">
          我参加的项目
        </Link>
      }
    >
      <Section title="办理情况">
        <div className="figures">
          <Figure label="等批复" value={data?.waiting} unit="件" to="/founding" search={{ state: 'filed' }} />
          <Figure
            label="逾期未答复"
            value={data?.overdue}
            unit="件"
            late={!!data?.overdue}
            to="/founding"
            search={{ state: 'overdue' }}
          />
          {data?.medianDays != null && <Figure label="报送到批准（中位）" value={data.medianDays} unit="天" />}
          {data?.returnsPerApplication != null && <Figure label="每件退回" value={data.returnsPerApplication} unit="次" />}
          <Figure label="任务都定了人和日期" value={data?.planned} unit={`/ ${data?.underWay ?? 0} 件`} />
        </div>
        {data && data.forms.length > 0 && (
          <p className="card-body padded muted">
            已批准：{data.forms.map(({ form, founded }) => `${formNames[form]} ${founded} 家`).join('，')}。
          </p>
        )}
      </Section>
      <div className="card">
        <DataTable<Row>
          name="founding"
          unit="个项目"
          columns={columns}
          {...exporting}
          query={(view) => api.founding.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/founding/${id}` as '/' })}
          empty={<EmptyState title="还没有建会项目">职工在手机“办一办”里发起，报到这里批复。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const columns: Column<Row>[] = [
  { key: 'name', title: '拟建工会', always: true, render: ({ id, name }) => <Link to={`/founding/${id}` as '/'}>{name}</Link> },
  { key: 'form', title: '方式', options: optionsOf(formNames), render: ({ form }) => formNames[form] },
  {
    key: 'state',
    title: '状态',
    options: [...optionsOf(stateNames), { value: 'overdue', label: '逾期未答复' }],
    render: ({ state }) => <StateChip state={state} />,
  },
  { key: 'answerBy', title: '答复期限', render: ({ answerBy }) => answerBy && <Due day={answerBy} /> },
  { key: 'superiorName', title: '报给' },
  { key: 'workers', title: '职工' },
  { key: 'supporters', title: '签名' },
  {
    key: 'tasks',
    title: '任务',
    render: ({ tasks, tasksDone, tasksLate }) => `${tasksDone} / ${tasks}${tasksLate ? `，逾期 ${tasksLate}` : ''}`,
  },
  { key: 'headName', title: '负责人' },
  { key: 'filedAt', title: '报送', render: ({ filedAt }) => filedAt && momentInWords(filedAt) },
]

function Due({ day }: { day: string }) {
  const { first, second, isLate } = dueInWords(day)
  return (
    <span className={isLate ? 'late' : undefined}>
      {first} {second}
    </span>
  )
}

function inputOf({ filters, page, size }: View): Partial<Listing> {
  const state = filters.state?.[0]
  const form = filters.form?.[0] as Row['form'] | undefined
  return {
    ...{ page, size },
    ...(form && { form }),
    ...(state === 'overdue' ? { overdue: true } : state && { state: state as Row['state'] }),
  }
}
