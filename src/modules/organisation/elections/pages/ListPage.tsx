import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Figure } from '#web/Figure'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { dueInWords } from '#web/words'
import type { Listing, Row } from '../contract.ts'
import { electionKindNames, electionStateNames, filingKindNames, stepNames } from '../rules/names.ts'
import { StateChip } from './parts.tsx'

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** 选举换届: all elections of one's scope, where each stands, what waits, what is late. */
export function ListPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const mayOpen = usePermission('unions.file')
  const mayExport = usePermission('members.exchange')
  const { data } = useQuery(api.elections.figures.queryOptions())
  const write = useMutation(api.elections.export.mutationOptions())
  const download = (view: View) => write.mutateAsync(inputOf(view)).then(({ id }) => location.assign(`/files/${id}`))
  return (
    <Page
      line={
        data?.waiting ? (
          <>
            有 <em>{data.waiting}</em> 件选举等批复{data.late ? `，${data.late} 件已逾期` : ''}。
          </>
        ) : (
          '选举换届。'
        )
      }
      above={post?.unionName}
      acts={
        mayOpen && (
          <Link to={'/elections/new' as '/'} className="btn primary">
            发起选举
          </Link>
        )
      }
    >
      <Figures data={data} />
      <div className="card">
        <DataTable<Row>
          name="elections"
          unit="次选举"
          findBy="工会或选举名称"
          columns={columns}
          query={(view) => api.elections.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/elections/${id}` as '/' })}
          {...(mayExport && { download })}
          empty={<EmptyState title="还没有选举">任期届满前六个月会提醒。点“发起选举”，按本单位情况生成方案。</EmptyState>}
        />
      </div>
    </Page>
  )
}

type Numbers = {
  open: number
  waiting: number
  late: number
  overdueUnions: number
  endingUnions: number
  turnoutPercent: number | null
  womenPercent: number | null
  frontLinePercent: number | null
  electedPeople: number
}

const Figures = ({ data }: { data: Numbers | undefined }) => (
  <Section title="换届情况">
    <div className="figures">
      <Figure label="办理中" value={data?.open} unit="次" to="/elections" search={{ state: 'open' }} />
      <Figure label="等批复" value={data?.waiting} unit="件" to="/elections" search={{ step: 'waiting' }} />
      <Figure label="逾期" value={data?.late} unit="次" late={!!data?.late} to="/elections" search={{ step: 'late' }} />
      <Figure
        label="主席任期已满未换届"
        value={data?.overdueUnions}
        unit="家"
        late={!!data?.overdueUnions}
        to="/appointments"
        search={{ state: 'expired' }}
      />
      <Figure label="半年内届满" value={data?.endingUnions} unit="家" to="/appointments" search={{ state: 'ending' }} />
      {data?.turnoutPercent != null && <Figure label="平均到会" value={data.turnoutPercent} unit="%" />}
      {data?.womenPercent != null && <Figure label="当选委员中女性" value={data.womenPercent} unit="%" />}
      {data?.frontLinePercent != null && <Figure label="当选委员中一线职工" value={data.frontLinePercent} unit="%" />}
    </div>
  </Section>
)

const columns: Column<Row>[] = [
  { key: 'title', title: '选举', always: true, render: ({ id, title }) => <Link to={`/elections/${id}` as '/'}>{title}</Link> },
  { key: 'union', title: '工会', sortable: true, render: ({ unionName }) => unionName },
  { key: 'kind', title: '类别', options: optionsOf(electionKindNames), render: ({ kind }) => electionKindNames[kind] },
  { key: 'state', title: '状态', options: optionsOf(electionStateNames), render: ({ state }) => <StateChip state={state} /> },
  {
    key: 'step',
    title: '办到',
    options: [...optionsOf(stepNames), { value: 'waiting', label: '等上级答复' }, { value: 'late', label: '逾期' }],
    render: ({ state, step, waitsFor }) =>
      state === 'open' ? (waitsFor ? `等答复：${filingKindNames[waitsFor]}` : stepNames[step]) : '',
  },
  { key: 'due', title: '期限', sortable: true, render: ({ dueOn }) => dueOn && <Due day={dueOn} /> },
  { key: 'meeting', title: '大会日期', sortable: true, render: ({ meetingOn }) => meetingOn },
  { key: 'present', title: '到会', render: ({ expected, present }) => (expected ? `${present ?? 0} / ${expected}` : '') },
  { key: 'termEndsOn', title: '本届届满', hidden: true },
  { key: 'opened', title: '开始', sortable: true, render: ({ openedOn }) => openedOn },
]

function Due({ day }: { day: string }) {
  const { first, second, isLate } = dueInWords(day)
  return (
    <span className={isLate ? 'late' : undefined}>
      {first} {second}
    </span>
  )
}

function inputOf({ filters, page, size, find, sort, descending }: View): Partial<Listing> {
  const [step, state, kind] = [filters.step?.[0], filters.state?.[0], filters.kind?.[0]]
  return {
    ...{ page, size },
    ...(find && { text: find }),
    ...(sort && { sort, descending: descending ?? false }),
    ...(kind && { kind: kind as Row['kind'] }),
    ...(state && { state: state as Row['state'] }),
    ...(step === 'waiting' ? { waiting: true } : step === 'late' ? { late: true } : step && { step: step as Row['step'] }),
  }
}
