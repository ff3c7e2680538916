import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { DayField } from '#web/DayField'
import { Page } from '#web/Page'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { today } from '#web/words'
import { firstOf, refuse } from '#law/verdict'
import { addDays } from '#kit/dates'
import type { Draft } from '../contract.ts'
import { courseKindNames, courseKinds, daysOf, mayPlan } from '../rules.ts'
import { useSubjects } from './words.tsx'

const fresh = (subject: string | undefined): Draft => {
  const startsOn = addDays(today(), 21)
  return {
    ...{ kind: 'subject', title: '', subjects: subject ? [subject] : [], content: '', teacher: null, place: null },
    ...{ startsOn, endsOn: startsOn, enrolUntil: addDays(startsOn, -3), hours: 8, capacity: 40, leastDays: 1, passMark: null },
  }
}

export function NewPage() {
  const { subject }: { subject?: string } = useSearch({ strict: false })
  return <Form draft={fresh(subject)} line="开一门课" />
}

export function EditPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useSuspenseQuery(api.cadreCourses.get.queryOptions({ input: { id } }))
  return <Form key={data.version} draft={data} line={`修改“${data.title}”`} />
}

function Form({ draft, line }: { draft: Draft; line: string }) {
  const [facts, setFacts] = useState(draft)
  const { items } = useSubjects()
  const navigate = useNavigate()
  const save = useMutation(api.cadreCourses.save.mutationOptions())
  const put = (more: Partial<Draft>) => setFacts({ ...facts, ...more })
  const verdict = firstOf(
    facts.title.trim().length < 2 ? refuse('title', '请写课程名称') : null,
    facts.subjects.length === 0 ? refuse('subjects', '请选择科目') : null,
    mayPlan(facts),
  )
  const text = (key: 'title' | 'teacher' | 'place', label: string, max: number) => (
    <label className="field">
      {label}
      <input
        value={facts[key] ?? ''}
        maxLength={max}
        onChange={({ target }) => put({ [key]: target.value || (key === 'title' ? '' : null) })}
      />
    </label>
  )
  const number = (key: 'hours' | 'capacity' | 'leastDays', label: string) => (
    <label className="field">
      {label}
      <input
        type="number"
        min={1}
        value={facts[key]}
        onChange={({ target }) => put({ [key]: Math.max(1, Number(target.value)) })}
      />
    </label>
  )
  const day = (key: 'startsOn' | 'endsOn' | 'enrolUntil', label: string) => (
    <div className="field">
      <DayField label={label} value={facts[key]} pick={(picked) => picked && put({ [key]: picked })} />
    </div>
  )
  const turn = (key: string) =>
    put({ subjects: facts.subjects.includes(key) ? facts.subjects.filter((each) => each !== key) : [...facts.subjects, key] })
  return (
    <Page above="干部培训" line={line}>
      <Section title="上什么" padded>
        <div className="usual" role="group" aria-label="类别">
          {courseKinds.map((kind) => (
            <button key={kind} type="button" className="pill" aria-pressed={facts.kind === kind} onClick={() => put({ kind })}>
              {courseKindNames[kind]}
            </button>
          ))}
        </div>
        {text('title', '课程名称', 60)}
        <div className="usual" role="group" aria-label="科目">
          {items.map(({ key, title }) => (
            <button
              key={key}
              type="button"
              className="pill"
              aria-pressed={facts.subjects.includes(key)}
              onClick={() => turn(key)}
            >
              {title}
            </button>
          ))}
        </div>
        <label className="field">
          内容和要求
          <textarea rows={4} maxLength={2000} value={facts.content} onChange={({ target }) => put({ content: target.value })} />
        </label>
        {text('teacher', '授课人', 60)}
      </Section>
      <Section title="什么时候、在哪里" padded>
        <div className="two">
          {day('startsOn', '开始')}
          {day('endsOn', '结束')}
          {day('enrolUntil', '报名截止')}
          {text('place', '地点', 80)}
          {number('hours', '学时')}
          {number('capacity', '名额')}
        </div>
        <p className="faint">名额满了可以候补，有人退出自动递补。</p>
      </Section>
      <Section title="怎样算结业" padded>
        <div className="two">
          {number('leastDays', `最少到课天数（共 ${daysOf(facts).length} 天）`)}
          <label className="field">
            及格分（不测试就空着）
            <input
              type="number"
              min={1}
              max={100}
              value={facts.passMark ?? ''}
              onChange={({ target }) => put({ passMark: target.value === '' ? null : Math.min(100, Number(target.value)) })}
            />
          </label>
        </div>
        <div className="acts">
          <RuledButton
            kind="primary"
            verdict={verdict}
            busy={save.isPending}
            onClick={() => save.mutate(facts, { onSuccess: ({ id }) => navigate({ to: `/courses/${id}` as '/' }) })}
          >
            保存
          </RuledButton>
        </div>
      </Section>
    </Page>
  )
}
