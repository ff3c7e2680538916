import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { addDays } from '#kit/dates'
import { api, randomId } from '#web/api'
import { Chip } from '#web/Chip'
import { DayField } from '#web/DayField'
import { inWords } from '#web/faults'
import { notify } from '#web/notes'
import { useQueuedMutation, useQueue } from '#web/queue'
import { Button, RuledButton } from '#web/RuledButton'
import { Section } from '#web/Section'
import { dayInWords, today } from '#web/words'
import type { NewProblem, Problem } from '../../contract.ts'
import { problemStateNames } from '../../contract/words.ts'
import { mayRaise } from '../../rules/problems.ts'
import { problemHues } from '../hues.ts'

type Props = { visitId: string; problems: readonly Problem[]; beforehand: () => Promise<unknown> }

/** Problems taken up on this visit; each has an owner and a day. */
export function RaisedHere({ visitId, problems, beforehand }: Props) {
  const [isOpen, setOpen] = useState(false)
  const queue = useQueue()
  const waiting = queue
    .filter(({ path, about }) => path === 'visits.raise' && about === visitId)
    .map(({ input }) => input as NewProblem)
    .filter((each) => !problems.some(({ id }) => id === each.id))
  return (
    <Section title="带回来的问题" note="有人办、有期限、有回音">
      {problems.map((problem) => (
        <Link key={problem.id} to="/visits/problem/$id" params={{ id: problem.id }} className="duty plain">
          <div>
            <p className="duty-title">{problem.matter}</p>
            <p className="muted small">
              {problem.ownerName}承办，{dayInWords(problem.dueOn)}前
            </p>
          </div>
          <Chip hue={problemHues[problem.state]}>{problemStateNames[problem.state]}</Chip>
        </Link>
      ))}
      {waiting.map(({ id, matter }) => (
        <p key={id} className="duty plain">
          <span className="duty-title">{matter}</span>
          <Chip hue="amber">等有网就送</Chip>
        </p>
      ))}
      {isOpen ? (
        <Raise visitId={visitId} beforehand={beforehand} close={() => setOpen(false)} />
      ) : (
        <div className="card-foot">
          <Button onClick={() => setOpen(true)}>带回一个问题</Button>
        </div>
      )}
    </Section>
  )
}

const TWO_WEEKS = 14

function Raise({ visitId, beforehand, close }: { visitId: string; beforehand: () => Promise<unknown>; close: () => void }) {
  const id = useId()
  const [form, setForm] = useState({ matter: '', raisedBy: '', result: '', dueOn: addDays(today(), TWO_WEEKS) })
  const set = (patch: Partial<typeof form>) => setForm({ ...form, ...patch })
  const { send } = useQueuedMutation(api.visits.raise, '带回的问题')
  const raisedOn = today()
  const short = form.matter.trim().length < 4 || !form.raisedBy.trim()
  const verdict = short
    ? { code: 'problems.short', reason: '请写清是什么问题、哪些人提的' }
    : mayRaise({ raisedOn, dueOn: form.dueOn }, today())
  const raise = async () => {
    const { matter, raisedBy, dueOn, result } = form
    try {
      await beforehand()
      await send({ id: randomId(), visitId, matter, raisedBy, raisedOn, dueOn, result: result.trim() || null }, visitId)
      close()
    } catch (error) {
      notify({ tone: 'bad', ...inWords(error) })
    }
  }
  return (
    <div className="card-body padded">
      <div className="field">
        <label htmlFor={`${id}-matter`}>什么问题</label>
        <textarea
          id={`${id}-matter`}
          rows={3}
          maxLength={500}
          value={form.matter}
          onChange={(event) => set({ matter: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-by`}>哪些人提的</label>
        <input
          id={`${id}-by`}
          maxLength={60}
          placeholder="夜班职工，不写姓名"
          value={form.raisedBy}
          onChange={(event) => set({ raisedBy: event.target.value })}
        />
      </div>
      <div className="field">
        <DayField label="哪天前办好" value={form.dueOn} min={raisedOn} pick={(dueOn) => dueOn && set({ dueOn })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-result`}>当场办成了就写结果</label>
        <input
          id={`${id}-result`}
          maxLength={1000}
          value={form.result}
          onChange={(event) => set({ result: event.target.value })}
        />
      </div>
      <div className="acts">
        <RuledButton verdict={verdict} onClick={raise}>
          记下这个问题
        </RuledButton>
        <Button kind="link" onClick={close}>
          不记了
        </Button>
      </div>
    </div>
  )
}
