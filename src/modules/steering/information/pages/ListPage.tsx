import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import type { View } from '#web/useView'
import { count, dayInWords, momentInWords } from '#web/words'
import type { Row } from '../contract.ts'
import { type Box, boxes, boxNames, informationStateNames, kindNames, receiptStateNames, wayNames } from '../rules.ts'
import './information.css'

/** 工作信息: what came to the union, what it sent, what waits for a second person. */
export function ListPage() {
  const { post, permissions } = useMe()
  const counts = useQuery(api.information.counts.queryOptions()).data
  const { box: wanted } = useSearch({ strict: false }) as { box?: string }
  const box = boxes.find((each) => each === wanted) ?? 'in'
  const navigate = useNavigate()
  const to = (id: string) => `/information/${id}` as '/'
  return (
    <Page
      above={post?.unionName}
      line={lineOf(counts)}
      acts={
        <>
          <Link to={'/information/figures' as '/'} className="btn plain">
            签收统计
          </Link>
          {permissions.includes('unions.file') && (
            <Link to={'/information/write' as '/'} className="btn primary">
              写一份
            </Link>
          )}
        </>
      }
    >
      <nav className="pills-row" aria-label="信箱">
        {boxes.map((each) => (
          <Link
            key={each}
            to="."
            search={(each === 'in' ? {} : { box: each }) as never}
            className="pill"
            activeOptions={{ exact: true }}
          >
            {boxNames[each]}
            {counts && each === 'in' && counts.unread > 0 && ` ${counts.unread}`}
            {counts && each === 'waiting' && counts.waiting > 0 && ` ${counts.waiting}`}
          </Link>
        ))}
      </nav>
      <div className="card">
        <DataTable<Row>
          key={box}
          name={`information-${box}`}
          unit="件工作信息"
          columns={columnsOf(box)}
          findBy="标题或文号"
          query={(view) =>
            api.information.list.queryOptions({ input: { box, page: view.page, size: view.size, ...filterOf(view) } })
          }
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: to(id) })}
          empty={
            <EmptyState title={box === 'in' ? '还没有收到' : box === 'out' ? '还没有发过' : '没有等审签的'}>
              {emptyWords[box]}
            </EmptyState>
          }
        />
      </div>
    </Page>
  )
}

const emptyWords: Record<Box, string> = {
  in: '上级、下级、同级工会发来的通知、文件、报告会在这里，打开就算签收。',
  out: '点“写一份”发给下级、上报上级，或与同级工会交流。',
  waiting: '本工会要求发布前审签时，等审签的在这里。',
}

function lineOf(counts: { unread: number; toReply: number; waiting: number } | undefined) {
  if (!counts) return '工作信息'
  const { unread, toReply, waiting } = counts
  const parts = [
    unread && `${count(unread)} 件没看`,
    toReply && `${count(toReply)} 件等回复`,
    waiting && `${count(waiting)} 件等审签`,
  ]
  const words = parts.filter(Boolean).join('，')
  return words ? `工作信息：${words}。` : '工作信息都看过、回过了。'
}

function filterOf({ filters, find }: View) {
  const [kind, state] = [
    filters.kind as Row['kind'][] | undefined,
    filters.receipt as ('unread' | 'read' | 'replied')[] | undefined,
  ]
  return { ...(find && { text: find }), ...(kind?.length && { kind }), ...(state?.length && { state }) }
}

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

function columnsOf(box: Box): Column<Row>[] {
  const title: Column<Row> = {
    key: 'title',
    title: '标题',
    always: true,
    render: ({ id, title: words, number }) => (
      <>
        <Link to={`/information/${id}` as '/'}>{words}</Link>
        {number && <p className="faint small">{number}</p>}
      </>
    ),
  }
  const kind: Column<Row> = { key: 'kind', title: '种类', options: options(kindNames), render: (row) => kindNames[row.kind] }
  const at: Column<Row> = { key: 'at', title: box === 'in' ? '收到' : '时间', render: (row) => momentInWords(row.at) }
  const by: Column<Row> = { key: 'replyBy', title: '回复期限', render: ({ replyBy }) => replyBy && dayInWords(replyBy) }
  if (box === 'in')
    return [
      title,
      { key: 'unionName', title: '来自' },
      kind,
      at,
      by,
      { key: 'receipt', title: '签收', options: options(receiptStateNames), render: Receipt },
    ]
  return [
    title,
    kind,
    { key: 'way', title: '发给', render: ({ way }) => wayNames[way] },
    { key: 'state', title: '状态', render: State },
    at,
    by,
    { key: 'counts', title: '签收', render: Counts },
  ]
}

function Receipt({ receipt, version, state }: Row) {
  if (!receipt) return null
  if (state === 'withdrawn') return <Chip>已撤回</Chip>
  if (!receipt.openedAt) return <Chip hue="amber">{receipt.isCopy ? '没看（抄送）' : '没看'}</Chip>
  if (!receipt.isCurrent) return <Chip hue="amber">有更正（第 {version} 稿）</Chip>
  return receipt.repliedAt ? <Chip hue="green">已回复</Chip> : '看了'
}

const State = ({ state, version }: Row) => (
  <Chip hue={state === 'released' ? 'green' : state === 'waiting' || state === 'refused' ? 'amber' : undefined}>
    {informationStateNames[state]}
    {version > 1 && `，第 ${version} 稿`}
  </Chip>
)

const Counts = ({ counts }: Row) =>
  counts && counts.to > 0 && `${count(counts.opened)}/${count(counts.to)}，回复 ${count(counts.replied)}`
