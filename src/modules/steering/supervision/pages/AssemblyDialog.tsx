import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { inWords } from '#web/faults'
import { useMe } from '#web/me'
import { notify } from '#web/notes'
import { Button } from '#web/RuledButton'
import { type Found, UnionFind } from '#web/UnionFind'
import { today } from '#web/words'
import type { NewAssembly } from '../contract.ts'
import { assemblyKindNames } from '../rules/names.ts'
import './supervision.css'

type Kind = NewAssembly['kind']

/** Records that an assembly was held. */
export function AssemblyDialog({ close }: { close: () => void }) {
  const { post } = useMe()
  const record = useMutation({ ...api.supervision.recordAssembly.mutationOptions(), meta: { quiet: true } })
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  const [union, pick] = useState<Found | null>(post && { id: post.unionId, name: post.unionName, above: null })
  const [kind, setKind] = useState<Kind>('members')
  const [heldOn, setHeldOn] = useState<string>()
  const [said, say] = useState({ expected: '', present: '', document: '' })
  const type = (name: keyof typeof said) => ({
    value: said[name],
    onChange: ({ target }: { target: HTMLInputElement }) => say({ ...said, [name]: target.value }),
  })
  const [expected, present] = [Number(said.expected), Number(said.present)]
  const isReady = union && heldOn && expected > 0 && said.present !== '' && said.document.trim().length >= 4
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || record.isPending) return
    record.mutate(
      { unionId: union.id, kind, heldOn, expected, present, document: said.document.trim() },
      {
        onSuccess: () => {
          notify({ tone: 'good', title: '已登记，下一年的期限从这次会议起算' })
          close()
        },
      },
    )
  }
  return (
    <dialog ref={box} className="dialog" aria-label="登记会议" onCancel={close}>
      <form onSubmit={submit}>
        <h2>登记开过的大会</h2>
        <UnionFind label="哪家工会" value={union} pick={pick} />
        <span className="chips" role="group" aria-label="哪种会议">
          {(Object.keys(assemblyKindNames) as Kind[]).map((each) => (
            <button key={each} type="button" className="pill" aria-pressed={each === kind} onClick={() => setKind(each)}>
              {assemblyKindNames[each]}
            </button>
          ))}
        </span>
        <DayField label="哪天召开" value={heldOn} pick={setHeldOn} max={today()} />
        <Field label="应到人数" inputMode="numeric" {...type('expected')} />
        <Field label="实到人数" inputMode="numeric" {...type('present')} />
        <Field label="会议纪要或决议的名称、文号" maxLength={120} {...type('document')} />
        {record.error && (
          <p className="late" role="alert">
            {inWords(record.error).title}
          </p>
        )}
        <div className="acts">
          <Button onClick={close}>先不办</Button>
          <Button type="submit" kind="primary" busy={record.isPending} aria-disabled={!isReady || undefined}>
            登记
          </Button>
        </div>
      </form>
    </dialog>
  )
}
