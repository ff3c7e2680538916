import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kit/dates'
import { makeLaw } from './law.ts'
import { escalations, given, within } from './times.ts'

const law = makeLaw('national')
const fact = (since: string) => ({ unionId: 'u', subject: 's', since })
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2016-01-01', n))
const ids = fc.constantFrom('PI-08.answer', 'ORG-22.apply', 'ELEC-32.seat', 'ORG-15.founding', 'ORG-02.answer', 'MEM-08.answer')

test.for([
  // 15 days from the eve of 春节 2026 end within it; ten working days cross 国庆 2026 with its make-up days.
  ['PI-08.answer', '2026-02-01', '2026-02-24', '2026-02-16'],
  ['PI-08.answer', '2026-01-30', '2026-02-14', '2026-02-14'],
  ['MEM-08.answer', '2026-09-18', '2026-10-09', '2026-10-09'],
  ['MEM-08.answer', '2026-09-30', '2026-10-20', '2026-10-20'],
  ['ELEC-32.seat', '2025-11-30', '2026-02-28', '2026-02-28'],
  ['ORG-15.founding', '2024-02-29', '2025-02-28', '2025-02-28'],
] as const)('%s from %s falls due on %s', ([id, since, dueOn, lastDay]) => {
  expect(within(fact(since), law, id)).toMatchObject({ dueOn, lastDay })
})

test('reminders lie within the period and escalations after it, in order, whatever the rule and the day', () => {
  fc.assert(
    fc.property(day, ids, fc.integer({ min: 0, max: 3 }), (since, id, above) => {
      const { dueOn, lastDay, warnOn } = within(fact(since), law, id)
      expect(dueOn >= lastDay && lastDay > since).toBe(true)
      expect(law.calendar.isRestDay(dueOn)).toBe(false)
      for (const warning of warnOn) expect(warning > since && warning <= dueOn).toBe(true)
      const up = escalations(fact(since), dueOn, law, above)
      expect(up.length).toBe(Math.min(above, 2))
      for (const [at, when] of up.entries()) expect(when > (up[at - 1] ?? dueOn)).toBe(true)
    }),
  )
})

test('a day that the records fix is kept, rest day or not', () => {
  expect(given({ ...fact('2026-09-01'), dueOn: '2026-10-01' }, law, 'MEM-02.answer')).toMatchObject({ dueOn: '2026-10-01' })
})
