import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { type Column, DataTable } from '#web/DataTable'
import { EmptyState } from '#web/EmptyState'
import { useExport } from '#web/exporting'
import { Figure } from '#web/Figure'
import { useMe, usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { View } from '#web/useView'
import { today } from '#web/words'
import type { Listing, Row } from '../contract.ts'
import { type SessionKind, sessionKindNames, sessionStateNames } from '../rules/names.ts'
import { FirmsWaiting } from './FirmsSection.tsx'

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))
const hues = { preparing: 'amber', open: 'blue', closed: 'green', cancelled: undefined } as const

/** 职代会: every session of one's scope, where it stands, what became of its resolutions. */
export function ListPage() {
  const { post } = useMe()
  const navigate = useNavigate()
  const mayManage = usePermission('democracy.manage')
  const [isNew, setNew] = useState(false)
  const { data } = useQuery(api.congress.figures.queryOptions())
  const write = useMutation(api.congress.export.mutationOptions())
  return (
    <Page
      line={data?.preparing ? `有 ${data.preparing} 次会议在筹备。` : '职工代表大会。'}
      above={post?.unionName}
      acts={
        mayManage && (
          <Button kind="primary" onClick={() => setNew(!isNew)}>
            筹备会议
          </Button>
        )
      }
    >
      {isNew && post && <NewSession unionId={post.unionId} done={() => setNew(false)} />}
      <Section title="召开情况">
        <div className="figures">
          <Figure label="一年内开过会的基层工会" value={data?.heldInYear} unit={`/ ${data?.unions ?? 0} 家`} />
          <Figure label="筹备中" value={data?.preparing} unit="次" to="/congress" search={{ state: 'preparing' }} />
          <Figure label="闭会后未报告上级" value={data?.unreported} unit="次" late={!!data?.unreported} />
          <Figure label="逾期未办结的决议任务" value={data?.lateTasks} unit="项" late={!!data?.lateTasks} />
          <Figure label="代表有异议" value={data?.disputed} unit="项" />
          <Figure
            label="非公企业：自己开会 / 区域行业覆盖"
            value={data?.nonPublicWithCongress}
            unit={`/ ${data?.nonPublicCovered ?? 0}（共 ${data?.nonPublic ?? 0} 家）`}
          />
        </div>
      </Section>
      {post && <FirmsWaiting unionId={post.unionId} />}
      <div className="card">
        <DataTable<Row>
          name="congress"
          unit="次会议"
          findBy="工会或会议名称"
          columns={columns}
          query={(view) => api.congress.list.queryOptions({ input: inputOf(view) })}
          rowKey={({ id }) => id}
          open={({ id }) => navigate({ to: `/congress/${id}` as '/' })}
          {...useExport((view) => write.mutateAsync(inputOf(view) as Listing))}
          empty={<EmptyState title="还没有职代会">先在“职工代表”建立本届，再点“筹备会议”，每一步的期限自动算好。</EmptyState>}
        />
      </div>
    </Page>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '会议',
    always: true,
    sortable: true,
    render: ({ id, title }) => <Link to={`/congress/${id}` as '/'}>{title}</Link>,
  },
  { key: 'union', title: '工会', sortable: true, render: ({ unionName }) => unionName },
  { key: 'kind', title: '类别', options: optionsOf(sessionKindNames), render: ({ kind }) => sessionKindNames[kind] },
  {
    key: 'state',
    title: '状态',
    options: optionsOf(sessionStateNames),
    render: ({ state }) => <Chip hue={hues[state]}>{sessionStateNames[state]}</Chip>,
  },
  { key: 'opensOn', title: '日期', sortable: true },
  { key: 'present', title: '到会', render: ({ expected, present }) => (expected ? `${present} / ${expected}` : '') },
  { key: 'items', title: '议题', render: ({ items, passed }) => (items ? `通过 ${passed} / ${items}` : '') },
  {
    key: 'tasks',
    title: '决议任务',
    render: ({ tasks, done, disputed }) => (tasks ? `办结 ${done} / ${tasks}${disputed ? `，异议 ${disputed}` : ''}` : ''),
  },
  { key: 'reportedOn', title: '报告上级' },
  { key: 'instructorName', title: '指导员', hidden: true },
]

function inputOf({ filters, page, size, find, sort, descending }: View): Partial<Listing> {
  const [kind, state] = [filters.kind?.[0], filters.state?.[0]]
  return {
    ...{ page, size },
    ...(find && { text: find }),
    ...(sort && { sort, descending: descending ?? false }),
    ...(kind && { kind: kind as SessionKind }),
    ...(state && { state: state as Row['state'] }),
  }
}

function NewSession({ unionId, done }: { unionId: string; done: () => void }) {
  const navigate = useNavigate()
  const [facts, set] = useState({ kind: 'regular' as SessionKind, title: '', opensOn: today(), place: '', reason: '' })
  const prepare = useMutation(
    api.congress.prepare.mutationOptions({
      onSuccess: ({ id }) => {
        done()
        void navigate({ to: `/congress/${id}` as '/' })
      },
    }),
  )
  const text = (label: string, key: 'title' | 'place' | 'reason', hint = '') => (
    <label className="field">
      {label}
      <input
        maxLength={80}
        placeholder={hint}
        value={facts[key]}
        onChange={(event) => set({ ...facts, [key]: event.target.value })}
      />
    </label>
  )
  return (
    <Section title="筹备会议" padded>
      <div className="two">
        <label className="field">
          类别
          <select value={facts.kind} onChange={(event) => set({ ...facts, kind: event.target.value as SessionKind })}>
            {optionsOf(sessionKindNames).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {text('名称', 'title', '第一届职工代表大会第二次会议')}
        <DayField label="开会日期" isStacked value={facts.opensOn} pick={(day) => day && set({ ...facts, opensOn: day })} />
        {text('地点', 'place')}
        {facts.kind === 'extraordinary' && text('由谁提议', 'reason', '行政方、工会，或三分之一以上代表')}
      </div>
      <div className="acts">
        <Button onClick={done}>先不办</Button>
        <Button
          kind="primary"
          busy={prepare.isPending}
          onClick={() => prepare.mutate({ ...facts, unionId, place: facts.place || null, reason: facts.reason || null })}
        >
          开始筹备
        </Button>
      </div>
    </Section>
  )
}
