import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { ask } from '#web/ask'
import { DayField } from '#web/DayField'
import { EmptyState } from '#web/EmptyState'
import { usePermission } from '#web/me'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { today } from '#web/words'
import type { Plan } from '../contract.ts'
import { mayPlan } from '../rules/planning.ts'
import { quarterName, quarterOf } from './period.ts'

/** 走访计划: how many visits to each contact point in a period, and about what. */
export function PlansPage() {
  const { data } = useQuery(api.visits.plans.queryOptions())
  const mayPlanHere = usePermission('posts.manage')
  if (!data) return <Bones />
  const current = data.filter(({ untilOn, endedOn }) => !endedOn && untilOn >= today())
  return (
    <Page
      line={current.length ? `${current.length} 个计划在走。` : '眼下没有走访计划。'}
      above={<Link to={'/contacts' as '/'}>联系点</Link>}
    >
      {mayPlanHere && <NewPlan />}
      <Section title="计划" note="最近的在前">
        {data.length === 0 && <EmptyState title="还没有做过计划">计划一定，每个联系点的走访和日期就排好了。</EmptyState>}
        <ul className="duties">
          {data.map((plan) => (
            <PlanRow key={plan.id} plan={plan} mayPlan={mayPlanHere} />
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function PlanRow({ plan, mayPlan: mayKeep }: { plan: Plan; mayPlan: boolean }) {
  const { id, title, unionName, fromOn, untilOn, visitsEach, planned, made, note, endedOn } = plan
  const spread = useMutation(
    api.visits.spread.mutationOptions({
      onSuccess: ({ made: more }) => notify({ tone: 'good', title: more ? `补排了 ${more} 次走访` : '每个联系点都已经排好' }),
    }),
  )
  const end = useMutation(api.visits.endPlan.mutationOptions())
  const stop = async () => {
    const reason = await ask({
      title: `停止“${title}”？`,
      body: '还没有去的走访会取消，已经记的都留着。',
      act: '停止',
      reasons: ['计划有变', '重新安排'],
    })
    if (reason !== false) end.mutate({ id, reason })
  }
  const isOpen = mayKeep && !endedOn && untilOn >= today()
  return (
    <li className="duty plain">
      <div>
        <p className="duty-title">
          {title} <span className="faint">{unionName}</span>
        </p>
        <p className="muted">
          {fromOn} 至 {untilOn}，每个点 {visitsEach} 次；排了 {planned} 次，已走访 {made} 次{endedOn && `；${endedOn} 停止`}
          {note && <span className="faint">（{note}）</span>}
        </p>
      </div>
      <span className="acts">
        <Link to={'/contacts/visits' as '/'} search={{ plan: id } as never} className="btn plain">
          看走访
        </Link>
        {isOpen && (
          <>
            <Button busy={spread.isPending} onClick={() => spread.mutate({ id })}>
              补排新联系点
            </Button>
            <Button busy={end.isPending} onClick={stop}>
              停止
            </Button>
          </>
        )}
      </span>
    </li>
  )
}

function NewPlan() {
  const quarter = quarterOf(today())
  const [form, setForm] = useState({
    ...quarter,
    title: `${quarterName(quarter)}走访`,
    visitsEach: 1,
    themes: [] as string[],
    note: '',
  })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const { data: catalogue } = useQuery(api.visits.themes.queryOptions())
  const act = useMutation(
    api.visits.plan.mutationOptions({
      onSuccess: ({ made }) => notify({ tone: 'good', title: `计划定了，排好 ${made} 次走访` }),
    }),
  )
  const turn = (key: string) =>
    set({ themes: form.themes.includes(key) ? form.themes.filter((each) => each !== key) : [...form.themes, key] })
  const verdict = form.title.trim().length < 2 ? { code: 'visits.title', reason: '请给计划起个名字' } : mayPlan(form, today())
  return (
    <Section title="做一个计划" padded>
      <div className="narrow-form">
        <Field label="名称" value={form.title} maxLength={60} onChange={(event) => set({ title: event.target.value })} />
        <DayField label="从" value={form.from} pick={(from) => from && set({ from })} />
        <DayField label="到" value={form.until} pick={(until) => until && set({ until })} />
        <Field
          label="每个联系点走访几次"
          type="number"
          min={1}
          max={60}
          value={form.visitsEach}
          onChange={(event) => set({ visitsEach: Math.min(60, Math.max(1, Number(event.target.value) || 1)) })}
        />
      </div>
      <div className="field" role="group" aria-label="要谈的">
        <span className="muted">要谈的</span>
        <span className="usual">
          {catalogue?.themes
            .filter(({ isUsed }) => isUsed)
            .map(({ key, title }) => (
              <button key={key} type="button" className="pill" aria-pressed={form.themes.includes(key)} onClick={() => turn(key)}>
                {title}
              </button>
            ))}
        </span>
      </div>
      <Field label="要求" value={form.note} maxLength={600} onChange={(event) => set({ note: event.target.value })} />
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={act.isPending}
          onClick={() => act.mutate({ ...form, note: form.note.trim() || null })}
        >
          定计划，排走访
        </RuledButton>
      </div>
    </Section>
  )
}
