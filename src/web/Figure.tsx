import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { count } from '#web/words'

type Props = {
  /** What is counted, in words. */
  label: string
  value: number | undefined
  unit?: string
  /** The list behind the number. */
  to?: string
  search?: Record<string, unknown>
  late?: boolean
  children?: ReactNode
}

/** A number that opens the records behind it. `undefined` while it is being asked for. */
export function Figure({ label, value, unit = '', to, search, late, children }: Props) {
  const number = value === undefined ? <span className="bone short" /> : `${count(value)} ${unit}`.trim()
  const shown = <b className={late ? 'figure-value late' : 'figure-value'}>{number}</b>
  return (
    <div className="figure">
      <p className="muted">{label}</p>
      {to === undefined ? (
        shown
      ) : (
        <Link to={to as '/'} search={(search ?? {}) as never} aria-label={`${label} ${number}，打开名单`}>
          {shown}
        </Link>
      )}
      {children && <div className="chips">{children}</div>}
    </div>
  )
}
