import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { usePermission } from '#web/me'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { firstOf, refuse } from '#law/verdict'
import { mayVote, type Vote, type Way, wayNames, ways } from '../rules.ts'
import { Chosen } from './Chosen.tsx'
import { VoteFields } from './Deciding.tsx'

type Term = { id: string; title: string; unionName: string; fromOn: string }

/** On a cadre's file: how he was chosen for each of his posts; what has no record yet is filed here. */
export function SelectionSection({ memberId, terms }: { memberId: string; terms: readonly Term[] }) {
  const { data = [] } = useQuery(api.openings.ofCadre.queryOptions({ input: { memberId } }))
  const mayManage = usePermission('posts.manage')
  const [isOpen, setOpen] = useState(false)
  const without = terms.filter(({ id }) => !data.some(({ appointmentId }) => appointmentId === id))
  return (
    <Section title="怎样选任的" note={data.length ? `${data.length} 份选任记录` : '还没有选任记录'} padded>
      {data.map((selection) => (
        <div key={selection.id}>
          <Chosen selection={selection} />
          <p className="muted">
            {selection.evidence}{' '}
            {selection.openingId && (
              <Link to={`/openings/${selection.openingId}` as '/'} className="link">
                看选任过程
              </Link>
            )}
          </p>
        </div>
      ))}
      {data.length === 0 && <p className="faint">选举产生的见选举档案；任命、竞争上岗等方式由工会补记。</p>}
      {mayManage && without.length > 0 && !isOpen && (
        <p className="acts no-print">
          <Button onClick={() => setOpen(true)}>补记选任记录</Button>
        </p>
      )}
      {isOpen && <Recording terms={without} done={() => setOpen(false)} />}
    </Section>
  )
}

function Recording({ terms, done }: { terms: readonly Term[]; done: () => void }) {
  const [appointmentId, setAppointment] = useState(terms[0]?.id ?? '')
  const [facts, setFacts] = useState({ way: 'appointment' as Way, decidedBy: '', decidedOn: today(), evidence: '' })
  const [vote, setVote] = useState<Vote | null>(null)
  const record = useMutation(api.openings.record.mutationOptions())
  const verdict = firstOf(
    facts.decidedBy.trim().length < 4 ? refuse('by', '请写由哪个会议决定，至少 4 个字') : null,
    facts.evidence.trim().length < 4 ? refuse('evidence', '请写依据，至少 4 个字') : null,
    facts.decidedOn > today() ? refuse('day', '决定日不能晚于今天') : null,
    mayVote(vote, facts.decidedOn),
  )
  return (
    <div className="no-print">
      <div className="two">
        <label className="field">
          哪次任职
          <select value={appointmentId} onChange={({ target }) => setAppointment(target.value)}>
            {terms.map(({ id, title, unionName, fromOn }) => (
              <option key={id} value={id}>
                {fromOn} {unionName}
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          方式
          <select value={facts.way} onChange={({ target }) => setFacts({ ...facts, way: target.value as Way })}>
            {ways.map((way) => (
              <option key={way} value={way}>
                {wayNames[way]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          由哪个会议决定
          <input
            value={facts.decidedBy}
            maxLength={120}
            onChange={({ target }) => setFacts({ ...facts, decidedBy: target.value })}
          />
        </label>
        <div className="field">
          <DayField label="决定日" value={facts.decidedOn} pick={(day) => day && setFacts({ ...facts, decidedOn: day })} />
        </div>
      </div>
      <VoteFields vote={vote} put={setVote} />
      <label className="field">
        依据（政治、管理、业务、群众信任，考察和公示情况）
        <textarea
          rows={3}
          maxLength={1000}
          value={facts.evidence}
          onChange={({ target }) => setFacts({ ...facts, evidence: target.value })}
        />
      </label>
      <div className="acts">
        <Button onClick={done}>先不记</Button>
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={record.isPending}
          onClick={() => record.mutate({ appointmentId, ...facts, vote }, { onSuccess: done })}
        >
          记入档案
        </RuledButton>
      </div>
    </div>
  )
}
