import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#web/api'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords } from '#web/words'
import type { QuestionKind } from '../contract/shapes.ts'
import { kindNames, questionNames } from '../rules/names.ts'
import { QuestionList } from './Questions.tsx'
import { VersionText } from './Text.tsx'

/** On the phone: one item as published, older versions below; confirm, ask, object. */
export function ReadPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery({ ...api.disclosure.show.queryOptions({ input: { id } }), throwOnError: true })
  const confirm = useMutation(api.disclosure.confirm.mutationOptions())
  const settle = useMutation(api.disclosure.settle.mutationOptions())
  if (!data) return <Page line="正在打开。" />
  const [version, ...older] = data.versions
  return (
    <Page line={version!.title} above={`${kindNames[data.kind]} · ${data.unionName} · ${data.label}`}>
      <Section title="原文" padded>
        <VersionText version={version!} />
        <div className="acts">
          {data.hasRead ? (
            <p className="muted">您已确认看过。</p>
          ) : (
            <Button kind="primary" busy={confirm.isPending} onClick={() => confirm.mutate({ id })}>
              我看过了
            </Button>
          )}
        </div>
      </Section>
      {older.length > 0 && (
        <Section title="更正前的旧版" padded>
          {older.map((one) => (
            <VersionText key={one.number} version={one} />
          ))}
        </Section>
      )}
      <Section title="提问和答复" note="大家都能看到">
        <QuestionList
          questions={data.questions}
          acts={(question) =>
            data.own.includes(question.id) && question.answer !== null && question.settledAs === null ? (
              <div className="acts">
                <Button onClick={() => settle.mutate({ id: question.id, as: 'satisfied' })}>满意</Button>
                <Button onClick={() => settle.mutate({ id: question.id, as: 'unsatisfied' })}>不满意</Button>
              </div>
            ) : null
          }
        />
        <AskForm itemId={id} />
      </Section>
    </Page>
  )
}

function AskForm({ itemId }: { itemId: string }) {
  const [kind, setKind] = useState<QuestionKind>('question')
  const [body, setBody] = useState('')
  const [isNamed, setNamed] = useState(false)
  const onSuccess = ({ dueOn }: { dueOn: string }) => {
    setBody('')
    notify({ title: `已提交，${dayInWords(dueOn)}前答复`, tone: 'good' })
  }
  const ask = useMutation(api.disclosure.ask.mutationOptions({ onSuccess }))
  return (
    <form
      className="card-body padded"
      onSubmit={(event) => {
        event.preventDefault()
        ask.mutate({ itemId, kind, body, isNamed })
      }}
    >
      <label className="field">
        我要
        <select value={kind} onChange={(event) => setKind(event.target.value as QuestionKind)}>
          {Object.entries(questionNames).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        写清楚是哪一处
        <textarea
          rows={3}
          required
          minLength={4}
          maxLength={1000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </label>
      <label className="check">
        <input type="checkbox" checked={isNamed} onChange={(event) => setNamed(event.target.checked)} />{' '}
        署我的名字（不勾就不署名，谁问的别人看不到）
      </label>
      <div className="acts">
        <Button type="submit" busy={ask.isPending}>
          提交
        </Button>
      </div>
    </form>
  )
}
