import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { count, dayInWords, momentInWords } from '#web/words'
import { useState } from 'react'
import type { Failure, Figures } from '../contract.ts'
import { channelNames } from '../rules.ts'
import { ChannelRow } from './ChannelRow.tsx'
import './notices.css'

/** 提醒发送: how much people are told, by which channels it leaves, and what did not arrive. */
export function FiguresPage() {
  const { post } = useMe()
  const found = useQuery({ ...api.notices.figures.queryOptions({ input: {} }), throwOnError: true }).data
  if (!found) return <Bones />
  const [latest] = found.weeks
  const dead = found.channels.reduce((sum, channel) => sum + channel.dead, 0)
  return (
    <Page
      above={post?.unionName}
      line={
        <>
          {latest ? `本周收到提醒的人，一半不超过 ${number(latest.median)} 条` : '最近八周没有发过提醒'}
          {dead > 0 ? '，' : '。'}
          {dead > 0 && <em>{count(dead)} 条发不出去。</em>}
        </>
      }
    >
      <Weeks weeks={found.weeks} />
      <Kinds kinds={found.kinds} />
      <Section title="发送通道" note="通道坏了会自己歇一会儿再试，不算消息的错">
        <ul className="duties">
          {found.channels.map((channel) => (
            <ChannelRow key={channel.channel} channel={channel} />
          ))}
        </ul>
      </Section>
      <Failures />
    </Page>
  )
}

const number = (value: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: 1 })
const percent = (part: number, whole: number) => (whole ? `${Math.round((part / whole) * 100)}%` : '')

const Weeks = ({ weeks }: Pick<Figures, 'weeks'>) => (
  <Section title="每人每周收到多少条" note="减负：越少越好">
    {weeks.length === 0 && <EmptyState title="还没有提醒">有了提醒，这里按周显示每人收到几条。</EmptyState>}
    {weeks.length > 0 && (
      <div className="scroll-x">
        <table className="notice-figures">
          <thead>
            <tr>
              <th scope="col">周（星期一起）</th>
              <th scope="col">人数</th>
              <th scope="col">中位数</th>
              <th scope="col">95% 的人不超过</th>
              <th scope="col">最多</th>
              <th scope="col">共</th>
              <th scope="col">发到平台外</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, persons, median, p95, most, total, outward }) => (
              <tr key={week}>
                <td>{dayInWords(week)}</td>
                <td>{count(persons)}</td>
                <td>{number(median)}</td>
                <td>{number(p95)}</td>
                <td>{count(most)}</td>
                <td>{count(total)}</td>
                <td>{count(outward)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </Section>
)

const Kinds = ({ kinds }: Pick<Figures, 'kinds'>) =>
  kinds.length > 0 && (
    <Section title="哪几种最多" note="最近八周">
      <div className="scroll-x">
        <table className="notice-figures">
          <thead>
            <tr>
              <th scope="col">种类</th>
              <th scope="col">共</th>
              <th scope="col">人数</th>
              <th scope="col">一人最多</th>
              <th scope="col">24 小时内看了</th>
              <th scope="col">办好了</th>
              <th scope="col">不收它的人</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, title, total, persons, most, readInDay, done, muted }) => (
              <tr key={kind}>
                <td>{title}</td>
                <td>{count(total)}</td>
                <td>{count(persons)}</td>
                <td>{count(most)}</td>
                <td>{percent(readInDay, total)}</td>
                <td>{percent(done, total)}</td>
                <td>{count(muted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )

const columns: Column<Failure>[] = [
  { key: 'personName', title: '收件人', always: true },
  { key: 'unionName', title: '所在工会' },
  { key: 'channel', title: '方式', render: ({ channel }) => channelNames[channel] },
  {
    key: 'state',
    title: '状态',
    options: [
      { value: 'dead', label: '发不出' },
      { value: 'waiting', label: '还会再试' },
    ],
    render: ({ state, nextAt }) =>
      state === 'dead' ? (
        <Chip hue="red">发不出</Chip>
      ) : (
        <Chip hue="amber">{nextAt ? `${momentInWords(nextAt)} 再试` : '还会再试'}</Chip>
      ),
  },
  { key: 'cause', title: '原因' },
  { key: 'attempts', title: '试过', align: 'right', render: ({ attempts }) => `${attempts} 次` },
  { key: 'madeAt', title: '时间', render: ({ madeAt }) => momentInWords(madeAt) },
]

function Failures() {
  const [keys, pick] = useState<string[]>([])
  const again = useMutation(api.notices.again.mutationOptions())
  const resend = () =>
    again.mutate(
      { ids: keys },
      {
        onSuccess: ({ count: n }) => {
          notify({ tone: 'good', title: `${n} 条重新排上了` })
          pick([])
        },
      },
    )
  return (
    <Section title="没有发出的" note="原因里不留地址和号码">
      <DataTable<Failure>
        name="notice-failures"
        unit="条消息"
        columns={columns}
        query={({ page, size, filters }) =>
          api.notices.failures.queryOptions({
            input: { page, size, ...(filters.state && { state: filters.state as Failure['state'][] }) },
          })
        }
        rowKey={({ id }) => id}
        picked={{
          keys,
          pick,
          acts: (
            <Button kind="primary" busy={again.isPending} onClick={resend}>
              重发 {keys.length} 条
            </Button>
          ),
        }}
        empty={<EmptyState title="没有发不出的消息">发不出的消息和原因会列在这里，可以重发。</EmptyState>}
      />
    </Section>
  )
}
