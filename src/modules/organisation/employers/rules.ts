import type { Calendar } from '#law/calendar'
import { due } from '#law/deadlines'
import { citeOf, type Place, statuteOn } from '#law/statutes'
import { refuse, type Verdict } from '#law/verdict'
import type { Obstruction, Stage } from './contract.ts'

/** Which stage may follow which: a refusal can be taken up again, a union once founded is dissolved only as a union. */
const after: Record<Stage, readonly Stage[]> = {
  none: ['contact', 'preparing', 'founded', 'refused', 'closed'],
  contact: ['contact', 'preparing', 'founded', 'refused', 'closed'],
  preparing: ['preparing', 'contact', 'founded', 'refused', 'closed'],
  refused: ['contact', 'preparing', 'founded', 'refused', 'closed'],
  founded: ['closed', 'none'],
  closed: ['none'],
}

export function mayAdvance(from: Stage, to: Stage, coveredBy: string | null): Verdict {
  if (!after[from].includes(to)) return refuse('employers.stage', '不能从现在的阶段直接改成所选的阶段')
  if (to === 'founded' && !coveredBy) return refuse('employers.union', '请选择建立的工会，或覆盖它的联合工会')
  return null
}

/** The last day to found a union, by the rules of the employer's place (ORG-15); `null` when its founding day is not known. */
export function foundingClock({ setUpOn, stage }: { setUpOn: string | null; stage: Stage }, place: Place, calendar: Calendar) {
  if (!setUpOn || stage === 'founded' || stage === 'closed') return null
  const statute = statuteOn('ORG-15.founding', setUpOn, place)
  const dueOn = due(setUpOn, { n: statute.value, unit: statute.unit as 'month' }, calendar)
  return { dueOn, says: statute.says, cite: citeOf(statute) }
}

export const pressSteps = ['labourAsked', 'labourResult', 'governmentAsked', 'governmentResult', 'closed'] as const
export type PressStep = (typeof pressSteps)[number]
export const pressStepNames: Record<PressStep, string> = {
  labourAsked: '提请劳动行政部门责令改正',
  labourResult: '劳动行政部门处理结果',
  governmentAsked: '提请县级以上人民政府处理',
  governmentResult: '人民政府处理结果',
  closed: '结案',
}

/** First the labour administration orders correction; the government is asked when that was refused (工会法 51). */
export function mayPress(
  step: PressStep,
  { labourAskedOn, labourResult, governmentAskedOn, closedOn }: Omit<Obstruction, 'id' | 'facts'>,
  day: string,
): Verdict {
  const cite = citeOf(statuteOn('ORG-16.obstruction', day))
  if (closedOn) return refuse('employers.closed', '已经结案')
  if (step === 'labourResult' && !labourAskedOn) return refuse('employers.order', '还没有提请劳动行政部门', cite)
  if (step === 'governmentAsked' && !labourResult)
    return refuse('employers.order', '先由劳动行政部门责令改正；拒不改正的，再提请政府处理', cite)
  if (step === 'governmentResult' && !governmentAskedOn) return refuse('employers.order', '还没有提请人民政府', cite)
  return null
}

/** A share in per cent to one decimal, rounded down, so that 100 % means all. */
export const percent = (part: number, whole: number) => (whole ? Math.floor((part * 1000) / whole) / 10 : null)
