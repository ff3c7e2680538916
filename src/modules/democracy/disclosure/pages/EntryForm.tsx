import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { RuledButton, Button } from '#web/RuledButton'
import { today } from '#web/words'
import { statuteOn } from '#law/statutes'
import type { Entry, Facts, Plan } from '../contract/shapes.ts'
import { mayAdjust } from '../rules.ts'
import { audienceNames, headingNames, periodNames } from '../rules/names.ts'

const blank = (plan: Plan): Facts => ({
  ...{
    heading: 'other',
    title: '',
    content: '',
    procedure: plan.entries[0]?.procedure ?? '起草、批准、核查、公开',
    period: 'yearly',
  },
  ...{
    dueDays: statuteOn('DISC-08.publish', today()).value,
    side: plan.kind === 'union' ? 'union' : 'employer',
    responsible: '',
    audience: 'workers',
    article: '',
  },
})

/** One line of the catalogue; of an adopted plan with the reason for the change. */
export function EntryForm({ plan, entry, done }: { plan: Plan; entry: Entry | null; done: () => void }) {
  const [{ id: _, endedOn: __, ...facts }, set] = useState<Facts & Partial<Entry>>(entry ?? blank(plan))
  const [reason, setReason] = useState('')
  const save = useMutation(api.disclosure.saveEntry.mutationOptions({ onSuccess: done }))
  const field = (key: 'title' | 'content' | 'procedure' | 'responsible' | 'article', label: string) => (
    <label className="field">
      {label}
      <input value={facts[key]} onChange={(event) => set({ ...facts, [key]: event.target.value })} />
    </label>
  )
  const choice = (key: 'heading' | 'period' | 'audience', label: string, names: Record<string, string>) => (
    <label className="field">
      {label}
      <select value={facts[key]} onChange={(event) => set({ ...facts, [key]: event.target.value } as Facts)}>
        {Object.entries(names).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form
      className="card-body padded"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ planId: plan.id, id: entry?.id ?? null, reason: plan.adoptedOn ? reason : null, ...facts })
      }}
    >
      <div className="two">
        {field('title', '事项')}
        {choice('heading', '栏目', headingNames)}
        {field('content', '公开的内容')}
        {field('procedure', '程序')}
        {choice('period', '多久公开一次', periodNames)}
        <label className="field">
          期满后多少日内
          <input
            type="number"
            min={0}
            max={180}
            value={facts.dueDays}
            onChange={(event) => set({ ...facts, dueDays: Number(event.target.value) })}
          />
        </label>
        {field('responsible', '责任人')}
        {choice('audience', '向谁公开', audienceNames)}
        {field('article', '依据')}
        {plan.adoptedOn && (
          <label className="field">
            调整的理由
            <input value={reason} minLength={4} maxLength={400} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
      </div>
      <div className="acts">
        <Button onClick={done}>不改了</Button>
        <RuledButton type="submit" verdict={mayAdjust(plan, reason || null)} busy={save.isPending}>
          保存
        </RuledButton>
      </div>
    </form>
  )
}
