import { useState } from 'react'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { useQueuedMutation, useQueue } from '#web/queue'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { momentInWords } from '#web/words'
import type { Conflict } from '../../contract.ts'
import { fieldNames } from '../../contract/words.ts'

type Props = { conflicts: readonly Conflict[]; about: string }

/** 两边填的不一样: side by side; a person chooses, and both stay in the history. */
export function Conflicts({ conflicts, about }: Props) {
  const queue = useQueue()
  // Answered, but not read again yet.
  const [settled, settle] = useState<readonly string[]>([])
  const chosen = queue
    .filter(({ path, refused }) => path === 'visits.choose' && !refused)
    .map(({ input }) => (input as Choice).conflictId)
  const open = conflicts.filter(({ id }) => !chosen.includes(id) && !settled.includes(id))
  if (open.length === 0) return null
  return (
    <Section title="两边填的不一样" note="选定以前两份都留着" padded>
      {open.map((conflict) => (
        <OneConflict key={conflict.id} conflict={conflict} about={about} settle={() => settle([...settled, conflict.id])} />
      ))}
    </Section>
  )
}

type Choice = { conflictId: string; chosen: 'stood' | 'came' | 'other'; value?: unknown }

function OneConflict({ conflict, about, settle }: { conflict: Conflict; about: string; settle: () => void }) {
  const { id, field, stood, stoodName, came, cameName, at } = conflict
  const [both, setBoth] = useState<string>()
  const { send } = useQueuedMutation(api.visits.choose, '选定一份')
  const choose = (choice: Omit<Choice, 'conflictId'>) =>
    send({ conflictId: id, ...choice }, about).then(settle, (error: unknown) => notify({ tone: 'bad', ...inWords(error) }))
  const isText = [stood, came].some((value) => typeof value === 'string') && field !== 'visitedOn'
  return (
    <div className="conflict" role="group" aria-label={`${fieldNames[field] ?? field}两边不一样`}>
      <h3>{fieldNames[field] ?? field}</h3>
      <div className="sides">
        <Side title={`${stoodName}填的，现在用的`} value={stood}>
          <Button onClick={() => choose({ chosen: 'stood' })}>用这份</Button>
        </Side>
        <Side title={`${cameName}填的，${momentInWords(at)}送到`} value={came}>
          <Button onClick={() => choose({ chosen: 'came' })}>用那份</Button>
        </Side>
      </div>
      {isText && both === undefined && (
        <Button kind="link" onClick={() => setBoth([stood, came].filter(Boolean).join('；'))}>
          合成一段
        </Button>
      )}
      {both !== undefined && (
        <div className="field">
          <textarea aria-label="合成的一段" rows={4} value={both} onChange={(event) => setBoth(event.target.value)} />
          <Button onClick={() => choose({ chosen: 'other', value: both })}>用合成的</Button>
        </div>
      )}
    </div>
  )
}

const Side = ({ title, value, children }: { title: string; value: unknown; children: React.ReactNode }) => (
  <div className="side">
    <p className="muted small">{title}</p>
    <p className="said">{value === null || value === undefined || value === '' ? '（空）' : String(value)}</p>
    {children}
  </div>
)
