import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { faultOf } from '#web/rule'
import { Section } from '#web/Section'
import { CitizenNumber, Wanted } from '../contract.ts'
import {
  corrigible,
  educations,
  employmentForms,
  ethnicities,
  fieldNames,
  households,
  newForms,
  politicals,
  skillLevels,
} from '../contract/words.ts'
import { optionsOf, said } from './words.tsx'
import './members.css'

type Field = (typeof corrigible)[number]
const choices: Partial<Record<Field, { value: string; label: string }[]>> = {
  ethnicity: ethnicities.map((name) => ({ value: name, label: name })),
  political: optionsOf(politicals),
  education: optionsOf(educations),
  household: optionsOf(households),
  skillLevel: optionsOf(skillLevels),
  employmentForm: optionsOf(employmentForms),
  newForm: optionsOf(newForms),
}

/** 申请更正: only the fields one picks; the rest stays as it is. */
export function MyCorrectionPage() {
  const { data: me } = useSuspenseQuery(api.members.mine.queryOptions())
  const [wanted, setWanted] = useState<Partial<Record<Field, string>>>({})
  const [note, setNote] = useState('')
  const navigate = useNavigate()
  const request = useMutation(api.members.requestCorrection.mutationOptions({ meta: { quiet: true } }))
  const picked = Object.keys(wanted) as Field[]
  const faults = Object.fromEntries(picked.map((field) => [field, faultIn(field, wanted[field]!, me.idType)]))
  const isReady = picked.length > 0 && picked.every((field) => wanted[field] && !faults[field])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    request.mutate(
      { wanted: wanted as Parameters<typeof request.mutate>[0]['wanted'], note: note || null },
      {
        onSuccess: () => {
          notify({ tone: 'good', title: '交上去了，工会核对后会告诉您' })
          void navigate({ to: '/record' as '/' })
        },
      },
    )
  }
  return (
    <Page line="哪里不对？点一下，写对的。">
      <Section title="选要更正的" padded>
        <div className="chips">
          {corrigible.map((field) => (
            <button
              key={field}
              type="button"
              className="pill"
              aria-pressed={field in wanted}
              onClick={() => setWanted(turned(wanted, field))}
            >
              {fieldNames[field]}
            </button>
          ))}
        </div>
      </Section>
      {picked.length > 0 && (
        <Section title="写对的" padded>
          <form onSubmit={submit} className="stack">
            {picked.map((field) => (
              <WantedField
                key={field}
                field={field}
                now={said(field, me[field])}
                value={wanted[field]!}
                fault={wanted[field] ? faults[field] : undefined}
                change={(value) => setWanted({ ...wanted, [field]: value })}
              />
            ))}
            <label className="field">
              要说明的（可以不写）
              <textarea value={note} maxLength={200} rows={2} onChange={(event) => setNote(event.target.value)} />
            </label>
            {request.error && (
              <p className="warn" role="alert">
                {inWords(request.error).title}
              </p>
            )}
            <Button type="submit" kind="primary" busy={request.isPending} aria-disabled={!isReady}>
              交给工会核对
            </Button>
          </form>
        </Section>
      )}
    </Page>
  )
}

function turned(wanted: Partial<Record<Field, string>>, field: Field) {
  const { [field]: was, ...rest } = wanted
  return was === undefined ? { ...wanted, [field]: '' } : rest
}

const faultIn = (field: Field, value: string, idType: string) =>
  faultOf(field === 'idNumber' && idType === 'citizen' ? CitizenNumber : Wanted.shape[field], value)

type FieldProps = { field: Field; now: string; value: string; fault: string | undefined; change: (value: string) => void }

function WantedField({ field, now, value, fault, change }: FieldProps) {
  const options = choices[field]
  const inputMode = field === 'mobile' ? 'tel' : 'text'
  return (
    <label className="field">
      {fieldNames[field]}（现在是：{now}）
      {options ? (
        <select value={value} onChange={(event) => change(event.target.value)}>
          <option value="">请选</option>
          {options.map(({ value: code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          value={value}
          inputMode={inputMode}
          autoComplete="off"
          aria-invalid={fault !== undefined}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {fault && <span className="late">{fault}</span>}
    </label>
  )
}
