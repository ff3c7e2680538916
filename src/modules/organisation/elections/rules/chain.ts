import { refuse, type Verdict } from '#law/verdict'
import { type Step, stepNames, steps } from './names.ts'

/** What has happened, from which every step's state follows. */
export type Happened = {
  kind: 'term' | 'first' | 'byElection' | 'recall' | 'deputies' | 'delegates'
  hasPlan: boolean
  planAnswer: 'none' | 'waiting' | 'agreed' | 'returned' | 'redo'
  isRollFrozen: boolean
  candidates: number
  isComplete: boolean
  reviewAnswer: 'none' | 'waiting' | 'agreed' | 'returned' | 'redo'
  isNoticeOver: boolean
  hasPrimary: boolean
  isPrimaryDone: boolean
  isStarted: boolean
  areOfficersAdopted: boolean
  areAssemblyRoundsSettled: boolean
  isAnnounced: boolean
  hasLaterRounds: boolean
  areLaterRoundsSettled: boolean
  resultAnswer: 'none' | 'waiting' | 'agreed' | 'returned' | 'redo'
  skipped: readonly Step[]
}

export type StepState = 'done' | 'now' | 'later' | 'skipped' | 'notNeeded' | 'stopped'

/** Which steps must lie behind before one may begin. */
const needs: Record<Step, readonly Step[]> = {
  plan: [],
  planReport: ['plan'],
  roll: ['plan'],
  nomination: ['planReport'],
  review: ['nomination'],
  notice: ['review'],
  primary: ['roll', 'notice'],
  meeting: ['roll', 'notice', 'primary'],
  officers: ['meeting'],
  ballot: ['officers'],
  announcement: ['ballot'],
  firstMeeting: ['announcement'],
  report: ['announcement', 'firstMeeting'],
  approval: ['report'],
}

/** Steps that a default or a norm asks for: they may be left out for a reason on record. The law's own may not. */
export const skippable: Partial<Record<Step, string>> = {
  planReport: 'ELEC-41.plan',
  review: 'ELEC-08.review',
  notice: 'ELEC-09.notice',
  officers: 'ELEC-22.scrutineers',
  announcement: 'ELEC-22.announce',
}

const doneWhen: Record<Step, (happened: Happened) => boolean> = {
  plan: ({ hasPlan }) => hasPlan,
  planReport: ({ planAnswer }) => planAnswer === 'agreed',
  roll: ({ isRollFrozen }) => isRollFrozen,
  nomination: ({ candidates, isComplete }) => candidates > 0 && isComplete,
  review: ({ reviewAnswer }) => reviewAnswer === 'agreed',
  notice: ({ isNoticeOver }) => isNoticeOver,
  primary: ({ isPrimaryDone }) => isPrimaryDone,
  meeting: ({ isStarted }) => isStarted,
  officers: ({ areOfficersAdopted }) => areOfficersAdopted,
  ballot: ({ areAssemblyRoundsSettled }) => areAssemblyRoundsSettled,
  announcement: ({ isAnnounced }) => isAnnounced,
  firstMeeting: ({ areLaterRoundsSettled }) => areLaterRoundsSettled,
  report: ({ resultAnswer }) => resultAnswer === 'waiting' || resultAnswer === 'agreed',
  approval: ({ resultAnswer }) => resultAnswer === 'agreed',
}

/** A recall names nobody: its motion takes the place of candidates. Primary and first meeting only where there is one. */
function isNeeded(step: Step, { kind, hasPrimary, hasLaterRounds }: Happened) {
  if (kind === 'recall' && ['nomination', 'review', 'notice'].includes(step)) return false
  if (step === 'primary') return hasPrimary
  if (step === 'firstMeeting') return hasLaterRounds
  return true
}

/** Each step with its state. `now`: what may be worked on; more than one at a time where they do not wait for each other. */
export function chainOf(happened: Happened): Record<Step, StepState> {
  const states = {} as Record<Step, StepState>
  const isBehind = (step: Step) => ['done', 'skipped', 'notNeeded'].includes(states[step])
  for (const step of steps) {
    if (!isNeeded(step, happened)) states[step] = 'notNeeded'
    else if (happened.skipped.includes(step)) states[step] = 'skipped'
    else if (doneWhen[step](happened) && needs[step].every(isBehind)) states[step] = 'done'
    else states[step] = needs[step].every(isBehind) ? 'now' : 'later'
  }
  if (happened.resultAnswer === 'redo') states.approval = 'stopped'
  return states
}

/** The step the election stands at, for lists: the first that is not behind. */
export const stepAt = (states: Record<Step, StepState>): Step =>
  steps.find((step) => states[step] === 'now' || states[step] === 'stopped') ?? 'approval'

/** Whether a step may be worked on: everything it rests on is behind, and it is not behind itself. */
export function mayWork(step: Step, states: Record<Step, StepState>, { again = false } = {}): Verdict {
  const state = states[step]
  if (state === 'now' || (again && state === 'done')) return null
  if (state === 'done') return refuse('elections.done', `“${stepNames[step]}”已经办完`)
  if (state === 'skipped') return refuse('elections.skipped', `“${stepNames[step]}”已说明理由略过`)
  if (state === 'notNeeded') return refuse('elections.notNeeded', `这次选举没有“${stepNames[step]}”这一步`)
  const missing = needs[step].filter((before) => !['done', 'skipped', 'notNeeded'].includes(states[before]))
  return refuse('elections.order', `请先办完“${missing.map((one) => stepNames[one]).join('”“')}”`)
}

/** A step may be left out when only a default or a norm asks for it, with a reason; never one that the law demands. */
export function maySkip(step: Step, states: Record<Step, StepState>, reason: string): Verdict {
  if (!(step in skippable)) return refuse('elections.cannotSkip', `“${stepNames[step]}”是必经程序，不能略过`)
  if (reason.trim().length < 4) return refuse('elections.reason', '略过一步要写明理由，至少 4 个字')
  return mayWork(step, states)
}
