import { addDays, type Day } from '#kit/dates'
import { due, dueBefore, type Period, sayPeriod } from '#law/deadlines'
import type { Statute, StatuteId } from '#law/statutes'
import type { Law } from './law.ts'
import type { Applied, Fact, Times } from './shape.ts'

/** Which reminders a period has: 30 and 7 days before, 3 days before, or one working day before. */
export type Warning = 'long' | 'short' | 'promise'
const warnings = { long: 'DUTY-01.warnLong', short: 'DUTY-01.warnShort', promise: 'DUTY-01.warnPromise' } as const

/** A rule as it is kept with a duty. */
export const applied = (law: Law, statute: Statute, period = ''): Applied => ({
  id: statute.id,
  says: statute.says,
  cite: law.cite(statute),
  isLaw: statute.verified && statute.level !== 'INFO',
  period,
})

/** The length that a statute of one figure and a unit of time gives. */
export function periodOf({ value, unit }: Statute): Period {
  if (typeof value !== 'number' || (unit !== 'day' && unit !== 'workingDay' && unit !== 'month' && unit !== 'year'))
    throw new Error('not a length of time')
  return { n: value, unit }
}

const lengthOf = ({ n, unit }: Period): Warning =>
  unit === 'workingDay'
    ? n > 10
      ? 'short'
      : 'promise'
    : unit === 'day'
      ? n >= 90
        ? 'long'
        : 'short'
      : n >= 3 || unit === 'year'
        ? 'long'
        : 'short'

/** Due so long after the fact as the rule of that day says (GEN-01…03). */
export function within(fact: Fact, law: Law, id: StatuteId, { reading }: { reading?: string } = {}): Times {
  const statute = law.on(id, fact.since, fact)
  const period = periodOf(statute)
  const dueOn = due(fact.since, period, law.calendar)
  return {
    dueOn,
    lastDay: due(fact.since, period, law.calendar, { rolls: false }),
    warnOn: warned(fact, dueOn, law, lengthOf(period)),
    law: [applied(law, statute, sayPeriod(period))],
    period,
    ...(reading && { reading }),
  }
}

/** Due on the day that the records fix; the rule says why there is such a day. */
export function given(fact: Fact, law: Law, id: StatuteId, { warn = 'short' as Warning, reading = '' } = {}): Times {
  const dueOn = fact.dueOn!
  const rule = applied(law, law.on(id, fact.since, fact))
  return { dueOn, lastDay: dueOn, warnOn: warned(fact, dueOn, law, warn), law: [rule], ...(reading && { reading }) }
}

/** The days to remind on, inside the period only. */
export function warned(fact: Pick<Fact, 'since' | 'creditCode' | 'path'>, dueOn: Day, law: Law, kind: Warning): Day[] {
  const { value, unit } = law.on(warnings[kind], fact.since, fact)
  const days = (value as readonly number[]).map((n) => dueBefore(dueOn, { n, unit: unit as Period['unit'] }, law.calendar))
  return inside(fact.since, dueOn, days)
}

/** Those days that lie after the beginning and not after the end, in order. */
export const inside = (since: Day, dueOn: Day, days: readonly Day[]) =>
  [...new Set(days)].filter((day) => day > since && day <= dueOn).sort()

/** When it goes up how many levels, if nobody does it; as many as there are above. */
export function escalations(fact: Fact, dueOn: Day, law: Law, levelsAbove: number): Day[] {
  const { value } = law.on('DUTY-02.escalate', fact.since, fact)
  return (value as readonly number[]).slice(0, levelsAbove).map((n) => addDays(dueOn, n))
}
