import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Field } from '#web/account/Field'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { notify } from '#web/notes'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import type { Assignment, Proposal } from '../contract.ts'
import { type Outcome, outcomes, type Solution, solutions } from '../contract/words.ts'
import { mayAnswer, mayWork } from '../rules/handling.ts'
import { Choice, TextBox } from './fields.tsx'

const lacks = (reason: string) => ({ code: 'proposals.lacks', reason })

/** To whom it goes, by when. */
export function Assigning({ proposal }: { proposal: Proposal }) {
  const [form, setForm] = useState({ lead: '', others: '', isComplex: 'no' as 'no' | 'yes' })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const act = useMutation(api.proposals.assign.mutationOptions())
  const others = form.others.split(/[、,，\s]+/).filter((each) => each.length >= 2)
  return (
    <Section title="交办" padded>
      <div className="narrow-form">
        <Field label="主办部门" value={form.lead} maxLength={40} onChange={(event) => set({ lead: event.target.value })} />
        <Field
          label="协办部门（可不填，用顿号隔开）"
          value={form.others}
          maxLength={120}
          onChange={(event) => set({ others: event.target.value })}
        />
      </div>
      <Choice
        label="期限"
        of={{ no: '一般，30 日内答复', yes: '情况复杂，90 日内答复' }}
        value={form.isComplex}
        pick={(isComplex) => set({ isComplex })}
      />
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={form.lead.trim().length < 2 ? lacks('请写主办部门') : null}
          busy={act.isPending}
          onClick={() =>
            act.mutate(
              { id: proposal.id, lead: form.lead, others, isComplex: form.isComplex === 'yes' },
              { onSuccess: () => notify({ tone: 'good', title: '交办了，行政方和提案人都收到通知' }) },
            )
          }
        >
          交办
        </RuledButton>
      </div>
    </Section>
  )
}

/** The handler's written answer, signed by whoever leads it. */
export function Answering({ given }: { given: Assignment }) {
  const [form, setForm] = useState({ outcome: 'adopted' as Outcome, solved: 'planned' as Solution, answer: '', signedBy: '' })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const act = useMutation(api.proposals.answer.mutationOptions())
  const verdict =
    mayAnswer(given, { state: 'assigned', round: given.round }, form.outcome, form.solved) ??
    (form.answer.trim().length < 10
      ? lacks('请写清怎么办、为什么，至少 10 个字')
      : form.signedBy.trim().length < 2
        ? lacks('请写签发人')
        : null)
  return (
    <div className="no-print">
      <Choice
        label="结果"
        of={outcomes}
        value={form.outcome}
        pick={(outcome) => set({ outcome, solved: outcome === 'declined' ? 'reference' : 'planned' })}
      />
      <Choice label="办到哪一步" of={solutions} value={form.solved} pick={(solved) => set({ solved })} />
      <TextBox label="怎么办、为什么" value={form.answer} max={2000} change={(answer) => set({ answer })} />
      <Field
        label="签发人（部门负责人）"
        value={form.signedBy}
        maxLength={40}
        onChange={(event) => set({ signedBy: event.target.value })}
      />
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={act.isPending}
          onClick={() =>
            act.mutate(
              { assignmentId: given.id, ...form },
              { onSuccess: () => notify({ tone: 'good', title: '答复送到提案人手机上了' }) },
            )
          }
        >
          答复
        </RuledButton>
      </div>
    </div>
  )
}

/** How far the carrying out has come, with its evidence. */
export function Working({ proposal }: { proposal: Proposal }) {
  const fileId = useId()
  const [form, setForm] = useState({
    on: today(),
    note: '',
    isDone: 'no' as 'no' | 'yes',
    uploads: [] as { id: string; name: string }[],
  })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const act = useMutation(api.proposals.work.mutationOptions())
  const evidence = proposal.files.filter(({ kind }) => kind === 'evidence').length + form.uploads.length
  const verdict =
    mayWork({ ...proposal, evidence }, form.on, form.isDone === 'yes', today()) ??
    (form.note.trim().length < 4 ? lacks('请写做了什么') : null)
  const upload = async (files: FileList | null) => {
    const sent = []
    for (const file of files ?? []) {
      const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
      if (!answer.ok) return notify({ tone: 'bad', title: '文件没有传上去，请再试' })
      sent.push((await answer.json()) as { id: string; name: string })
    }
    set({ uploads: [...form.uploads, ...sent].slice(0, 6) })
  }
  return (
    <Section title="落实" padded>
      <div className="narrow-form">
        <DayField label="日期" value={form.on} max={today()} pick={(on) => on && set({ on })} />
      </div>
      <TextBox label="做了什么" value={form.note} max={2000} rows={3} change={(note) => set({ note })} />
      <Choice label="落实了吗" of={{ no: '还在做', yes: '已经落实' }} value={form.isDone} pick={(isDone) => set({ isDone })} />
      <p>
        <label className="btn" htmlFor={fileId}>
          附照片、文件为证
        </label>{' '}
        {form.uploads.map(({ name }) => name).join('、')}
      </p>
      <input
        id={fileId}
        className="only-read"
        type="file"
        multiple
        onChange={(event) => {
          void upload(event.target.files).finally(() => {
            event.target.value = ''
          })
        }}
      />
      <div className="acts">
        <RuledButton
          kind="primary"
          verdict={verdict}
          busy={act.isPending}
          onClick={() =>
            act.mutate(
              {
                id: proposal.id,
                on: form.on,
                note: form.note,
                isDone: form.isDone === 'yes',
                uploads: form.uploads.map(({ id }) => id),
              },
              { onSuccess: () => set({ note: '', uploads: [] }) },
            )
          }
        >
          记下落实情况
        </RuledButton>
      </div>
    </Section>
  )
}
