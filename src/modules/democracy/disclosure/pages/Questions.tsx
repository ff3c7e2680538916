import type { ReactNode } from 'react'
import { Chip } from '#web/Chip'
import type { Question } from '../contract/shapes.ts'
import { outcomeNames, questionNames } from '../rules/names.ts'

/** What was asked and answered, for all who may read the item. Who asked is shown only when he wished it. */
export const QuestionList = ({
  questions,
  acts,
}: {
  questions: readonly Question[]
  acts?: (question: Question) => ReactNode
}) => (
  <ul className="duties">
    {questions.map((question) => (
      <li key={question.id} className="duty plain">
        <div>
          <p className="duty-title">
            {question.body} <Chip>{questionNames[question.kind]}</Chip>{' '}
            {question.answer === null ? (
              <Chip hue="amber">{question.dueOn} 前答复</Chip>
            ) : (
              question.outcome && <Chip hue="green">{outcomeNames[question.outcome]}</Chip>
            )}
          </p>
          <p className="muted">{`${question.askerName ?? '一位职工'} · ${question.askedOn}`}</p>
          {question.earlier.map((one) => (
            <p
              key={one.on + one.answer}
              className="muted"
            >{`${one.on} ${one.by}答复：${one.answer}（退回重办：${one.reopenedWhy}）`}</p>
          ))}
          {question.answer !== null && <p>{`${question.answeredOn} ${question.answeredBy}答复：${question.answer}`}</p>}
          {question.settledAs && (
            <p className="muted">{question.settledAs === 'satisfied' ? '提问人：满意' : '提问人：不满意'}</p>
          )}
        </div>
        {acts?.(question)}
      </li>
    ))}
  </ul>
)
