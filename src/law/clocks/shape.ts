import type { Period } from '../deadlines.ts'
import type { StatuteId } from '../statutes.ts'

/**
 * How a length lies to its day: `within` so long after it; `before`, at the latest so long ahead of it; `closing`, inside the last so
 * long ahead of it; `atLeast` so long from it; `every` so long at the latest; `keep` so long; `inMonth`, no more in one month;
 * `byDate`, until that date of the next month.
 */
export const measuredSenses = ['within', 'before', 'closing', 'atLeast', 'every', 'keep', 'inMonth', 'byDate'] as const
/** What has no length: `onDay` the day itself, `atOnce`, `beforehand`, or as a yearly notice says. */
export const bareSenses = ['onDay', 'atOnce', 'beforehand', 'asNoticed'] as const

/** One length of a clock: the statute whose figure it is, or a figure of its own; `whose` when a clock has several. */
export type Length = { whose?: string } & (
  | { sense: (typeof measuredSenses)[number]; statute: StatuteId }
  | { sense: (typeof measuredSenses)[number]; period: Period }
  | { sense: (typeof bareSenses)[number] }
)

/** Whether the clock runs by national law, by local law alone, or as a default of practice that anyone may change. */
export const bases = ['law', 'local', 'practice'] as const

/**
 * One clock of the collection (`statutes.md` §18): what sets it going, how long, what must then have happened, what follows when it has
 * not. `facts` are the facts that start or stop it, `module` the one that holds them, here already or still to come.
 */
export type Clock = {
  id: `D${number}`
  trigger: string
  lengths: readonly Length[]
  must: string
  missed: string
  rows: readonly string[]
  basis: (typeof bases)[number]
  facts: readonly string[]
  module: string
}
