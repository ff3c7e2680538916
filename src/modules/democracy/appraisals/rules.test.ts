import { expect, test } from 'vitest'
import { statuteOn } from '#law/statutes'
import { type AppraisalFacts, isTold, marksFrom, mayClose, mayImprove, mayOpen, mayPublish, mayReport, stateOf } from './rules.ts'

const made: AppraisalFacts = { ballotId: null, countedOn: null, isWithheld: false, reportedOn: null, publishedOn: null }
const open = { ...made, ballotId: 'b' }
const counted = { ...open, countedOn: '2026-03-10' }
const reported = { ...counted, reportedOn: '2026-03-12' }

test.for([
  [4, '2026-03-02', 'appraisals.few'],
  [5, '2026-03-02', undefined],
  [6, '2026-03-02', undefined],
  [5, '2026-03-01', 'appraisals.closes'],
] as const)('%i appraisers, closing on %s: %s', ([electors, day, code]) =>
  expect(mayOpen(made, electors, day, '2026-03-02')?.code).toBe(code),
)

test('how few may appraise is raised by a union, never lowered', () => {
  const place = (value: number) => ({
    scope: 'national' as const,
    own: [{ ...statuteOn('PI-90.appraisal', '2026-03-02'), value, path: '0001' }],
  })
  const told = (returned: number, value: number) => isTold(returned, '2026-03-02', place(value))
  expect([told(4, 1), told(5, 1), told(7, 8), told(8, 8), told(9, 8)]).toEqual([false, true, false, true, true])
})

test('opened once, counted, reported to the congress, then published', () => {
  expect([made, open, counted, reported, { ...reported, publishedOn: '2026-03-13' }].map(stateOf)).toEqual([
    ...['made', 'open', 'counted', 'reported', 'published'],
  ])
  expect(mayOpen(open, 9, '2026-03-05', '2026-03-02')?.code).toBe('appraisals.state')
  expect(mayClose(open)).toBe(null)
  expect(mayReport(open)?.code).toBe('appraisals.state')
  expect(mayPublish(counted)?.code).toBe('appraisals.state')
  expect(mayPublish(reported)).toBe(null)
})

test('what was withheld is neither reported nor improved upon', () => {
  const withheld = { ...counted, isWithheld: true }
  expect(mayReport(withheld)?.code).toBe('appraisals.state')
  expect(mayImprove(withheld)?.code).toBe('appraisals.uncounted')
})

test('marks per item, the share of the two best grades among those who marked', () => {
  const result = {
    lines: [
      { key: 'i0', counts: { 0: 4, 1: 2, 3: 1, _: 5 } },
      { key: 'i1', counts: { _: 12 } },
    ],
  }
  expect(marksFrom(result, ['履行职责', '廉洁自律'], ['优秀', '称职', '基本称职', '不称职'])).toMatchObject([
    { valid: 7, bestShare: 85.7, counts: [{ count: 4 }, { count: 2 }, { count: 0 }, { count: 1 }] },
    { valid: 0, bestShare: null },
  ])
})
