import { describe, expect, test } from 'vitest'
import {
  completed,
  isCurrent,
  mayAdd,
  mayAdmit,
  mayChange,
  mayConsent,
  mayDecide,
  mayFile,
  mayLackJoining,
  mayMerge,
  mayUnmerge,
  mergedFacts,
  recordProblems,
} from './rules.ts'

const day = '2026-03-02'
const NUMBER = '11010519491231002X'
const code = (verdict: { code: string } | null) => verdict?.code ?? null

test.each([
  [{ idNumber: NUMBER }, null],
  [{ idNumber: NUMBER, sex: 'female', birthOn: '1949-12-31' }, null],
  [{ idNumber: NUMBER, sex: 'male' }, 'members.sex'],
  [{ idNumber: NUMBER, birthOn: '1949-12-30' }, 'members.birth'],
  [{ idNumber: '110105194912310021' }, 'members.number'],
  [{ idNumber: '110105491231002' }, 'members.number'],
  [{ idType: 'passport', idNumber: 'E12345678' }, null],
  [{ idType: 'passport', idNumber: 'E1234-5678' }, 'members.number'],
  [{ idType: 'taiwan', idNumber: '830000199001010013' }, 'members.number'],
  [{ sex: 'male' }, null],
  [{}, null],
])('a record with %j is filed unless %s', (facts, refusal) => {
  expect(code(mayFile(facts, day))).toBe(refusal)
})

test('sex and birthday are filled in from the number, and never over what was typed', () => {
  expect(completed({ idNumber: NUMBER, sex: null, birthOn: null }, day)).toMatchObject({ sex: 'female', birthOn: '1949-12-31' })
  expect(completed({ idNumber: NUMBER, sex: 'male' }, day)).toMatchObject({ sex: 'male' })
  expect(completed({ idType: 'passport', idNumber: 'E12345678' }, day)).toEqual({ idType: 'passport', idNumber: 'E12345678' })
})

describe('what a record lacks or contradicts', () => {
  const whole = {
    status: 'member' as const,
    number: '0010000014',
    idNumber: '11010119900307123X',
    sex: 'male',
    birthOn: '1990-03-07',
    mobile: '13800000000',
    employer: '恒达',
    employmentForm: 'contract',
    joinedOn: '2020-01-01',
  }
  const passport = { ...whole, idType: 'passport', idNumber: 'E12345678' }
  test.each([
    ['nothing', {}, []],
    ['the number', { idNumber: null }, ['noIdNumber']],
    ['the mobile', { mobile: null }, ['noMobile']],
    ['sex', { sex: null }, ['noSexOrBirth']],
    ['the employer', { employer: null }, ['noEmployer']],
    ['the employer, working for oneself', { employer: null, employmentForm: 'flexible' }, []],
    ['the kind of new form', { employer: null, employmentForm: 'newForm' }, ['noNewForm']],
    ['the kind of new form, given', { employer: null, employmentForm: 'newForm', newForm: 'courier' }, []],
    ['the form', { employmentForm: null }, ['noForm']],
    ['the card number', { number: null }, ['noNumber']],
    ['the card number of a worker', { status: 'worker' as const, number: null, joinedOn: null }, []],
    ['the day of rest', { status: 'retained' as const }, ['noRetainedOn']],
    [
      'the day of leaving, and then work is nobody’s business',
      { status: 'left' as const, employer: null, employmentForm: null },
      ['noLeftOn'],
    ],
    ['16 years to the day', { birthOn: '2010-03-02', joinedOn: null, status: 'worker' as const }, []],
    ['a day of 16 years', { birthOn: '2010-03-03', joinedOn: null, status: 'worker' as const }, ['tooYoung']],
    ['a day of 16 years on joining', { birthOn: '1990-03-07', joinedOn: '2006-03-06' }, ['joinedYoung']],
    ['16 years on joining', { birthOn: '1990-03-07', joinedOn: '2006-03-07' }, []],
    ['joining today', { joinedOn: day }, []],
    ['joining tomorrow', { joinedOn: '2026-03-03' }, ['joinedLater']],
    ['64 years', { birthOn: '1961-03-03' }, []],
    ['65 years', { birthOn: '1961-03-02' }, ['retireDue']],
  ])('%s', (_, facts, problems) => {
    expect(recordProblems({ ...passport, ...facts }, day)).toEqual(problems)
  })
  test.each([
    ['nothing asked for', [], { mobile: null, employer: null, employmentForm: null, sex: null }, []],
    ['the job', ['job'], { job: null }, ['noJob']],
    ['the job, given', ['job'], { job: '钳工' }, []],
    ['the job of who has left', ['job'], { status: 'left' as const, leftOn: day }, []],
    ['schooling, and the job not asked for', ['education'], { job: null }, ['noEducation']],
    ['nation and household', ['ethnicity', 'household'], {}, ['noEthnicity', 'noHousehold']],
    ['the ground of joining', ['basis'], {}, ['noBasis']],
    ['the ground of joining of a worker', ['basis'], { status: 'worker' as const }, []],
  ] as const)('asked for and missing: %s', (_, fields, facts, problems) => {
    expect(recordProblems({ ...passport, ...facts }, day, fields)).toEqual(problems)
  })
  test('a number that is wrong, and facts that contradict it', () => {
    expect(recordProblems({ ...whole, idNumber: '110101199003071234' }, day)).toEqual(['badIdNumber'])
    const said = { ...whole, idNumber: NUMBER, status: 'retained' as const, retainedOn: '2010-01-01' }
    expect(recordProblems({ ...said, sex: 'male', birthOn: '1949-12-30' }, day)).toEqual(['sexDiffers', 'birthDiffers'])
  })
})

