import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { DayField } from '#web/DayField'
import { api, client } from '#web/api'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { count, momentInWords } from '#web/words'
import type { JournalEntry } from '../contract.ts'
import { kindOf } from '#rules/organisation/posts'

const branches = {
  unions: '工会网络',
  changes: '组织变更',
  members: '会员',
  posts: '任职',
  accounts: '账号',
  me: '本人',
  system: '系统运行',
} as const

const columns: Column<JournalEntry>[] = [
  { key: 'at', title: '时间', always: true, width: 150, render: ({ at }) => momentInWords(at) },
  {
    key: 'act',
    title: '操作',
    options: Object.entries(branches).map(([value, label]) => ({ value: `${value}.`, label })),
    render: ({ act }) => <code>{act}</code>,
  },
  {
    key: 'actor',
    title: '操作人',
    render: ({ actor, post }) => (
      <>
        {actor ?? <span className="faint">没有登录</span>}
        {post && <p className="faint small">{kindOf(post)?.title ?? post}</p>}
      </>
    ),
  },
  { key: 'union', title: '工会', render: ({ unionName }) => unionName },
  {
    key: 'detail',
    title: '内容',
    render: ({ detail }) => <span className="small muted">{detail ? JSON.stringify(detail) : ''}</span>,
  },
  { key: 'subject', title: '对象编号', hidden: true, render: ({ subject }) => <code className="small">{subject}</code> },
  { key: 'seq', title: '链上序号', align: 'right', hidden: true },
]

type Period = { from?: string; until?: string }
const filterOf = ({ find, filters }: View, { from, until }: Period) => ({
  text: find ?? '',
  act: filters.act?.[0] ?? '',
  ...(from && { from }),
  ...(until && { until }),
})

/** 审计日志: who did what under which post, when; filtered, exported, and proved unaltered. */
export function JournalPage() {
  const period = useSearch({ strict: false }) as Period
  const navigate = useNavigate()
  const setPeriod = (next: Period) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...next, page: undefined })) as never, replace: true })
  const fetchFile = async (view: View) => {
    const { id } = await client.accounts.exportJournal(filterOf(view, period))
    location.assign(`/files/${id}`)
  }
  return (
    <Page above="审计日志" line="谁、以什么职务、在什么时候办了什么，一条不少。">
      <Verify />
      <Section
        title="日志"
        note={
          <span className="acts">
            <DayField label="从" value={period.from} pick={(from) => setPeriod({ from: from ?? '' })} />
            <DayField label="到" value={period.until} pick={(until) => setPeriod({ until: until ?? '' })} />
          </span>
        }
      >
        <DataTable<JournalEntry>
          name="journal"
          unit="条记录"
          columns={columns}
          query={(view) =>
            api.accounts.journal.queryOptions({ input: { page: view.page, size: view.size, ...filterOf(view, period) } })
          }
          rowKey={({ id }) => id}
          findBy="操作人姓名"
          download={fetchFile}
          empty={<EmptyState title="这一段没有记录">换一个时间段看看。</EmptyState>}
        />
      </Section>
    </Page>
  )
}

/** Recomputes the chains on request; a changed line is named. */
function Verify() {
  const [isAsked, setAsked] = useState(false)
  const check = useQuery({ ...api.accounts.verifyJournal.queryOptions(), enabled: isAsked, staleTime: 0 })
  const faults = check.data?.faults ?? []
  return (
    <Section title="日志有没有被人动过" note="每条记录都按前一条算出校验值" padded>
      {check.data && !check.isFetching && (
        <p role="status">
          {faults.length === 0
            ? `核对了 ${count(check.data.chains)} 条链、${count(check.data.lines)} 条记录，都没有被改动。`
            : `有 ${faults.length} 处不对：`}
        </p>
      )}
      {faults.map(({ unionName, seq, problem }) => (
        <p key={`${unionName} ${seq}`} className="late">
          {unionName ?? '公共记录'} 第 {seq} 条：{problem}
        </p>
      ))}
      <div className="acts">
        <Button busy={check.isFetching} onClick={() => (isAsked ? void check.refetch() : setAsked(true))}>
          {check.data ? '再核对一遍' : '现在核对'}
        </Button>
      </div>
    </Section>
  )
}
