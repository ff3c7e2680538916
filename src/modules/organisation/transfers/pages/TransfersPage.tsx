import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import { count, dayInWords, dueInWords } from '#web/words'
import type { Row } from '../contract.ts'
import { sideNames, transferStateNames } from '../contract/words.ts'

/** 转会: what leaves and what comes, the overdue ones first. */
export function TransfersPage() {
  const { post, permissions } = useMe()
  const { data: counts } = useQuery(api.transfers.counts.queryOptions())
  const navigate = useNavigate()
  const act = useMutation(api.transfers.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync({ ...filterOf(view) }))
  return (
    <Page
      line={counts ? <Line {...counts} /> : '转会'}
      above={post?.unionName}
      acts={
        permissions.includes('members.decide') && (
          <Link to={'/transfers/start' as '/'} className="btn primary">
            办理转会
          </Link>
        )
      }
    >
      <div className="card">
        <DataTable<Row>
          name="transfers"
          unit="件转会"
          columns={columns}
          {...exporting}
          query={(view) => api.transfers.list.queryOptions({ input: { page: view.page, size: view.size, ...filterOf(view) } })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/transfers/${id}` as '/' })}
          empty={<EmptyState title="还没有转会">会员换了单位，可以在手机上申请，也可以由原工会或新工会提出。</EmptyState>}
        />
      </div>
    </Page>
  )
}

function Line({ waiting, late, open }: { waiting: number; late: number; open: number }) {
  if (open === 0) return <>没有在办的转会。</>
  return (
    <>
      {count(open)} 件转会在办，{count(waiting)} 件等您确认{late > 0 ? '，' : '。'}
      {late > 0 && <em>{count(late)} 件已过承诺的日子。</em>}
    </>
  )
}

function filterOf({ filters }: View) {
  const state = filters.state as Row['state'][] | undefined
  const way = filters.way?.length === 1 ? (filters.way[0] as 'out' | 'in') : undefined
  return { ...(state?.length && { state }), ...(way && { way }) }
}

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', always: true, render: ({ id, name }) => <Link to={`/transfers/${id}` as '/'}>{name}</Link> },
  {
    key: 'way',
    title: '方向',
    options: [
      { value: 'out', label: '转出' },
      { value: 'in', label: '转入' },
    ],
    render: ({ mySides }) => (mySides.length > 1 ? '辖区内' : mySides[0] === 'old' ? '转出' : '转入'),
  },
  { key: 'fromName', title: '原工会' },
  { key: 'toName', title: '新工会' },
  {
    key: 'state',
    title: '状态',
    options: Object.entries(transferStateNames).map(([value, label]) => ({ value, label })),
    render: ({ state, waitsFor, mySides }) =>
      waitsFor.length ? (
        <Chip hue={waitsFor.some((side) => mySides.includes(side)) ? 'amber' : undefined}>
          等{waitsFor.map((side) => sideNames[side]).join('、')}
        </Chip>
      ) : (
        transferStateNames[state]
      ),
  },
  {
    key: 'dueOn',
    title: '应办结',
    render: ({ waitsFor, dueOn, endedOn }) => {
      if (!waitsFor.length) return endedOn && dayInWords(endedOn)
      const { first, second, isLate } = dueInWords(dueOn)
      return (
        <span className={isLate ? 'late' : undefined}>
          {first} {second}
        </span>
      )
    },
  },
  { key: 'startedOn', title: '提出', render: ({ startedOn, startedBy }) => `${dayInWords(startedOn)} ${sideNames[startedBy]}` },
]
