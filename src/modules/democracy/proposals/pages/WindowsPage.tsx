import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { type Column, DataTable } from '#web/DataTable'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { useMe, usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { statuteOn } from '#law/statutes'
import type { Window } from '../contract.ts'
import { type Audience, audiences } from '../contract/words.ts'
import { mayOpen } from '../rules/collecting.ts'
import { Choice } from './fields.tsx'

/** The collections, and opening one. */
export function WindowsPage() {
  const { post } = useMe()
  const mayManage = usePermission('democracy.manage')
  return (
    <Page line="提案什么时候征集，收了多少。" above={post?.unionName}>
      {mayManage && <NewWindow />}
      <div className="card">
        <DataTable<Window>
          name="proposal-windows"
          unit="次征集"
          columns={columnsFor(mayManage, post?.unionId)}
          query={({ page, size }) => api.proposals.windows.queryOptions({ input: { page, size } })}
          rowKey={({ id }) => id}
          empty={<EmptyState title="还没有征集过提案">职代会召开前一两个月开始征集，定好截止日。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const columnsFor = (mayManage: boolean, unionId: string | undefined): Column<Window>[] => [
  {
    key: 'title',
    title: '征集',
    always: true,
    render: ({ id, title }) => (
      <Link to={'/proposals' as '/'} search={{ windowId: id } as never}>
        {title}
      </Link>
    ),
  },
  { key: 'unionName', title: '单位工会' },
  { key: 'days', title: '起止', render: ({ opensOn, closesOn }) => `${opensOn} 至 ${closesOn}` },
  { key: 'audience', title: '收谁的', render: ({ audience }) => audiences[audience] },
  { key: 'count', title: '提案', align: 'right', render: ({ count }) => count },
  {
    key: 'state',
    title: '到哪一步',
    render: ({ opensOn, closesOn, unexamined, reportedOn }) =>
      reportedOn ? (
        <Chip hue="green">已向职代会报告</Chip>
      ) : today() < opensOn ? (
        <Chip>还没开始</Chip>
      ) : today() <= closesOn ? (
        <Chip hue="blue">征集中</Chip>
      ) : unexamined ? (
        <Chip hue="amber">{unexamined} 件待审查</Chip>
      ) : (
        <Chip>已截止</Chip>
      ),
  },
  {
    key: 'sessionTitle',
    title: '职代会',
    render: ({ sessionTitle, reportedOn }) => [sessionTitle, reportedOn].filter(Boolean).join('，') || '—',
  },
  ...(mayManage
    ? [
        {
          key: 'act',
          title: '',
          render: (row: Window) => row.unionId === unionId && !row.reportedOn && row.closesOn < today() && <Report row={row} />,
        },
      ]
    : []),
]

function Report({ row }: { row: Window }) {
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState(row.sessionTitle ?? '')
  const act = useMutation(api.proposals.reportWindow.mutationOptions())
  if (!isOpen)
    return (
      <Button kind="link" onClick={() => setOpen(true)}>
        向职代会报告了
      </Button>
    )
  const verdict = title.trim().length < 2 ? { code: 'proposals.session', reason: '请写是哪一次职代会' } : null
  return (
    <>
      <Field label="哪一次职代会" value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
      <RuledButton
        verdict={verdict}
        busy={act.isPending}
        onClick={() => act.mutate({ id: row.id, on: today(), sessionTitle: title })}
      >
        今天报告，归档
      </RuledButton>
    </>
  )
}

function NewWindow() {
  const [form, setForm] = useState({
    title: '职代会提案征集',
    opensOn: today(),
    closesOn: '',
    audience: 'workers' as Audience,
    secondersNeeded: statuteOn('PROP-03.seconders', today()).value,
    sessionTitle: '',
    note: '',
  })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const act = useMutation(
    api.proposals.openWindow.mutationOptions({ onSuccess: () => notify({ tone: 'good', title: '征集开了，职工手机上能看到' }) }),
  )
  const verdict = form.closesOn ? mayOpen(form, today()) : { code: 'proposals.window', reason: '请定截止日' }
  return (
    <Section title="开一次征集" note="一般在职代会召开前一两个月" padded>
      <div className="narrow-form">
        <Field label="名称" value={form.title} maxLength={60} onChange={(event) => set({ title: event.target.value })} />
        <DayField label="从" value={form.opensOn} pick={(opensOn) => opensOn && set({ opensOn })} />
        <DayField label="截止" value={form.closesOn || undefined} pick={(closesOn) => set({ closesOn: closesOn ?? '' })} />
        <Field
          label="要几人附议"
          type="number"
          min={0}
          max={20}
          value={form.secondersNeeded}
          onChange={(event) => set({ secondersNeeded: Math.min(20, Math.max(0, Number(event.target.value) || 0)) })}
        />
        <Field
          label="给哪一次职代会"
          value={form.sessionTitle}
          maxLength={60}
          onChange={(event) => set({ sessionTitle: event.target.value })}
        />
      </div>
      <Choice label="收谁的提案" of={audiences} value={form.audience} pick={(audience) => set({ audience })} />
      <Field label="写给职工的话" value={form.note} maxLength={600} onChange={(event) => set({ note: event.target.value })} />
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={act.isPending}
          onClick={() => act.mutate({ ...form, sessionTitle: form.sessionTitle.trim() || null, note: form.note.trim() || null })}
        >
          开始征集
        </RuledButton>
      </div>
    </Section>
  )
}
