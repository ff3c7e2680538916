import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { Cite } from '#web/Cite'
import { DayField } from '#web/DayField'
import { useMe } from '#web/me'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { citeFor, type Kind, kindFacts, kinds, mayAsk, stageWords } from '../rules.ts'

/** A major matter enters the register, draft and all. */
export function NewPage() {
  const navigate = useNavigate()
  const { post } = useMe()
  const [kind, setKind] = useState<Kind>('rules')
  const [title, setTitle] = useState('')
  const [draft, setDraft] = useState('')
  const [opinionsUntil, setUntil] = useState<string>()
  const [plannedOn, setPlanned] = useState<string>()
  const register = useMutation(api.decisions.register.mutationOptions())
  const verdict = firstOf(
    title.trim().length < 4 ? refuse('title', '请写清是什么事项，至少 4 个字') : null,
    draft.trim().length < 10 ? refuse('draft', '请写草案的内容，至少 10 个字') : null,
    mayAsk(opinionsUntil ?? null, plannedOn ?? null, today()),
  )
  const send = () =>
    register.mutate(
      { unionId: post!.unionId, kind, title, draft, opinionsUntil: opinionsUntil ?? null, plannedOn: plannedOn ?? null },
      { onSuccess: ({ id }) => navigate({ to: `/decisions/${id}` as '/' }) },
    )
  const { lawful } = kindFacts[kind]
  const cite = citeFor(kind, today())
  return (
    <Page above="重大决策" line="登记一件重大事项">
      <Section title="草案" padded>
        <label className="field">
          种类
          <select value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {kindFacts[one].title}
              </option>
            ))}
          </select>
        </label>
        <p className="muted">
          {cite && lawful.length > 0
            ? `法律要求：${lawful.map((stage) => stageWords[stage]).join('、')}`
            : '四个环节都按本单位制度办理。'}
          {cite && <Cite article={cite} />}
        </p>
        <label className="field">
          事项名称
          <input value={title} maxLength={80} onChange={({ target }) => setTitle(target.value)} />
        </label>
        <label className="field">
          草案内容
          <textarea rows={8} value={draft} maxLength={20_000} onChange={({ target }) => setDraft(target.value)} />
        </label>
        <div className="field">
          <DayField label="职工提意见到哪天（不征求可以不写）" value={opinionsUntil} min={today()} pick={setUntil} />
        </div>
        <div className="field">
          <DayField label="打算哪天实行（可以不写）" value={plannedOn} pick={setPlanned} />
        </div>
        <p className="faint">草案登记后工会和职工都能看到。职工提意见不显示姓名。</p>
        <RuledButton kind="primary" verdict={verdict} busy={register.isPending} onClick={send}>
          登记
        </RuledButton>
      </Section>
    </Page>
  )
}
