import { getRouteApi } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { api } from '#web/api'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { Page } from '#web/Page'
import { useQueuedMutation, useQueue } from '#web/queue'
import { RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { Bones } from '#web/Shelter'
import { StateSteps } from '#web/StateSteps'
import { dayInWords, today } from '#web/words'
import type { Problem } from '../../contract.ts'
import { mayFeedBack, maySettle } from '../../rules/problems.ts'
import { useMine } from './useMine.tsx'

const route = getRouteApi('/visits/problem/$id')

/** One problem brought back: its way until those who raised it confirm. */
export function MyProblemPage() {
  const { id } = route.useParams()
  const { data, error } = useMine()
  if (!data) return error ? <Page line={inWords(error).title} /> : <Bones />
  const problem = data.value.problems.find((each) => each.id === id)
  if (!problem) return <Page line="没有找到这个问题，可能已经转给别人办。" />
  return (
    <Page line={problem.matter} above={`${problem.unionName} · ${problem.raisedBy}提的`}>
      <Section title="办到哪一步" padded>
        <StateSteps label="办到哪一步" steps={stepsOf(problem)} />
        {problem.reopened > 0 && <p className="late">提问题的人说没有解决，重新办（第 {problem.reopened + 1} 回）</p>}
      </Section>
      {problem.result && (
        <Section title="办理结果" padded>
          <p>{problem.result}</p>
          {problem.feedback && <p className="muted">反馈：{problem.feedback}</p>}
        </Section>
      )}
      <NextStep problem={problem} />
    </Page>
  )
}

export function stepsOf({ raisedOn, dueOn, ownerName, resolvedOn, fedBackOn, confirmedOn }: Problem) {
  const at = confirmedOn ? 4 : fedBackOn ? 3 : resolvedOn ? 2 : 1
  const steps = [
    { title: '提出', note: dayInWords(raisedOn) },
    { title: '办理', note: resolvedOn ? `${dayInWords(resolvedOn)}有结果` : `${ownerName}，${dayInWords(dueOn)}前` },
    { title: '反馈', note: fedBackOn ? dayInWords(fedBackOn) : '告诉提问题的人' },
    { title: '确认', note: confirmedOn ? dayInWords(confirmedOn) : '由提问题的人或工会' },
  ]
  return steps.map((step, index) => ({
    ...step,
    state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('later' as const),
  }))
}

function NextStep({ problem }: { problem: Problem }) {
  const id = useId()
  const [text, setText] = useState('')
  const queue = useQueue()
  const settling = useQueuedMutation(api.visits.settle, '问题的结果')
  const telling = useQueuedMutation(api.visits.feedBack, '问题的反馈')
  if (queue.some(({ about }) => about === problem.id)) return <p className="warn">存下了，等有网就送</p>
  if (problem.fedBackOn) return null
  const isTelling = problem.resolvedOn !== null
  const facts = { ...problem, confirmedOn: problem.confirmedOn }
  const short = text.trim().length < 4 ? { code: 'problems.short', reason: '请至少写 4 个字' } : null
  const verdict = short ?? (isTelling ? mayFeedBack(facts, today(), today()) : maySettle(facts, today(), today()))
  const send = () => {
    const sent = isTelling
      ? telling.send({ id: problem.id, on: today(), feedback: text.trim() }, problem.id)
      : settling.send({ id: problem.id, on: today(), result: text.trim() }, problem.id)
    return sent.then(
      () => setText(''),
      (error: unknown) => notify({ tone: 'bad', ...inWords(error) }),
    )
  }
  return (
    <Section title={isTelling ? '告诉提问题的人' : '写办理结果'} padded>
      <div className="field">
        <label htmlFor={id}>{isTelling ? '什么时候、怎么反馈的' : '办成什么样'}</label>
        <textarea
          id={id}
          rows={3}
          maxLength={isTelling ? 500 : 1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <RuledButton kind="primary" verdict={verdict} onClick={send}>
        {isTelling ? '已经反馈' : '办出结果'}
      </RuledButton>
    </Section>
  )
}
