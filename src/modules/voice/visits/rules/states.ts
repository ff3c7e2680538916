import type { Day } from '#kit/dates'
import type { Kinds } from '#kit/merge'
import type { ProblemState, VisitState } from '../contract/words.ts'

/** How two changes of each field meet; all others are one value. */
export const fieldKinds: Kinds = { themes: 'set', met: 'map' }
/** Fields about persons: sealed, and shown by need. */
export const sealedFields: readonly string[] = ['namesMet', 'privateNote']
export const isSealed = (field: string) => sealedFields.includes(field)

type VisitFacts = { plannedOn: Day; version: number; submittedAt: unknown; droppedAt: unknown }

export function visitState({ plannedOn, version, submittedAt, droppedAt }: VisitFacts, today: Day): VisitState {
  if (droppedAt) return 'dropped'
  if (submittedAt) return 'submitted'
  if (version > 0) return 'drafted'
  return plannedOn < today ? 'overdue' : 'planned'
}

type ProblemFacts = { dueOn: Day; resolvedOn: Day | null; fedBackOn: Day | null; confirmedOn: Day | null }

export function problemState({ dueOn, resolvedOn, fedBackOn, confirmedOn }: ProblemFacts, today: Day): ProblemState {
  if (confirmedOn) return 'confirmed'
  if (fedBackOn) return 'fedBack'
  if (resolvedOn) return 'resolved'
  return dueOn < today ? 'overdue' : 'open'
}
