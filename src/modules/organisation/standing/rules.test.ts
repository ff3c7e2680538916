import { expect, test } from 'vitest'
import { changeKinds } from './contract/words.ts'
import { mayDecide, mayOpen, mayReport, mayStep } from './rules.ts'

const blank = {
  openedOn: '2026-03-01',
  idleSince: null,
  educatedOn: null,
  discussedOn: null,
  judgedOn: null,
  effectiveOn: '2026-03-01',
}
const deemed = { ...blank, kind: 'deemed' as const, idleSince: '2025-08-31', educatedOn: '2026-02-10' }
const expel = { ...blank, kind: 'expel' as const, judgedOn: '2026-01-15', discussedOn: '2026-02-01' }
const today = '2026-03-10'
const codeOf = (facts: Parameters<typeof mayDecide>[0], on: string) => mayDecide(facts, on, today, 6)?.code

test.for([
  ['six months to the day, the month having no 31st', deemed, '2026-02-28', undefined],
  ['a day short of it', deemed, '2026-02-27', 'standing.idle'],
  ['without education', { ...deemed, educatedOn: null }, today, 'standing.education'],
  ['before the education', { ...deemed, educatedOn: '2026-03-05' }, '2026-03-04', 'standing.education'],
  ['on the day of the education', { ...deemed, educatedOn: '2026-03-05' }, '2026-03-05', undefined],
  ['an expulsion without discussion', { ...expel, discussedOn: null }, today, 'standing.discussion'],
  ['an expulsion before the discussion', expel, '2026-01-31', 'standing.early'],
  ['an expulsion on the day of it', expel, '2026-02-01', undefined],
  ['a day that has not come', expel, '2026-03-11', 'standing.later'],
  ['retained before its day', { ...blank, kind: 'retain' as const, effectiveOn: '2026-03-11' }, today, 'standing.effective'],
  ['retained on its day', { ...blank, kind: 'retain' as const, effectiveOn: today }, today, undefined],
] as const)('%s', ([, facts, on, code]) => {
  expect(codeOf(facts, on)).toBe(code)
})

test('each change starts from a standing that can have it', () => {
  const may = (status: string) => changeKinds.filter((kind) => mayOpen(kind, status) === null)
  expect(may('member')).toEqual(['retain', 'leave', 'deemed', 'expel'])
  expect(may('retained')).toEqual(['restore', 'leave', 'expel'])
  for (const status of ['worker', 'left', 'expelled']) expect(may(status)).toEqual([])
})

test('a step belongs to its kind, and to a day after what comes before it', () => {
  expect(mayStep('leave', 'deemed', { on: today, after: null, today })?.code).toBe('standing.step')
  expect(mayStep('expel', 'expel', { on: '2026-01-14', after: '2026-01-15', today })?.code).toBe('standing.early')
  expect(mayStep('expel', 'expel', { on: '2026-01-15', after: '2026-01-15', today })).toBeNull()
  expect(mayReport('expel', 'open', { decidedOn: null, on: today, today })?.code).toBe('standing.report')
  expect(mayReport('expel', 'done', { decidedOn: today, on: '2026-03-09', today })?.code).toBe('standing.early')
  expect(mayReport('expel', 'done', { decidedOn: today, on: today, today })).toBeNull()
})
