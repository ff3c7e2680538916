import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#web/api'
import { Chip } from '#web/Chip'
import { usePermission } from '#web/me'
import { Button } from '#web/RuledButton'
import { Section } from '#web/Section'
import type { Session } from '../contract.ts'
import { answerNames, type Answer } from '../rules/names.ts'

/** What the deputies said of the papers, each with its answer. */
export function OpinionsSection({ session }: { session: Session }) {
  const mayManage = usePermission('democracy.manage')
  const isLive = session.state === 'preparing' || session.state === 'open'
  const answered = session.opinions.filter(({ answer }) => answer).length
  return (
    <Section title="代表意见和答复" note={`${answered} / ${session.opinions.length} 条已答复`}>
      <ul className="duties">
        {session.opinions.map((opinion) => (
          <li key={opinion.id} className="duty plain">
            <div>
              <p className="duty-title">{opinion.body}</p>
              <p className="muted">
                {opinion.who} · {opinion.onDay}
              </p>
              {opinion.answer && (
                <p>
                  <Chip hue={opinion.answer === 'not' ? 'amber' : 'green'}>{answerNames[opinion.answer]}</Chip> {opinion.reply}
                </p>
              )}
            </div>
            {mayManage && !opinion.answer && <Reply id={opinion.id} />}
          </li>
        ))}
      </ul>
      {mayManage && isLive && <Noted sessionId={session.id} />}
    </Section>
  )
}

function Reply({ id }: { id: string }) {
  const [reply, setReply] = useState('')
  const [answer, setAnswer] = useState<Answer>('adopted')
  const send = useMutation(api.congress.answer.mutationOptions())
  return (
    <div>
      <label className="field">
        怎样处理
        <select value={answer} onChange={(event) => setAnswer(event.target.value as Answer)}>
          {Object.entries(answerNames).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        答复
        <input maxLength={1000} value={reply} onChange={(event) => setReply(event.target.value)} />
      </label>
      <Button busy={send.isPending} onClick={() => send.mutate({ id, answer, reply })}>
        答复
      </Button>
    </div>
  )
}

function Noted({ sessionId }: { sessionId: string }) {
  const [facts, set] = useState({ who: '', body: '' })
  const note = useMutation(api.congress.noteOpinion.mutationOptions({ onSuccess: () => set({ who: '', body: '' }) }))
  return (
    <div className="padded two">
      <label className="field">
        代表团（组）或提意见人
        <input maxLength={60} value={facts.who} onChange={(event) => set({ ...facts, who: event.target.value })} />
      </label>
      <label className="field">
        意见
        <input maxLength={1000} value={facts.body} onChange={(event) => set({ ...facts, body: event.target.value })} />
      </label>
      <div className="acts">
        <Button busy={note.isPending} onClick={() => note.mutate({ sessionId, itemId: null, ...facts })}>
          登记意见
        </Button>
      </div>
    </div>
  )
}
