import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import type { View } from '#web/useView'
import { count, dayInWords, momentInWords } from '#web/words'
import type { Alarm, AlarmKind, AlarmState, Listing } from '../contract.ts'
import { alarmNames, alarmStateNames } from '../rules/names.ts'
import { NoteDialog, UrgeDialog } from './dialogs.tsx'

/** 预警: what went wrong in the unions below; urged together, or set aside with a reason. */
export function AlarmsPage() {
  const { post, permissions } = useMe()
  const navigate = useNavigate()
  const [keys, pick] = useState<string[]>([])
  const [open, setOpen] = useState<'urge' | 'note'>()
  const figures = useQuery(api.alarms.figures.queryOptions({ input: {} }))
  const act = useMutation(api.alarms.export.mutationOptions())
  const exporting = useExport((view) => act.mutateAsync(inputOf(view)))
  const close = (isDone: boolean) => {
    setOpen(undefined)
    if (isDone) pick([])
  }
  const alarms = figures.data?.counts.reduce((sum, one) => sum + one.alarms, 0) ?? 0
  return (
    <Page
      line={
        !figures.data ? (
          '预警。'
        ) : alarms === 0 ? (
          '没有等着处理的预警。'
        ) : (
          <>
            {count(figures.data.unions)} 家工会有 <em>{count(alarms)}</em> 条预警等着处理
            {figures.data.noted > 0 && `，另有 ${count(figures.data.noted)} 条已说明原因`}。
          </>
        )
      }
      above={
        <>
          {post?.unionName}
          {figures.data?.asOf && ` · ${momentInWords(figures.data.asOf)} 核对`}
        </>
      }
      acts={
        <>
          <Link to={'/alarms/makeup' as '/'} className="btn plain">
            构成对照
          </Link>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <div className="card">
        <DataTable<Alarm>
          name="alarms"
          unit="条预警"
          columns={columns}
          query={(view) => api.alarms.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => void navigate({ to: `/alarms/${id}` as '/' })}
          findBy="工会名称"
          {...exporting}
          empty={
            <EmptyState title="没有预警">
              会员净减少、长期没有办理记录、主席空缺、没有委员会、委员会构成偏离，平台每天核对一遍，有了会列在这里。
            </EmptyState>
          }
          {...(permissions.includes('unions.approve') && {
            picked: {
              keys,
              pick,
              acts: (
                <>
                  <Button onClick={() => setOpen('urge')}>催办 {keys.length} 条</Button>
                  <Button onClick={() => setOpen('note')}>说明原因</Button>
                </>
              ),
            },
          })}
        />
      </div>
      {open === 'urge' && <UrgeDialog ids={keys} close={close} />}
      {open === 'note' && <NoteDialog ids={keys} close={close} />}
    </Page>
  )
}

function inputOf({ page, size, sort, descending, find, filters }: View): Partial<Listing> {
  const kinds = filters.kind as AlarmKind[] | undefined
  const states = filters.state as AlarmState[] | undefined
  const sorts = { since: 'since', unionName: 'union', kind: 'kind' } as const
  return {
    ...{ page, size, descending },
    ...(sort && sort in sorts && { sort: sorts[sort as keyof typeof sorts] }),
    ...(find && { text: find }),
    ...(kinds && { kinds }),
    ...(states && { states }),
  }
}

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

const columns: Column<Alarm>[] = [
  {
    key: 'kind',
    title: '预警',
    always: true,
    sortable: true,
    options: optionsOf(alarmNames),
    render: ({ id, kind }) => <Link to={`/alarms/${id}` as '/'}>{alarmNames[kind]}</Link>,
  },
  { key: 'unionName', title: '工会', always: true, sortable: true },
  {
    key: 'cause',
    title: '原因',
    render: ({ cause, cite }) => (
      <>
        {cause}
        <span className="under">
          <Cite article={cite} />
        </span>
      </>
    ),
  },
  { key: 'since', title: '从哪天起', sortable: true, render: ({ since }) => dayInWords(since) },
  {
    key: 'state',
    title: '状态',
    options: optionsOf(alarmStateNames),
    render: ({ state, notedUntil, replyBy, endedOn }) =>
      state === 'ended' ? (
        <Chip hue="green">{dayInWords(endedOn!)}解除</Chip>
      ) : state === 'noted' ? (
        <Chip>已说明，{dayInWords(notedUntil!)}前</Chip>
      ) : replyBy ? (
        <Chip hue="amber">催办，{dayInWords(replyBy)}前答复</Chip>
      ) : (
        alarmStateNames.open
      ),
  },
  {
    key: 'way',
    title: '办理',
    render: ({ way, state }) =>
      state !== 'ended' && (
        <Link to={way.to as '/'} className="link">
          {way.title}
        </Link>
      ),
  },
]
