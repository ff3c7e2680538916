import type { Hue } from '#web/Chip'
import type { ProblemState, VisitState } from '../contract/words.ts'

export const visitHues: Record<VisitState, Hue | undefined> = {
  planned: undefined,
  overdue: 'red',
  drafted: 'blue',
  submitted: 'green',
  dropped: undefined,
}
export const problemHues: Record<ProblemState, Hue> = {
  open: 'blue',
  overdue: 'red',
  resolved: 'amber',
  fedBack: 'amber',
  confirmed: 'green',
}
