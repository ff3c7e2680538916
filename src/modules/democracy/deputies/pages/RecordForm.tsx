import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { PersonPick } from '#web/PersonPick'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Overview } from '../contract.ts'
import { mayVoteIn } from '../rules.ts'

/** Who a unit elected, with its vote: more than half of all its staff. */
export function RecordForm({ units, done }: { units: Overview['units']; done: () => void }) {
  const open = units.filter(({ filled, seats }) => filled < seats)
  const [unitId, setUnit] = useState(open[0]?.id ?? '')
  const [person, pick] = useState<{ personId: string | null; personName: string }>({ personId: null, personName: '' })
  const [facts, set] = useState({ isManager: false, isFrontLine: true, electedOn: today(), evidence: '' })
  const staff = units.find(({ id }) => id === unitId)?.staff ?? 0
  const [counted, count] = useState({ present: 0, inFavour: 0, why: '' })
  const record = useMutation(api.deputies.record.mutationOptions({ onSuccess: done }))
  const vote = { staff: Math.max(1, staff), ...counted }
  const verdict = !person.personId ? { code: 'deputies.who', reason: '请先从名单里选出代表' } : mayVoteIn(vote, facts.electedOn)
  if (!open.length)
    return (
      <Section title="登记代表" padded>
        <p>各选举单位的名额都已满，出缺后才能补选。</p>
      </Section>
    )
  const isShort = mayVoteIn({ ...vote, why: null }, facts.electedOn)?.code === 'deputies.majority'
  const number = (label: string, key: 'present' | 'inFavour') => (
    <label className="field">
      {label}
      <input
        type="number"
        min={0}
        value={counted[key]}
        onChange={(event) => count({ ...counted, [key]: Number(event.target.value) })}
      />
    </label>
  )
  const tick = (label: string, key: 'isManager' | 'isFrontLine') => (
    <label>
      <input type="checkbox" checked={facts[key]} onChange={(event) => set({ ...facts, [key]: event.target.checked })} /> {label}
    </label>
  )
  return (
    <Section title="登记代表" note={`全体职工 ${staff} 人`} padded>
      <div className="two">
        <label className="field">
          选举单位
          <select value={unitId} onChange={(event) => setUnit(event.target.value)}>
            {open.map(({ id, name, seats, filled }) => (
              <option key={id} value={id}>
                {name}（空 {seats - filled}）
              </option>
            ))}
          </select>
        </label>
        <PersonPick label="当选代表" value={person} pick={pick} />
        <DayField
          label="当选日期"
          isStacked
          max={today()}
          value={facts.electedOn}
          pick={(day) => day && set({ ...facts, electedOn: day })}
        />
        {number('到会职工', 'present')}
        {number('赞成票', 'inFavour')}
        <label className="field">
          依据
          <input
            maxLength={200}
            placeholder="选举会议记录"
            value={facts.evidence}
            onChange={(event) => set({ ...facts, evidence: event.target.value })}
          />
        </label>
        {isShort && counted.present > 0 && (
          <label className="field">
            票数不够仍要登记的理由
            <input maxLength={200} value={counted.why} onChange={(event) => count({ ...counted, why: event.target.value })} />
          </label>
        )}
      </div>
      <p className="acts">
        {tick('中层以上管理人员', 'isManager')} {tick('一线职工', 'isFrontLine')}
      </p>
      <div className="acts">
        <Button onClick={done}>先不登记</Button>
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={record.isPending}
          onClick={() =>
            record.mutate({ ...facts, unitId, memberId: person.personId!, job: null, vote, evidence: facts.evidence || null })
          }
        >
          登记当选
        </RuledButton>
      </div>
    </Section>
  )
}
