import type { Day } from '#kit/dates'
import type { Period } from '#law/deadlines'
import type { StatuteId } from '#law/statutes'
import type { Db } from '#platform/db'
import type { Law } from './law.ts'

/** How a duty ends: done by an act, let off, or gone with what called for it. */
export type Ending = 'fulfilled' | 'excused' | 'void'

/** A union as clocks see it. */
export type DutyUnion = {
  id: string
  path: string
  kind: string
  unitType: string
  state: string
  creditCode: string | null
  /** Since when the platform knows it: what was missing before then is not counted against it. */
  knownSince: Day
  dissolvedOn: Day | null
  hasAccount: boolean | null
  hasCertificate: boolean | null
  staffCount: number | null
}

/** What a reading covers: all unions, or those named. `unions` holds them by id. */
export type Reach = { ids: readonly string[] | null; unions: ReadonlyMap<string, DutyUnion> }

/**
 * One occurrence of what a clock watches, read from the records alone and never from today's date: who owes it, since when, and the day the
 * act that does it was done. `subject` is the record it is about; with clock and `since` it names the duty for good.
 */
export type Fact = {
  unionId: string
  subject: string
  since: Day
  /** What it is about, when a union may owe several: a post's title, a kind of change; never a person's name. */
  about?: string | null
  endedOn?: Day | null | undefined
  ended?: Ending
  /** The code that tells whose rules hold, when it is not the union's own. */
  creditCode?: string | null
  /** The path of the union that owes it; filled in before `when` is asked. */
  path?: string
  /** A last day that the records fix themselves. */
  dueOn?: Day | null | undefined
  /** Where the page of it is, when that is not the same for all: the id in its address. */
  page?: string | null
  /** Anything else that `when` needs. */
  given?: Readonly<Record<string, string | number | boolean | null>>
}

/** A rule as it was applied, kept with the duty. */
export type Applied = { id: string; says: string; cite: string; isLaw: boolean; period: string }

/** When a duty falls due, when it is reminded of, and how that was worked out. Pure; no state depends on when it is asked. */
export type Times = {
  dueOn: Day
  warnOn: readonly Day[]
  /** The rules, the deciding one first. */
  law: readonly Applied[]
  /** The last day before a rest day moved it, and in words what was read how. */
  lastDay: Day
  reading?: string
  /** The length, for what depends on it. */
  period?: Period
}

/** A clock: which facts set it going, when it is due, who owes it, and what act does it. One entry of a module's `clocks.ts`. */
export type Clock = {
  /** D01…D93 of the collection (law/clocks), or P01… for what is only practice here. */
  id: string
  title: string
  /** Kinds of post, the first before all; whoever leads the union sees all of its duties. */
  owedBy: readonly string[]
  /** Every rule it counts by, the deciding one first. */
  statutes: readonly StatuteId[]
  /** Tables whose change may change its facts; each has its `touching(…)` in a migration. A change of a union itself asks every clock. */
  reads: readonly string[]
  /** Where it is done; `:page` in the address is the fact's page, `:union` its union. */
  way: { title: string; to: string | null }
  facts(db: Db, reach: Reach, law: Law): Promise<Fact[]>
  when(fact: Fact, law: Law): Times
}
