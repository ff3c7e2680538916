import { expect, test } from 'vitest'
import { texts } from './contract/words.ts'
import {
  findingOf,
  type Holding,
  mayApplyTo,
  mayApprove,
  mayAskOver,
  mayConsent,
  mayFileMore,
  mayWork,
  type RosterRow,
} from './rules.ts'

const who = { name: '李春梅', unionId: 'u', unionPath: 'aaaabbbb' }
const row = (more: Partial<RosterRow> = {}): RosterRow => ({
  ...{ id: 'p', unionId: 'u', unionPath: 'aaaabbbb', unionName: '恒达', name: '李春梅', status: 'worker', hasIdNumber: true },
  ...more,
})
const holder = (more: Partial<Holding> = {}): Holding => ({
  ...{ id: 'p', unionId: 'u', unionName: '恒达', unionPath: 'aaaabbbb', status: 'worker' },
  ...more,
})
const elsewhere = { unionId: 'v', unionName: '云裳', unionPath: 'aaaacccc' }

test.for([
  ['on the rolls here', holder(), [row()], 'same', 'u'],
  [
    'on the rolls of a branch of it',
    holder({ unionId: 'b', unionPath: 'aaaabbbb0001' }),
    [row({ unionId: 'b', unionPath: 'aaaabbbb0001' })],
    'same',
    'b',
  ],
  ['left earlier', holder({ status: 'left' }), [row({ status: 'left' })], 'same', 'u'],
  ['another name under the number', holder(), [row({ name: '李春美' })], 'differs', 'u'],
  ['expelled earlier', holder({ status: 'expelled' }), [row({ status: 'expelled' })], 'differs', 'u'],
  ['a worker of another union in sight', holder(elsewhere), [row(elsewhere)], 'differs', null],
  ['a worker of another union out of sight', holder(elsewhere), [], 'unknown', null],
  ['a member here', holder({ status: 'member' }), [row({ status: 'member' })], 'member', 'u'],
  ['a member elsewhere', holder({ ...elsewhere, status: 'member' }), [], 'elsewhere', null],
  ['retained elsewhere', holder({ ...elsewhere, status: 'retained' }), [], 'elsewhere', null],
  ['nobody', undefined, [], 'unknown', null],
  ['a namesake without a number', undefined, [row({ hasIdNumber: false })], 'differs', 'u'],
  ['a namesake with another number', undefined, [row()], 'differs', null],
  ['a namesake in another union', undefined, [row({ ...elsewhere, hasIdNumber: false })], 'unknown', null],
] as const)('an applicant who is %s', ([, held, rows, match, unionId]) => {
  expect(findingOf(who, held, rows)).toMatchObject({ match, unionId })
})

test('two namesakes without a number are not told apart', () => {
  const two = [row({ id: 'p', hasIdNumber: false }), row({ id: 'q', hasIdNumber: false })]
  expect(findingOf(who, undefined, two)).toMatchObject({ match: 'differs', memberId: null })
})

test('what is not found as said is approved with a word on how it was checked', () => {
  for (const match of ['differs', 'unknown'] as const) {
    expect(mayApprove(match, undefined)).toMatchObject({ code: 'joining.unchecked' })
    expect(mayApprove(match, '看过身份证原件')).toBeNull()
  }
  expect(mayApprove('same', undefined)).toBeNull()
})

test.for([
  [{ kind: 'basic', state: 'active' }, undefined],
  [{ kind: 'newEmployment', state: 'active' }, undefined],
  [{ kind: 'basic', state: 'preparing' }, 'joining.closed'],
  [{ kind: 'basic', state: 'dissolved' }, 'joining.closed'],
  [{ kind: 'group', state: 'active' }, 'joining.group'],
  [undefined, 'joining.closed'],
] as const)('an application to %o', ([place, code]) => {
  expect(mayApplyTo(place)?.code).toBe(code)
})

test('consent is to the texts of today, work is said whole, three applications a mobile', () => {
  const now = { charterVersion: texts.charter.version, privacyVersion: texts.privacy.version }
  expect(mayConsent(now)).toBeNull()
  expect(mayConsent({ ...now, privacyVersion: now.privacyVersion - 1 })).not.toBeNull()
  const work = { employmentForm: 'newForm', newForm: null, basis: 'platform', employer: null }
  expect(mayWork(work)).not.toBeNull()
  expect(mayWork({ ...work, newForm: 'courier' })).toBeNull()
  expect(mayWork({ ...work, newForm: 'courier', basis: 'labour' })).toMatchObject({ code: 'joining.employer' })
  expect([mayFileMore(2), mayFileMore(3)?.code]).toEqual([null, 'joining.many'])
  expect([mayAskOver('member', true), mayAskOver('member', false)?.code, mayAskOver(undefined, false)?.code]).toEqual([
    null,
    'joining.other-name',
    'joining.nowhere',
  ])
})
