type Props<T extends string> = {
  label: string
  options: Readonly<Record<T, string>>
  value: T | null
  pick: (value: T) => void
  fault?: string | undefined
}

/** One choice among a few, each large enough for a thumb. */
export const Pills = <T extends string>({ label, options, value, pick, fault }: Props<T>) => (
  <fieldset className="field plain">
    <legend>{label}</legend>
    <div className="pills">
      {(Object.entries(options) as [T, string][]).map(([code, name]) => (
        <button key={code} type="button" className="pill" aria-pressed={value === code} onClick={() => pick(code)}>
          {name}
        </button>
      ))}
    </div>
    {fault && (
      <p className="late small" role="alert">
        {fault}
      </p>
    )}
  </fieldset>
)
