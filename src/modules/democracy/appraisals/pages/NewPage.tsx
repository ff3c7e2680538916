import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { firstOf, refuse } from '#law/verdict'
import { api } from '#web/api'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { type Electorate, electorateNames, electorates, gradesOf, type Kind, kindNames, kinds, usualItems } from '../rules.ts'

const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || [])

/** Whom or what, by whom, on which questions. */
export function NewPage() {
  const navigate = useNavigate()
  const [kind, setKind] = useState<Kind>('cadres')
  const [electorate, setElectorate] = useState<Electorate>('deputies')
  const [title, setTitle] = useState('')
  const [subjects, setSubjects] = useState('')
  const [items, setItems] = useState(usualItems.cadres.join('\n'))
  const make = useMutation(api.appraisals.make.mutationOptions())
  const choose = (next: Kind) => {
    setKind(next)
    setItems(usualItems[next].join('\n'))
    if (next === 'unionWork' && !subjects) setSubjects('工会工作')
  }
  const [who, what] = [linesOf(subjects), linesOf(items)]
  const verdict = firstOf(
    title.trim().length < 4 ? refuse('title', '请写评议名称，至少 4 个字') : null,
    who.length < 1 || who.some((one) => one.length < 2) ? refuse('subjects', '请写评议对象，一行一个') : null,
    what.length < 1 || what.some((one) => one.length < 2) ? refuse('items', '请写评议内容，一行一项') : null,
  )
  const send = () =>
    make.mutate(
      { kind, electorate, title, subjects: who, items: what },
      { onSuccess: ({ id }) => navigate({ to: `/appraisals/${id}` as '/' }) },
    )
  return (
    <Page above="民主评议" line="组织一次评议">
      <Section title="评议方案" padded>
        <label className="field">
          名称
          <input value={title} maxLength={80} onChange={({ target }) => setTitle(target.value)} />
        </label>
        <label className="field">
          评议什么
          <select value={kind} onChange={({ target }) => choose(target.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {kindNames[one]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          谁来评
          <select value={electorate} onChange={({ target }) => setElectorate(target.value as Electorate)}>
            {electorates.map((one) => (
              <option key={one} value={one}>
                {electorateNames[one]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          评议对象（一行一个）
          <textarea rows={4} value={subjects} onChange={({ target }) => setSubjects(target.value)} />
        </label>
        <label className="field">
          评议内容（一行一项）
          <textarea rows={5} value={items} onChange={({ target }) => setItems(target.value)} />
        </label>
        <p className="faint">等次：{gradesOf(kind).join('、')}。无记名；交回不满 5 份的不显示结果。</p>
        <RuledButton kind="primary" verdict={verdict} busy={make.isPending} onClick={send}>
          建立评议
        </RuledButton>
      </Section>
    </Page>
  )
}
