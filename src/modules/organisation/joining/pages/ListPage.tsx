import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, client } from '#web/api'
import { ask } from '#web/ask'
import { Chip, type Hue } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import type { View } from '#web/useView'
import { count, dayInWords, dueInWords } from '#web/words'
import type { Filter, Row } from '../contract.ts'
import { applicationStateNames, channelNames, employmentForms, type Match, matchNames, newForms } from '../contract/words.ts'

const hues: Record<Match, Hue | undefined> = {
  same: 'green',
  differs: 'amber',
  unknown: 'amber',
  member: undefined,
  elsewhere: 'blue',
}
export const MatchChip = ({ match }: { match: Match }) => <Chip hue={hues[match]}>{matchNames[match]}</Chip>

/** 入会审批: what waits stands first, and of that what is overdue. */
export function ListPage() {
  const { post, permissions } = useMe()
  const { data: counts } = useQuery(api.joining.counts.queryOptions())
  const navigate = useNavigate()
  const [keys, pick] = useState<string[]>([])
  return (
    <Page
      line={counts ? <Line {...counts} /> : '入会审批'}
      above={post?.unionName}
      acts={
        <>
          <Link to={'/joining/poster' as '/'} className="btn plain">
            入会二维码
          </Link>
          {permissions.includes('members.manage') && (
            <Link to={'/joining/enter' as '/'} className="btn plain">
              窗口代办
            </Link>
          )}
        </>
      }
    >
      <div className="card">
        <DataTable<Row>
          name="joining"
          unit="份申请"
          columns={columns}
          query={(view) => api.joining.list.queryOptions({ input: { page: view.page, size: view.size, ...filterOf(view) } })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/joining/${id}` as '/' })}
          findBy="姓名、拼音首字母"
          download={async (view) => location.assign(`/files/${(await client.joining.export(filterOf(view))).id}`)}
          empty={
            <EmptyState title="还没有人申请">把入会二维码贴在车间、食堂，或发到工作群，职工用手机一分钟就能申请。</EmptyState>
          }
          {...(permissions.includes('members.decide') && {
            picked: { keys, pick, acts: <ApproveMany ids={keys} done={() => pick([])} /> },
          })}
        />
      </div>
    </Page>
  )
}

function Line({ open, late, medianHours }: { open: number; late: number; medianHours: number | null }) {
  if (open === 0) return <>没有等着答复的入会申请。</>
  return (
    <>
      {count(open)} 份入会申请等答复{late > 0 ? '，' : '。'}
      {late > 0 && <em>{count(late)} 份已过承诺的日子。</em>}
      {medianHours !== null && <span className="since"> 近 90 天答复用时中位数 {Math.round(medianHours)} 小时</span>}
    </>
  )
}

const listOf = <T extends string>(values: string[] | undefined) => (values?.length ? { only: values as T[] } : {})
function filterOf({ filters, find }: View): Filter {
  const state = listOf<Row['state']>(filters.state).only
  const channel = listOf<Row['channel']>(filters.channel).only
  const employmentForm = listOf<Row['employmentForm']>(filters.employmentForm).only
  return {
    ...(find && { text: find }),
    ...(state && { state }),
    ...(channel && { channel }),
    ...(employmentForm && { employmentForm }),
  }
}

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', always: true, render: ({ id, name }) => <Link to={`/joining/${id}` as '/'}>{name}</Link> },
  {
    key: 'state',
    title: '状态',
    options: optionsOf(applicationStateNames),
    render: ({ state, match }) => (match ? <MatchChip match={match} /> : applicationStateNames[state]),
  },
  {
    key: 'dueOn',
    title: '应答复',
    render: ({ state, dueOn, decidedOn }) => (state === 'applied' ? <Due on={dueOn} /> : decidedOn && dayInWords(decidedOn)),
  },
  { key: 'unionName', title: '申请加入' },
  { key: 'employer', title: '工作单位', render: ({ employer }) => employer ?? '—' },
  {
    key: 'employmentForm',
    title: '用工形式',
    options: optionsOf(employmentForms),
    render: ({ employmentForm, newForm }) => (newForm ? newForms[newForm] : employmentForms[employmentForm]),
  },
  { key: 'mobile', title: '手机号', render: ({ mobile }) => mobile ?? '—' },
  { key: 'channel', title: '来路', options: optionsOf(channelNames), render: ({ channel }) => channelNames[channel] },
  { key: 'appliedOn', title: '提交', render: ({ appliedOn }) => dayInWords(appliedOn) },
]

function Due({ on }: { on: string }) {
  const { first, second, isLate } = dueInWords(on)
  return (
    <span className={isLate ? 'late' : undefined}>
      {first} {second}
    </span>
  )
}

/** Approves all ticked who agree with the rolls; names how many were left to be looked at one by one. */
function ApproveMany({ ids, done }: { ids: string[]; done: () => void }) {
  const approve = useMutation(api.joining.approveMany.mutationOptions())
  const start = async () => {
    const body = '与名册核对一致的马上批准、发会员证号；对不上的留着，一份一份看。'
    if ((await ask({ title: `批准选中的 ${ids.length} 份申请？`, body, act: '批准' })) === false) return
    approve.mutate(
      { ids },
      {
        onSuccess: ({ approved, left }) => {
          notify({
            tone: 'good',
            title: `批准 ${approved.length} 份${left.length ? `，${left.length} 份要单独看：${left[0]!.reason}` : ''}`,
          })
          done()
        },
      },
    )
  }
  return (
    <Button kind="primary" busy={approve.isPending} onClick={start}>
      批准选中的 {ids.length} 份
    </Button>
  )
}
