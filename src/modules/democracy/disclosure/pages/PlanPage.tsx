import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords, today } from '#web/words'
import type { Entry, Plan } from '../contract/shapes.ts'
import { kindFor } from '../rules.ts'
import { audienceNames, headingNames, kindNames, periodNames, sideNames } from '../rules/names.ts'
import { EntryForm } from './EntryForm.tsx'
import { Groups } from './Groups.tsx'

/** 实施方案: the catalogue by which a unit opens its affairs, and the two groups that answer for it. */
export function PlanPage() {
  const { unionId } = useParams({ strict: false }) as { unionId: string }
  const union = useQuery({ ...api.unions.get.queryOptions({ input: { id: unionId } }), throwOnError: true })
  const { data } = useQuery(api.disclosure.plans.queryOptions({ input: { unionId } }))
  const begin = useMutation(api.disclosure.begin.mutationOptions())
  const mayManage = usePermission('democracy.manage')
  const running = data?.filter(({ adoptedOn, replacedOn }) => adoptedOn && !replacedOn) ?? []
  const isUnit = ['basic', 'joint', 'newEmployment'].includes(union.data?.kind ?? '')
  const kinds = union.data ? [...(isUnit ? [kindFor(union.data.unitType)] : []), 'union' as const] : []
  return (
    <Page
      line={running.length ? `${running.map(({ kind }) => kindNames[kind]).join('、')}方案在施行。` : '还没有施行的公开方案。'}
      above={union.data?.name}
      acts={
        mayManage &&
        kinds.map((kind) => (
          <Button key={kind} busy={begin.isPending} onClick={() => begin.mutate({ unionId, kind })}>
            {`起草${kindNames[kind]}方案`}
          </Button>
        ))
      }
    >
      <Groups unionId={unionId} mayManage={mayManage} />
      {data?.length === 0 && (
        <Section title="方案">
          <EmptyState title="还没有方案">从模板起草，按单位实际调整目录，会议通过后施行。</EmptyState>
        </Section>
      )}
      {data?.map((plan) => (
        <PlanSection key={plan.id} plan={plan} mayManage={mayManage && !plan.replacedOn} />
      ))}
    </Page>
  )
}

function PlanSection({ plan, mayManage }: { plan: Plan; mayManage: boolean }) {
  const [editing, edit] = useState<Entry | 'new' | null>(null)
  const endEntry = useMutation(api.disclosure.endEntry.mutationOptions())
  const end = async (entry: Entry) => {
    const reason = await ask({ title: `不再公开“${entry.title}”？`, act: '停止公开', reasons: ['并入其他事项'] })
    if (reason !== false) endEntry.mutate({ id: entry.id, reason })
  }
  const state = plan.replacedOn ? '已被代替' : plan.adoptedOn ? '在施行' : '草稿'
  return (
    <Section title={plan.title} note={plan.adoptedOn ? `${plan.adoptedOn} ${plan.meeting}` : undefined}>
      <p className="muted padded">
        <Chip hue={state === '在施行' ? 'green' : undefined}>{state}</Chip> {`依据：${plan.basis}`}
      </p>
      <ul className="duties">
        {plan.entries.map((entry) => (
          <li key={entry.id} className="duty plain">
            <div>
              <p className="duty-title">
                {entry.title} <Chip>{headingNames[entry.heading]}</Chip> {entry.endedOn && <Chip>{`${entry.endedOn} 停止`}</Chip>}
              </p>
              <p>{entry.content}</p>
              <p className="muted">
                {`${periodNames[entry.period]}，${entry.period === 'onEvent' ? '发生后' : '期满后'} ${entry.dueDays} 日内 · ${sideNames[entry.side]} ${entry.responsible} · 向${audienceNames[entry.audience]}公开 · ${entry.article}`}
              </p>
            </div>
            {mayManage && !entry.endedOn && (
              <div className="acts">
                {plan.adoptedOn && entry.period === 'onEvent' && <OpenItem entry={entry} />}
                <Button onClick={() => edit(entry)}>修改</Button>
                {plan.adoptedOn && <Button onClick={() => end(entry)}>停止</Button>}
              </div>
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <EntryForm
          key={editing === 'new' ? 'new' : editing.id}
          plan={plan}
          entry={editing === 'new' ? null : editing}
          done={() => edit(null)}
        />
      )}
      {mayManage && !editing && (
        <div className="acts padded">
          <Button onClick={() => edit('new')}>加一条</Button>
        </div>
      )}
      {mayManage && !plan.adoptedOn && <Adopting plan={plan} />}
      {plan.changes.map((change) => (
        <p
          key={change.id}
          className="muted padded"
        >{`${momentInWords(change.at)} ${change.byPost}调整“${change.title}”：${change.reason}`}</p>
      ))}
    </Section>
  )
}

function OpenItem({ entry }: { entry: Entry }) {
  const open = useMutation(api.disclosure.open.mutationOptions())
  const begin = async () => {
    const label = await ask({ title: `“${entry.title}”发生了什么？`, act: '列为公开事项', reasons: [`${today()} 事项`] })
    if (label !== false) open.mutate({ entryId: entry.id, label: label.slice(0, 60), on: today() })
  }
  return <Button onClick={begin}>有新情况</Button>
}

function Adopting({ plan }: { plan: Plan }) {
  const [meeting, setMeeting] = useState('')
  const [basis, setBasis] = useState(plan.basis)
  const [adoptedOn, setDay] = useState<string | undefined>(today())
  const adopt = useMutation(api.disclosure.adopt.mutationOptions())
  return (
    <form
      className="card-body padded"
      onSubmit={(event) => {
        event.preventDefault()
        if (adoptedOn) adopt.mutate({ id: plan.id, adoptedOn, meeting, basis })
      }}
    >
      <label className="field">
        依据的上级文件
        <input value={basis} maxLength={1000} onChange={(event) => setBasis(event.target.value)} />
      </label>
      <div className="two">
        <label className="field">
          在哪次会议通过、文号
          <input value={meeting} required minLength={4} maxLength={120} onChange={(event) => setMeeting(event.target.value)} />
        </label>
        <div className="field">
          <DayField label="通过日期" value={adoptedOn} pick={setDay} max={today()} />
        </div>
      </div>
      <div className="acts">
        <Button type="submit" kind="primary" busy={adopt.isPending}>
          登记通过，开始施行
        </Button>
      </div>
    </form>
  )
}
