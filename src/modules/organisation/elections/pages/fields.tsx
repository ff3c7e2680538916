type Field<T> = { label: string; value: T; change: (value: T) => void }

/** A line of text. */
export const Text = ({ label, value, change, hint, isLong }: Field<string> & { hint?: string; isLong?: boolean }) => (
  <label className="field">
    {label}
    {isLong ? (
      <textarea value={value} placeholder={hint} rows={3} onChange={({ target }) => change(target.value)} />
    ) : (
      <input value={value} placeholder={hint} autoComplete="off" onChange={({ target }) => change(target.value)} />
    )}
  </label>
)

/** A whole number. */
export const Whole = ({ label, value, change, isBare }: Field<number> & { isBare?: boolean }) => {
  const input = (
    <input
      inputMode="numeric"
      className="elections-number"
      aria-label={isBare ? label : undefined}
      value={value}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => /^\d{0,6}$/.test(target.value) && change(Number(target.value))}
    />
  )
  return isBare ? (
    input
  ) : (
    <label className="field">
      {label}
      {input}
    </label>
  )
}

/** One of several, by its Chinese name. */
export const Choice = <K extends string>({ label, names, value, change }: Field<K> & { names: Record<K, string> }) => (
  <label className="field">
    {label}
    <select value={value} onChange={({ target }) => change(target.value as K)}>
      {(Object.keys(names) as K[]).map((key) => (
        <option key={key} value={key}>
          {names[key]}
        </option>
      ))}
    </select>
  </label>
)

export const Tick = ({ label, value, change }: Field<boolean>) => (
  <label className="elections-tick">
    <input type="checkbox" checked={value} onChange={({ target }) => change(target.checked)} /> {label}
  </label>
)
