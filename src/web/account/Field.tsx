import { type ComponentProps, useId } from 'react'

/** A plain form field: its label above, what is wrong with it beneath. */
export function Field({
  label,
  fault,
  hint,
  ...input
}: ComponentProps<'input'> & { label: string; fault?: string | undefined; hint?: string }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        {...input}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault || hint ? `${id}-said` : undefined}
      />
      {(fault || hint) && (
        <p id={`${id}-said`} className={fault ? 'late small' : 'faint small'} role={fault ? 'alert' : undefined}>
          {fault ?? hint}
        </p>
      )}
    </div>
  )
}
