import { type ComponentProps, type CSSProperties, type FocusEvent, type SyntheticEvent, useId, useState } from 'react'
import type { Verdict } from '#law/verdict'
import { beneath } from '#web/beneath'
import { Cite } from '#web/Cite'

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
  const [place, setPlace] = useState<CSSProperties>()
  if (!verdict) return <Button {...button} onClick={onClick} />
  const tell = ({ currentTarget }: SyntheticEvent) => setPlace(beneath(currentTarget, 'end'))
  const hush = () => setPlace(undefined)
  // On its way to the article inside, the focus has not left.
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => currentTarget.contains(relatedTarget as Node | null) || hush()
  return (
    <span className="ruled" onMouseEnter={tell} onMouseLeave={hush} onFocus={tell} onBlur={left} onClick={tell}>
      <Button
        {...button}
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        onKeyDown={({ key }) => key === 'Escape' && hush()}
      />
      <span id={id} role="tooltip" className={place ? 'reason told' : 'reason'} style={place}>
        {verdict.reason}
        {verdict.cite && <Cite article={verdict.cite} />}
      </span>
    </span>
  )
}
