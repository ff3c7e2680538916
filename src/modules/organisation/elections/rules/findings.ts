import type { Day } from '#kit/dates'
import { citeOf, type Level, type Place, type StatuteId, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'

/** A rule that bears on the case, kept or not. */
export type Finding = { code: string; level: Level; ok: boolean; says: string; cite: string }

/** Judges by a statute of the day and place: `says` the figures of the case, or the rule itself. */
export const judge =
  (day: Day, place: Place | undefined) =>
  (id: StatuteId, code: string, ok: boolean, says?: string): Finding => {
    const law = statuteOn(id, day, place)
    return { code: `elections.${code}`, level: law.level, ok, says: says ?? law.says, cite: citeOf(law) }
  }

/** The first binding rule that is not kept, as a verdict. */
export function blockOf(all: readonly Finding[]): Verdict {
  const first = all.find(({ level, ok }) => level === 'BLOCK' && !ok)
  return first ? refuse(first.code, first.says, first.cite) : null
}

/** What is not kept and does not bind: it needs a reason on record. */
export const warningsOf = (all: readonly Finding[]) => all.filter(({ level, ok }) => level === 'WARN' && !ok)
