import { type ComponentProps, useId, useState } from 'react'
import type { Verdict } from '#law/verdict'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  /** `primary`: the one red thing of a screen. `danger`: takes something away. `link`: among words. */
  kind?: 'primary' | 'plain' | 'danger' | 'link'
  /** The act is under way: the button keeps its words and takes no second press. */
  busy?: boolean
}

/** A button. */
export function Button({ kind = 'plain', busy = false, className = '', onClick, ...button }: ButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className={`btn ${kind} ${className}`}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  )
}

/**
 * A button that asks the rule first. When the rule says no it stays in reach of keyboard and finger,
 * does nothing, and shows the reason and the article: on hover, on focus, on a tap.
 */
export function RuledButton({ verdict, onClick, ...button }: ButtonProps & { verdict: Verdict }) {
  const id = useId()
  const [isTold, setTold] = useState(false)
  if (!verdict) return <Button {...button} onClick={onClick} />
  return (
    <span className="ruled">
      <Button
        {...button}
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        onClick={() => setTold(!isTold)}
        onBlur={() => setTold(false)}
      />
      <span id={id} role="tooltip" className={isTold ? 'reason told' : 'reason'}>
        {verdict.reason}
        {verdict.cite && <span className="cite">{verdict.cite}</span>}
      </span>
    </span>
  )
}
