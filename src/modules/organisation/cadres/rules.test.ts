import { expect, test } from 'vitest'
import { allowanceOn, loadOf, type LoadFacts, mayAgree, mayRecordHours } from './rules.ts'

test('three working days a month; in some places over the year, in some without supervision and mediation', () => {
  expect(allowanceOn('2026-06-01', 'national')).toMatchObject({ hours: 24, isCumulated: false, outside: [] })
  expect(allowanceOn('2026-06-01', 'national').cite).toBe('《工会法》第四十一条')
  expect(allowanceOn('2026-06-01', 'CN-33')).toMatchObject({ hours: 24, isCumulated: true, outside: [] })
  expect(allowanceOn('2026-06-01', 'CN-11')).toMatchObject({ isCumulated: false })
  expect(allowanceOn('2026-06-01', 'CN-11').outside).toContain('mediation')
  expect(allowanceOn('2026-06-01', 'CN-35')).toMatchObject({ isCumulated: true })
})

const facts: LoadFacts = {
  ...{ isFullTime: false, agreedHours: 16, minutes: [480, 480, 480] },
  ...{ countedMinutes: 480, countedInYear: 1440, monthsOfYear: 3 },
}
const month = { hours: 24, isCumulated: false }
test.for([
  ['half of what was agreed, to the minute', {}, 'kept'],
  ['a minute less than half', { minutes: [480, 480, 479] }, 'crowded'],
  ['nothing recorded says nothing', { minutes: [0, 0, 0], countedMinutes: 0 }, 'silent'],
  ['nothing agreed, little done', { agreedHours: null, minutes: [60, 0, 0] }, 'kept'],
  ['24 hours of working time', { countedMinutes: 1440 }, 'kept'],
  ['a minute more', { countedMinutes: 1441 }, 'over'],
  ['more than the law, but agreed', { agreedHours: 40, minutes: [1800, 1800, 1800], countedMinutes: 1800 }, 'kept'],
  ['full time is not measured', { isFullTime: true, minutes: [0, 0, 0] }, 'fullTime'],
] as const)('%s', ([, more, load]) => expect(loadOf({ ...facts, ...more }, month)).toBe(load))

test('cumulated over the year, a full month may have more', () => {
  const busy = { ...facts, countedMinutes: 3000, countedInYear: 3000 }
  expect(loadOf(busy, { hours: 24, isCumulated: true })).toBe('kept')
  expect(loadOf({ ...busy, countedInYear: 3 * 1440 + 1 }, { hours: 24, isCumulated: true })).toBe('over')
})

test.for([
  [true, '2026-03-02', 0, 0, 60, undefined],
  [false, '2026-03-02', 0, 0, 60, 'cadres.cadre'],
  [true, '2026-03-03', -1, 0, 60, 'cadres.day'],
  [true, '2025-12-30', 62, 0, 60, undefined],
  [true, '2025-12-29', 63, 0, 60, 'cadres.day'],
  [true, '2026-03-02', 0, 900, 60, undefined],
  [true, '2026-03-02', 0, 901, 60, 'cadres.full'],
] as const)('a cadre %s, on %s (%i days ago), after %i minutes, %i more: %s', ([isCadre, day, ago, already, more, code]) =>
  expect(mayRecordHours(isCadre, day, '2026-03-02', ago, already, more)?.code).toBe(code),
)

test('an agreement is for part-timers, entered by somebody else, and follows the one before', () => {
  expect(mayAgree(true, false, '2026-03-01', null)).toBeNull()
  expect(mayAgree(false, false, '2026-03-01', null)?.code).toBe('cadres.fullTime')
  expect(mayAgree(true, true, '2026-03-01', null)?.code).toBe('cadres.own')
  expect(mayAgree(true, false, '2026-03-01', '2026-03-01')?.code).toBe('cadres.agreed')
  expect(mayAgree(true, false, '2026-03-02', '2026-03-01')).toBeNull()
})
