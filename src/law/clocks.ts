import { bargaining } from './clocks/bargaining.ts'
import { democracy } from './clocks/democracy.ts'
import { disputes } from './clocks/disputes.ts'
import { means } from './clocks/means.ts'
import { organisation } from './clocks/organisation.ts'
import type { Clock } from './clocks/shape.ts'

export type { Clock, Length } from './clocks/shape.ts'

const filed = [...organisation, ...democracy, ...bargaining, ...disputes, ...means] as const

/** The number of a clock in the collection, D01 to D93. */
export type ClockId = (typeof filed)[number]['id']

/** All clocks on file, by number. */
export const clocks: readonly (Clock & { id: ClockId })[] = [...filed].sort((a, b) => a.id.localeCompare(b.id))

const byId = new Map(clocks.map((clock) => [clock.id, clock]))

/** One clock by its number. */
export function clockOf(id: ClockId): Clock {
  return byId.get(id) as Clock
}

/** The clocks that count by a statute: what a change of its figure moves. */
export function clocksBy(statute: string): readonly (Clock & { id: ClockId })[] {
  return clocks.filter(({ lengths }) => lengths.some((length) => 'statute' in length && length.statute === statute))
}
