import type { Hue } from '#web/Chip'
import type { Grade, Outcome, State } from '../contract/words.ts'

export const stateHues: Record<State, Hue | undefined> = {
  collected: 'blue',
  returned: 'amber',
  advice: undefined,
  merged: undefined,
  filed: 'blue',
  assigned: 'amber',
  answered: 'blue',
  carriedOut: 'green',
  closed: 'green',
  withdrawn: undefined,
}
export const outcomeHues: Record<Outcome, Hue | undefined> = { adopted: 'green', partly: 'blue', declined: 'amber' }
export const gradeHues: Record<Grade, Hue | undefined> = { satisfied: 'green', mostly: 'blue', dissatisfied: 'red' }
