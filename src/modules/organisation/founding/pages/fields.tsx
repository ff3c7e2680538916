type Field<T> = { label: string; value: T; change: (value: T) => void }

/** A line of text, or a day. */
export const Text = ({
  label,
  value,
  change,
  hint,
  type = 'text',
  max,
}: Field<string> & { hint?: string; type?: 'text' | 'date' | 'tel'; max?: string }) => (
  <label className="field">
    {label}
    <input
      type={type}
      value={value}
      max={max}
      placeholder={hint}
      autoComplete="off"
      onChange={(event) => change(event.target.value)}
    />
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
