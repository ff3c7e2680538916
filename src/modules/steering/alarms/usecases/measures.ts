import type { Day } from '#kit/dates'
import { citeOf, type Statute, type StatuteId } from '#law/statutes'
import type { Ruled } from '#platform/statutes'
import type { AlarmKind } from '../contract.ts'

/** Which rules an alarm is judged by, the deciding one first. */
export const rulesOf: Record<AlarmKind, readonly StatuteId[]> = {
  lost: ['ALARM-01.percent', 'ALARM-01.months', 'ALARM-01.least'],
  inactive: ['ALARM-02.days'],
  vacant: ['ELEC-30.byElection'],
  broken: ['ALARM-04.structure', 'ALARM-04.inner', 'ALARM-04.direct'],
  unlike: ['ALARM-05.ratio', 'ALARM-05.percent', 'ALARM-05.workforce'],
}

/** The figures in force on a day, as the federation of the region ruled them or as practice has them. */
export function measuresOn(law: Ruled, day: Day) {
  return {
    lost: {
      months: law.on('ALARM-01.months', day).value,
      percent: law.on('ALARM-01.percent', day).value,
      least: law.on('ALARM-01.least', day).value,
    },
    broken: { inner: law.on('ALARM-04.inner', day).value, direct: law.on('ALARM-04.direct', day).value },
    inactive: { days: law.on('ALARM-02.days', day).value },
    unlike: {
      workforce: law.on('ALARM-05.workforce', day).value,
      percent: law.on('ALARM-05.percent', day).value,
      ratio: law.on('ALARM-05.ratio', day).value,
    },
  }
}
export type Measures = ReturnType<typeof measuresOn>

/** The rules behind a kind of alarm, as they are shown. */
export const lawBehind = (law: Ruled, kind: AlarmKind, day: Day) =>
  rulesOf[kind].map((id) => {
    const statute: Statute = law.on(id, day)
    return { id, says: statute.says, cite: citeOf(statute), isLaw: statute.verified }
  })
