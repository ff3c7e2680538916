import type { ReactNode } from 'react'

export type Hue = 'red' | 'green' | 'amber' | 'blue'

/** A short word about a state. The hue only underlines what the word says. */
export const Chip = ({ hue, children }: { hue?: Hue | undefined; children: ReactNode }) => (
  <span className={hue ? `chip ${hue}` : 'chip'}>{children}</span>
)
