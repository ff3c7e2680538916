import { DayField } from '#web/DayField'

type Field<T> = { label: string; value: T; change: (value: T) => void }

/** A day. */
export const DayOf = ({ label, value, change, max }: Field<string> & { max?: string }) => (
  <DayField label={label} isStacked value={value || undefined} pick={(day) => change(day ?? '')} {...(max && { max })} />
)

/** A line of text. */
export const Text = ({ label, value, change, hint, type = 'text' }: Field<string> & { hint?: string; type?: 'text' | 'tel' }) => (
  <label className="field">
    {label}
    <input type={type} value={value} placeholder={hint} autoComplete="off" onChange={(event) => change(event.target.value)} />
  </label>
)

/** A whole number, or nothing. */
export const Whole = ({ label, value, change }: Field<number | null>) => (
  <label className="field">
    {label}
    <input
      inputMode="numeric"
      value={value ?? ''}
      onChange={(event) => change(/^\d{1,7}$/.test(event.target.value) ? Number(event.target.value) : null)}
    />
  </label>
)

/** One of several, by its Chinese name. */
export const Choice = <K extends string>({ label, names, value, change }: Field<K> & { names: Record<K, string> }) => (
  <label className="field">
    {label}
    <select value={value} onChange={(event) => change(event.target.value as K)}>
      {(Object.keys(names) as K[]).map((key) => (
        <option key={key} value={key}>
          {names[key]}
        </option>
      ))}
    </select>
  </label>
)
