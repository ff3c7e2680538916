import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Working } from '#web/Working'
import type { NewTerm } from '../contract.ts'

/** A new term, drafted from the workforce: numbers by the rule of the place, seats shared out. */
export function TermForm({ unionId, done }: { unionId: string; done: () => void }) {
  const { data } = useQuery(api.deputies.draft.queryOptions({ input: { unionId } }))
  if (!data) return <Section title="建立一届职代会">{null}</Section>
  const { findings: _, ...draft } = data
  return <Form draft={draft} done={done} />
}

function Form({ draft, done }: { draft: NewTerm; done: () => void }) {
  const [term, set] = useState(draft)
  const seats = term.units.reduce((sum, unit) => sum + unit.seats, 0)
  const quota = useQuery(
    api.deputies.quota.queryOptions({
      input: { unionId: term.unionId, staff: term.staff, women: term.women, scope: term.scope, seats },
    }),
  )
  const open = useMutation(api.deputies.open.mutationOptions({ onSuccess: done }))
  const number = (label: string, value: number, to: (value: number) => void) => (
    <label className="field">
      {label}
      <input type="number" min={0} value={value} onChange={(event) => to(Number(event.target.value))} />
    </label>
  )
  const unit = (at: number, seatsNow: number) =>
    set({ ...term, units: term.units.map((one, n) => (n === at ? { ...one, seats: Math.max(1, seatsNow) } : one)) })
  return (
    <Section title={`建立第 ${term.number} 届职代会`} note={quota.data && `至少 ${quota.data.needed} 名代表`} padded>
      <div className="two">
        {number('职工人数', term.staff, (staff) => set({ ...term, staff: Math.max(1, staff) }))}
        {number('其中女职工', term.women, (women) => set({ ...term, women }))}
        <DayField label="任期开始" isStacked value={term.startsOn} pick={(day) => day && set({ ...term, startsOn: day })} />
        <DayField label="任期届满" isStacked value={term.endsOn} pick={(day) => day && set({ ...term, endsOn: day })} />
      </div>
      {quota.data && (
        <Working
          lines={quota.data.findings.map(({ label, figures, ok, says, cite }) => ({
            label,
            figures,
            holds: ok,
            reason: says,
            cite,
          }))}
        />
      )}
      <h3>选举单位和名额（共 {seats} 名）</h3>
      <div className="two">
        {term.units.map(({ name, staff, seats: own }, at) => (
          <div key={name + String(at)}>{number(`${name}（${staff} 人）`, own, (value) => unit(at, value))}</div>
        ))}
      </div>
      <label className="field">
        与规定不一致时的理由
        <input
          maxLength={400}
          value={term.reason ?? ''}
          onChange={(event) => set({ ...term, reason: event.target.value || null })}
        />
      </label>
      <div className="acts">
        <Button onClick={done}>先不建立</Button>
        <Button kind="primary" busy={open.isPending} onClick={() => open.mutate(term)}>
          建立本届
        </Button>
      </div>
    </Section>
  )
}
