import { clocksBy } from '#law/clocks'
import { installedClocks } from '#platform/duties'

export type Timing = { id: string; trigger: string; must: string }

/** The clocks that count by a rule: those of the collection, and those of practice (P…) that only run here. */
export function clocksOn(statute: string): Timing[] {
  const collected = clocksBy(statute).map(({ id, trigger, must }) => ({ id, trigger, must }))
  const known = new Set<string>(collected.map(({ id }) => id))
  const ours = installedClocks().filter(({ id, statutes }) => !known.has(id) && statutes.some((one) => one === statute))
  return [...collected, ...ours.map(({ id, title }) => ({ id, trigger: title, must: '' }))]
}
