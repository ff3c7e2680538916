import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { Cite } from '#web/Cite'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Obstruction } from '../contract.ts'
import { mayPress, pressStepNames, pressSteps, type PressStep } from '../rules.ts'
import type { Whole } from './EmployerPage.tsx'

/** Cases against a unit that blocks joining or founding. */
export function Obstructions({ employer: { id, obstructions }, mayFile }: { employer: Whole; mayFile: boolean }) {
  const [facts, setFacts] = useState('')
  const obstruct = useMutation(api.employers.obstruct.mutationOptions({ onSuccess: () => setFacts('') }))
  const isOpen = obstructions.some(({ closedOn }) => !closedOn)
  if (!mayFile && obstructions.length === 0) return null
  return (
    <Section title="阻挠建会" note={<Cite article="工会法 第51条" />} padded>
      {obstructions.map((row) => (
        <Case key={row.id} row={row} mayFile={mayFile} />
      ))}
      {mayFile && !isOpen && (
        <div className="beside">
          <label className="field">
            单位阻挠职工参加、组织工会的，写清事实立案
            <input value={facts} maxLength={2000} onChange={(event) => setFacts(event.target.value)} />
          </label>
          <Button busy={obstruct.isPending} onClick={() => obstruct.mutate({ id, facts, openedOn: today() })}>
            立案
          </Button>
        </div>
      )}
    </Section>
  )
}

function Case({ row, mayFile }: { row: Obstruction; mayFile: boolean }) {
  const press = useMutation(api.employers.press.mutationOptions())
  const [note, setNote] = useState('')
  const done = [
    row.labourAskedOn && `${row.labourAskedOn} 已提请劳动行政部门`,
    row.labourResult,
    row.governmentAskedOn && `${row.governmentAskedOn} 已提请人民政府`,
    row.governmentResult,
    row.outcome,
  ].filter(Boolean)
  const next = (step: PressStep) => press.mutate({ id: row.id, step, onDay: today(), note: note || pressStepNames[step] })
  return (
    <div>
      <p>
        <b>{row.facts}</b>{' '}
        <Chip hue={row.closedOn ? 'green' : 'red'}>{row.closedOn ? `${row.closedOn} 结案` : `${row.openedOn} 立案`}</Chip>
      </p>
      <p className="muted">{done.join(' → ')}</p>
      {mayFile && !row.closedOn && (
        <>
          <label className="field">
            说明
            <input value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
          </label>
          <div className="acts">
            {pressSteps.map((step) => (
              <RuledButton key={step} verdict={mayPress(step, row, today())} busy={press.isPending} onClick={() => next(step)}>
                {pressStepNames[step]}
              </RuledButton>
            ))}
          </div>
        </>
      )}
    </div>
  )
}
