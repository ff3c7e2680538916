import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '#web/RuledButton'

export type Question = {
  /** What will happen, as a question: 撤销这次导入？ */
  title: string
  /** What it changes and whether it can be taken back. */
  body?: string
  /** The words on the button that does it: 撤销导入, never 确定. */
  act: string
  /** For what cannot be taken back: the words that must be typed first, usually the name of the thing. */
  words?: string
  /** Asks for a reason of at least 4 characters; the usual ones are offered. */
  reasons?: readonly string[]
  danger?: boolean
}
type Asked = Question & { answer: (reason: string | false) => void }

let asked: Asked | null = null
const watchers = new Set<() => void>()
function set(next: Asked | null) {
  asked = next
  for (const watcher of watchers) watcher()
}

/** Asks in words before an act. Resolves to `false` (left alone), or to the reason given (`''` when none was asked for). */
export const ask = (question: Question) => new Promise<string | false>((answer) => set({ ...question, answer }))

/** Where questions appear; each shell has one. */
export function Questions() {
  const question = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => asked,
  )
  return question && <QuestionBox key={question.title} question={question} />
}

function QuestionBox({ question }: { question: Asked }) {
  const { title, body, act, words, reasons, danger } = question
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  const isReady = words ? typed.trim() === words : !reasons || typed.trim().length >= 4
  const answer = (reason: string | false) => {
    box.current?.close()
    set(null)
    question.answer(reason)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) answer(reasons ? typed.trim() : '')
  }
  const short = { code: 'ask', reason: words ? `请先输入“${words}”` : '请写明理由，至少 4 个字' }
  return (
    <dialog ref={box} className="ask" aria-label={title} onCancel={() => answer(false)}>
      <form onSubmit={submit}>
        <h2>{title}</h2>
        {body && <p className="muted">{body}</p>}
        {reasons && <Usual reasons={reasons} pick={setTyped} />}
        {(words || reasons) && (
          <label className="field">
            {words ? `请输入“${words}”` : '理由（会留下记录）'}
            <input value={typed} maxLength={120} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          </label>
        )}
        <div className="acts">
          <Button onClick={() => answer(false)}>先不办</Button>
          <Button
            type="submit"
            kind={danger ? 'danger' : 'primary'}
            aria-disabled={!isReady}
            title={isReady ? undefined : short.reason}
          >
            {act}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

function Usual({ reasons, pick }: { reasons: readonly string[]; pick: (reason: string) => void }) {
  return (
    <div className="usual">
      {reasons.map((reason) => (
        <button key={reason} type="button" className="pill" onClick={() => pick(reason)}>
          {reason}
        </button>
      ))}
    </div>
  )
}
