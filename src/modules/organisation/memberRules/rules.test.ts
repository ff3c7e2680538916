import { expect, test } from 'vitest'
import { statuteOn } from '#law/statutes'
import { isNewest, mayBegin, mayPromise, maySet, maySetAt, sayValue, usualRules } from './rules.ts'
import type { Setting } from './contract/words.ts'

const day = '2026-03-02'

test.for([
  ['federation', 'above', undefined],
  ['town', 'above', undefined],
  ['basic', 'above', 'memberRules.place'],
  ['joint', 'above', 'memberRules.place'],
  ['basic', null, undefined],
] as const)('a %s at %s rules: %s', ([kind, parentId, code]) => expect(maySetAt({ kind, parentId })?.code).toBe(code))

test.for([
  ['2026-03-01', 'memberRules.day'],
  ['2026-03-02', undefined],
  ['2026-03-03', undefined],
] as const)('a rule begins on %s: %s', ([fromOn, code]) => expect(mayBegin(fromOn, day)?.code).toBe(code))

const law = {
  ...statuteOn('MEM-02.answer', day),
  source: '某法',
  article: '第一条',
  verified: true,
  value: 3,
  level: 'BLOCK' as const,
}
test.for([
  [2, undefined],
  [3, undefined],
  [4, 'memberRules.law'],
] as const)('a promise of %i working days where the law says 3: %s', ([days, code]) => {
  expect(mayPromise(days, law)?.code).toBe(code)
  expect(mayPromise(days, law)?.cite).toBe(code && '《某法》第一条')
})
test('practice fixes no period', () => expect(mayPromise(60, statuteOn('MEM-02.answer', day))).toBeNull())

test.for<[Setting, string | undefined]>([
  [{ point: 'fields', value: ['sexAndBirth'] }, undefined],
  [{ point: 'fields', value: ['mobile', 'job'] }, 'memberRules.age'],
  [{ point: 'fields', value: [] }, 'memberRules.age'],
  [{ point: 'retainedFor', value: ['retired', 'unemployed'] }, undefined],
  [{ point: 'retainedFor', value: ['retired', 'other'] }, 'memberRules.retained'],
  [{ point: 'retainedFor', value: ['unemployed'] }, 'memberRules.retained'],
  [{ point: 'answerDays', value: 10 }, undefined],
  [{ point: 'acceptDays', value: 10 }, undefined],
  [{ point: 'duesClasses', value: {} }, undefined],
  [{ point: 'checkMonths', value: 1 }, undefined],
])('%j: %s', ([setting, code]) => {
  const refusal = maySet(setting, day, 'national')
  expect(refusal?.code).toBe(code)
  if (code) expect(refusal?.cite).toMatch(/第.+条/)
})

test('whoever did not see the newest rule is told', () => {
  expect(isNewest('a', 'a')).toBeNull()
  expect(isNewest(null, null)).toBeNull()
  expect(isNewest('b', 'a')?.code).toBe('memberRules.stale')
  expect(isNewest('a', null)?.code).toBe('memberRules.stale')
})

test('values in words, in one order', () => {
  const { fields } = usualRules(day, 'national')
  expect(sayValue({ point: 'fields', value: fields.toReversed() })).toBe(
    '姓名、证件号码、手机号、性别和出生日期、工作单位、用工形式',
  )
  expect(sayValue({ point: 'duesClasses', value: { flexible: '定额' } })).toBe('灵活就业：定额')
  expect(sayValue({ point: 'duesClasses', value: {} })).toBe('不分类')
  expect(sayValue({ point: 'answerDays', value: 3 })).toBe('3 个工作日')
})