test('one person, one membership', () => {
  const holder = { unionId: 'a', unionName: '甲', status: 'member' as const }
  expect(mayAdmit(undefined, 'a')).toBeNull()
  expect(code(mayAdmit(holder, 'a'))).toBe('members.already')
  expect(code(mayAdmit(holder, 'b'))).toBe('members.elsewhere')
  expect(code(mayAdmit({ ...holder, status: 'retained' }, 'b'))).toBe('members.elsewhere')
  expect(mayAdmit({ ...holder, status: 'worker' }, 'b')).toBeNull()
  expect(mayAdmit({ ...holder, status: 'left' }, 'b')).toBeNull()
  expect(mayAdd(undefined, true)).toBeNull()
  expect(mayAdd(holder, true)?.reason).not.toContain('甲')
  expect(mayAdd(holder, false)?.reason).toContain('甲')
})

test.each([
  ['member', 'retain', '2026-03-02', null],
  ['retained', 'retain', '2026-03-02', 'members.status'],
  ['worker', 'leave', '2026-03-02', 'members.status'],
  ['retained', 'restore', '2026-03-02', null],
  ['member', 'restore', '2026-03-02', 'members.status'],
  ['worker', 'transfer', '2026-03-02', null],
  ['left', 'transfer', '2026-03-02', 'members.status'],
  ['member', 'leave', '2020-01-01', null],
  ['member', 'leave', '2019-12-31', 'members.early'],
  ['member', 'leave', '2026-03-03', 'members.later'],
] as const)('%s, %s on %s: %s', (status, went, on, refusal) => {
  expect(code(mayChange(status, went, { on, since: '2020-01-01', today: day }))).toBe(refusal)
})

test('a stale version is refused with what was changed since; a member keeps a day of joining', () => {
  expect(isCurrent(2, 2, [])).toBeNull()
  expect(isCurrent(3, 2, ['mobile', 'job'])?.reason).toContain('手机号、岗位')
  expect(isCurrent(3, 2, [])?.reason).not.toContain('改了')
  expect(code(mayLackJoining('member', null))).toBe('members.joined')
  expect([mayLackJoining('member', undefined), mayLackJoining('worker', null)]).toEqual([null, null])
})

test('two records are merged only when they may be one person, and parted once, the last merge first', () => {
  const record = (id: string, facts = {}) => ({ id, mergedInto: null, idNumberIndex: null, ...facts })
  expect(mayMerge(record('a', { idNumberIndex: 'x' }), record('b'))).toBeNull()
  expect(code(mayMerge(record('a', { idNumberIndex: 'x' }), record('b', { idNumberIndex: 'y' })))).toBe('members.two-persons')
  expect(code(mayMerge(record('a'), record('a')))).toBe('members.merge-self')
  expect(code(mayMerge(record('a'), record('b', { mergedInto: 'c' })))).toBe('members.merged')
  expect(mayUnmerge({ undoneAt: null }, true)).toBeNull()
  expect(code(mayUnmerge({ undoneAt: new Date() }, true))).toBe('members.unmerged')
  expect(code(mayUnmerge({ undoneAt: null }, false))).toBe('members.unmerge-order')
})

test('a merged record takes what it lacks, what was chosen, the stronger status and the earlier day', () => {
  const kept = { status: 'worker' as const, joinedOn: null, name: '王秀英', mobile: null, job: '装配工' }
  const dropped = { status: 'retained' as const, joinedOn: '2019-01-01', name: '王秀瑛', mobile: '13800000000', job: '质检' }
  expect(mergedFacts(kept, dropped as never, ['job'])).toMatchObject({
    status: 'retained',
    joinedOn: '2019-01-01',
    mobile: '13800000000',
    job: '质检',
  })
  expect(mergedFacts(kept, dropped as never, [])).not.toHaveProperty('name')
  expect(mergedFacts({ ...kept, joinedOn: '2018-01-01' } as never, dropped as never, [])).toMatchObject({
    joinedOn: '2018-01-01',
  })
})

test('a request is decided once; consent is to the text one has seen', () => {
  expect(mayDecide({ decidedAt: null, withdrawnAt: null })).toBeNull()
  expect(code(mayDecide({ decidedAt: new Date(), withdrawnAt: null }))).toBe('members.correction-decided')
  expect(code(mayDecide({ decidedAt: null, withdrawnAt: new Date() }))).toBe('members.correction-withdrawn')
  expect([mayConsent(2, 2), code(mayConsent(2, 1))]).toEqual([null, 'members.consent-text'])
})
