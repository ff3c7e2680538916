import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { usePermission } from '#web/me'
import { RuledButton } from '#web/RuledButton'
import type { Outcome, Question, Side } from '../contract/shapes.ts'
import { mayAnswer } from '../rules.ts'
import { outcomeNames } from '../rules/names.ts'

/** The side that published answers a question; the union's office may enter what came on paper. */
export function AnswerForm({ question, side }: { question: Question; side: Side }) {
  const [answer, setAnswer] = useState('')
  const [outcome, setOutcome] = useState<Outcome>(question.kind === 'question' ? 'explained' : 'upheld')
  const [asFirm, asUnion] = [usePermission('democracy.answer'), usePermission('democracy.manage')]
  const byFirm = useMutation(api.disclosure.answer.mutationOptions())
  const byUnion = useMutation(api.disclosure.answerAsUnion.mutationOptions())
  if (!asFirm && !asUnion) return null
  const act = asFirm ? byFirm : byUnion
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ id: question.id, answer, outcome })
      }}
    >
      <label className="field">
        答复
        <textarea
          rows={2}
          required
          minLength={4}
          maxLength={2000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </label>
      <label className="field">
        结论
        <select value={outcome} onChange={(event) => setOutcome(event.target.value as Outcome)}>
          {Object.entries(outcomeNames).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <div className="acts">
        <RuledButton
          type="submit"
          verdict={mayAnswer({ ...question, side }, asFirm ? 'employer' : 'union', outcome)}
          busy={act.isPending}
        >
          答复
        </RuledButton>
      </div>
    </form>
  )
}
