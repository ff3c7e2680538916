import { useId } from 'react'

type Props = { label: string; value: string; change: (value: string) => void; max: number; rows?: number; hint?: string }

/** A box for several lines under its label. */
export function TextBox({ label, value, change, max, rows = 4, hint }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        maxLength={max}
        placeholder={hint}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  )
}

type ChoiceProps<K extends string> = { label: string; of: Record<K, string>; value: K; pick: (key: K) => void }

/** One of a few, each a button. */
export const Choice = <K extends string>({ label, of, value, pick }: ChoiceProps<K>) => (
  <div className="field" role="group" aria-label={label}>
    <span className="muted">{label}</span>
    <span className="usual">
      {(Object.keys(of) as K[]).map((key) => (
        <button key={key} type="button" className="pill" aria-pressed={value === key} onClick={() => pick(key)}>
          {of[key]}
        </button>
      ))}
    </span>
  </div>
)
