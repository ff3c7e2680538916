import { type FormEvent, useEffect, useRef, useState } from 'react'
import { DayField } from '#web/DayField'
import { Button } from '#web/RuledButton'
import './supervision.css'

type Props = {
  title: string
  body?: string
  /** What the text is called: 督办要求. */
  label: string
  usual?: readonly string[]
  /** A day is asked for too, named so; `day` is what it begins with. */
  dayLabel?: string
  day?: string
  min?: string
  act: string
  busy: boolean
  send: (said: { body: string; day: string }) => void
  close: () => void
}

/** Asks for a text on record and, where one is needed, a day: urging, answering, excusing, noting. */
export function AskDialog({ title, body, label, usual = [], dayLabel, day = '', min, act, busy, send, close }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [chosen, choose] = useState<string | undefined>(day)
  useEffect(() => box.current?.showModal(), [])
  const isReady = text.trim().length >= 4 && (!dayLabel || !!chosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !busy) send({ body: text.trim(), day: chosen ?? '' })
  }
  return (
    <dialog ref={box} className="dialog" aria-label={title} onCancel={close}>
      <form onSubmit={submit}>
        <h2>{title}</h2>
        {body && <p className="muted">{body}</p>}
        {usual.length > 0 && (
          <div className="usual">
            {usual.map((words) => (
              <button key={words} type="button" className="pill" onClick={() => setText(words)}>
                {words}
              </button>
            ))}
          </div>
        )}
        <label className="field">
          {label}（会留下记录，至少 4 个字）
          <textarea rows={3} maxLength={400} value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        {dayLabel && <DayField label={dayLabel} value={chosen} pick={choose} {...(min && { min })} />}
        <div className="acts">
          <Button onClick={close}>先不办</Button>
          <Button type="submit" kind="primary" busy={busy} aria-disabled={!isReady || undefined}>
            {act}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
