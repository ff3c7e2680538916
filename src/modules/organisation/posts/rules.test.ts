import { describe, expect, test } from 'vitest'
import type { Ties } from './contract.ts'
import {
  type Appointing,
  bindingOf,
  committeesOf,
  extending,
  findings,
  isComplete,
  type Kind,
  mayAdjustKind,
  mayConfirm,
  mayDismiss,
  mayEnd,
  mayHandOver,
  mayName,
  postKinds,
} from './rules.ts'

const none: Ties = { isHead: false, isRelativeOfHead: false, isPersonnelHead: false, isForeign: false }
const facts = (over: Partial<Appointing> = {}): Appointing => ({
  kind: 'member',
  came: 'elected',
  fromOn: '2026-03-02',
  untilOn: '2029-03-01',
  hasBasis: true,
  ties: none,
  isSubstitute: false,
  union: { kind: 'basic', unitType: 'privateEnterprise', members: 120 },
  person: { id: 'wang', isMember: true, sex: 'male', otherKinds: [] },
  actor: { person: 'li', powers: ['posts.manage'], actsFromAbove: false, isRoot: false },
  powers: ['unions.view'],
  ...over,
})
const codes = (over: Partial<Appointing>) => findings(facts(over)).map(({ code, level }) => `${level} ${code}`)
const above = { person: 'li', powers: ['posts.manage'], actsFromAbove: true, isRoot: false }

test.for([
  ['2029-03-01', []],
  ['2029-03-02', []],
  ['2031-03-01', []],
  ['2031-03-02', []],
  ['2029-02-28', ['WARN posts.termLength']],
  ['2030-03-01', ['WARN posts.termLength']],
  ['2031-03-03', ['BLOCK posts.termLength']],
  [undefined, ['BLOCK posts.term']],
  ['2026-03-01', ['BLOCK posts.order']],
] as const)('a basic committee elected on 2026-03-02 serves until %s: %j (工会法 第16条)', ([untilOn, expected]) => {
  expect(codes({ untilOn })).toEqual(expected)
})

test('a federation’s committee serves five years, not three', () => {
  const union = { kind: 'town', unitType: 'town', members: 900 } as const
  expect(codes({ union, untilOn: '2031-03-01' })).toEqual([])
  expect(codes({ union, untilOn: '2029-03-01' })).toEqual(['WARN posts.termLength'])
})

test('who fills up a seat serves what is left of the term', () => {
  expect(codes({ came: 'byElection', untilOn: '2027-06-30', committeeUntil: '2027-06-30' })).toEqual([])
  expect(codes({ came: 'byElection', untilOn: '2027-07-01', committeeUntil: '2027-06-30' })).toEqual(['WARN posts.remainder'])
})

describe('who may not sit where', () => {
  test.for([
    ['member', { isRelativeOfHead: true }, 'privateEnterprise', ['BLOCK posts.relative']],
    ['member', { isRelativeOfHead: true }, 'office', ['WARN posts.head']],
    ['member', { isHead: true }, 'privateEnterprise', ['WARN posts.head']],
    ['auditMember', { isRelativeOfHead: true }, 'privateEnterprise', []],
    ['chair', { isPersonnelHead: true }, 'stateEnterprise', ['BLOCK posts.chair']],
    ['chair', { isForeign: true }, 'privateEnterprise', ['BLOCK posts.chair']],
    ['member', { isForeign: true }, 'privateEnterprise', []],
    ['chair', { isPersonnelHead: true }, 'school', []],
  ] as const)('%s with %j at a %s: %j', ([kind, ties, unitType, expected]) => {
    const union = { kind: 'basic', unitType, members: 120 } as const
    expect(codes({ kind, ties: { ...none, ...ties }, union, actor: above })).toEqual(expected)
  })

  test.for([
    ['auditChair', 'treasurer', ['WARN posts.audit']],
    ['auditMember', 'member', []],
    ['treasurer', 'auditMember', ['WARN posts.audit']],
    ['chair', 'auditChair', ['WARN posts.audit']],
    ['chair', 'administrationHead', ['WARN posts.bothSides']],
    ['administrationClerk', 'administrationHead', ['BLOCK posts.employerSide']],
    ['administrationClerk', 'member', ['BLOCK posts.employerSide', 'WARN posts.bothSides']],
  ] as const)('%s beside %s: %j', ([kind, other, expected]) => {
    expect(codes({ kind, person: { id: 'wang', isMember: true, sex: 'female', otherKinds: [other] }, actor: above })).toEqual(
      expected,
    )
  })
})

test('chair and vice-chair are entered by the superior after its approval, the federation’s own excepted', () => {
  expect(codes({ kind: 'viceChair' })).toEqual(['BLOCK posts.superior'])
  expect(codes({ kind: 'viceChair', actor: above })).toEqual([])
  expect(codes({ kind: 'chair', actor: { ...above, actsFromAbove: false, isRoot: true } })).toEqual([])
  expect(codes({ kind: 'chair', isSubstitute: true })).toEqual([])
})

test('nobody gives himself a post with powers he lacks', () => {
  const person = { id: 'li', isMember: true, sex: 'male', otherKinds: [] } as const
  expect(codes({ person, powers: ['members.sensitive'] })).toEqual(['BLOCK posts.ownPowers'])
  expect(codes({ person, powers: ['posts.manage'] })).toEqual([])
  expect(codes({ powers: ['members.sensitive'] })).toEqual([])
})

test.for([
  [{ hasBasis: false }, 'posts.basis'],
  [{ person: { id: 'wang', isMember: false, sex: null, otherKinds: [] } }, 'posts.member'],
  [{ kind: 'auditAdministrator', came: 'appointed' }, 'posts.administrator'],
  [{ came: 'appointed', hasBasis: false, untilOn: undefined }, undefined],
] as const)('%j: %s', ([over, code]) => expect(bindingOf(findings(facts(over as Partial<Appointing>)))?.code).toBe(code))

test.for([
  ['2026-03-02', '2026-03-02', 'posts.order'],
  ['2026-09-02', '2026-03-02', undefined],
  ['2026-09-03', '2026-03-02', 'posts.delayLong'],
] as const)('to %s from %s: %s (延期一般不超过 6 个月)', ([to, until, code]) => {
  expect(extending(until, to, '2026-03-01', { actsFromAbove: true, isRoot: false })[0]?.code).toBe(code)
})

test.for([
  ['chair', 'moved', false, true, 'posts.consent'],
  ['chair', 'moved', true, true, undefined],
  ['chair', 'moved', false, false, undefined],
  ['chair', 'recalled', false, true, 'posts.recall'],
  ['member', 'moved', false, true, undefined],
  ['systemAdministrator', 'resigned', true, true, 'posts.administrator'],
] as const)('%s, %s, with papers %s, during the term %s: %s', ([kind, why, hasBasis, isDuringTerm, code]) => {
  expect(mayEnd({ kind, why, hasBasis, isDuringTerm, on: '2026-03-02', fromOn: '2025-01-01' })?.code).toBe(code)
})

test('work is handed to somebody else in office at the same union, once', () => {
  const from = { id: 'a', unionId: 'u', handedOverTo: null, kind: 'chair' as Kind }
  const to = { id: 'b', unionId: 'u', state: 'inOffice' }
  expect(mayHandOver(from, to)).toBeNull()
  expect(mayHandOver(from, { ...to, id: 'a' })?.code).toBe('posts.same')
  expect(mayHandOver(from, { ...to, unionId: 'v' })?.code).toBe('posts.otherUnion')
  expect(mayHandOver(from, { ...to, state: 'coming' })?.code).toBe('posts.notInOffice')
  expect(mayHandOver({ ...from, handedOverTo: 'c' }, to)?.code).toBe('posts.handedOver')
})

describe('system, security and audit administrator are three persons', () => {
  const security = { person: 'sun', kind: 'securityAdministrator', isSecurity: true, isHeadOfUnion: false }
  const chair = { person: 'li', kind: 'chair', isSecurity: false, isHeadOfUnion: true }
  const naming = {
    kind: 'auditAdministrator',
    member: 'zhao',
    holds: [],
    actor: security,
    hasSecurityAdministrator: true,
  } as const
  test.for([
    [{}, undefined],
    [{ member: 'sun' }, 'posts.self'],
    [{ holds: ['systemAdministrator'] }, 'posts.threePersons'],
    [{ actor: chair }, 'posts.bySecurity'],
    [{ kind: 'securityAdministrator' }, 'posts.security'],
    [{ kind: 'securityAdministrator', actor: chair }, 'posts.taken'],
    [{ kind: 'securityAdministrator', actor: chair, hasSecurityAdministrator: false }, undefined],
    [{ kind: 'securityAdministrator', actor: chair, hasSecurityAdministrator: false, member: 'li' }, 'posts.self'],
    [{ kind: 'chair' }, 'posts.notAdministrator'],
  ] as const)('naming %j: %s', ([over, code]) => expect(mayName({ ...naming, ...over })?.code).toBe(code))

  const confirming = { waits: true, proposedBy: 'sun-account', account: 'li-account', member: 'zhao', person: 'li', isHead: true }
  test.for([
    [{}, undefined],
    [{ account: 'sun-account' }, 'posts.twoPersons'],
    [{ person: 'zhao' }, 'posts.twoPersons'],
    [{ isHead: false }, 'posts.head'],
    [{ waits: false }, 'posts.notWaiting'],
  ] as const)('confirming %j: %s', ([over, code]) => expect(mayConfirm({ ...confirming, ...over })?.code).toBe(code))

  test.for([
    ['auditAdministrator', security, 'posts.dismiss'],
    ['auditAdministrator', chair, undefined],
    ['systemAdministrator', security, undefined],
    ['securityAdministrator', security, 'posts.dismiss'],
  ] as const)('dismissing %s: %s', ([kind, actor, code]) => expect(mayDismiss(kind, 'zhao', actor)?.code).toBe(code))

  test('no list gives another post their powers, nor them business ones, nor one’s own post more', () => {
    const before = postKinds.chair.powers
    expect(mayAdjustKind('chair', [...before, 'audit.view'], before, [], true)?.code).toBe('posts.reserved')
    expect(mayAdjustKind('systemAdministrator', ['accounts.manage', 'members.view'], ['accounts.manage'], [], true)?.code).toBe(
      'posts.apart',
    )
    expect(mayAdjustKind('member', ['members.manage'], [], ['member'], true)?.code).toBe('posts.ownPowers')
    expect(mayAdjustKind('member', [], ['members.view'], ['member'], true)).toBeNull()
    expect(mayAdjustKind('member', ['members.manage'], [], [], false)?.code).toBe('posts.federation')
  })
})

describe('the five committees', () => {
  const holder = (kind: Kind, people = 1, left: string | null = null) => ({
    kind,
    people,
    name: people ? '周明' : null,
    title: null,
    since: people ? '2024-01-01' : null,
    until: null,
    left,
  })
  const union = { kind: 'basic', unitType: 'privateEnterprise', employees: null, ownFinance: true } as const
  const full = [
    holder('chair'),
    holder('member', 6),
    holder('auditChair'),
    holder('auditMember', 2),
    holder('womenChair'),
    holder('mediationHead'),
    holder('protectionHead'),
  ]
  const states = (members: number, women: number, holders: ReturnType<typeof holder>[], over = {}) =>
    Object.fromEntries(
      committeesOf({ ...union, members, women, holders, ...over }, '2026-03-02').map(({ body, state }) => [body, state]),
    )

  test('all five with their heads and enough people are complete', () => {
    const all = committeesOf({ ...union, members: 120, women: 40, holders: full }, '2026-03-02')
    expect(all.map(({ state }) => state)).toEqual(Array(5).fill('complete'))
    expect(isComplete(all)).toBe(true)
  })

  test.for([
    [9, [holder('womenMember')], 'complete'],
    [10, [holder('womenMember')], 'never'],
    [10, [holder('womenChair')], 'complete'],
    [0, [], 'notNeeded'],
    [1, [], 'never'],
  ] as const)('with %i women members: %j', ([women, holders, state]) => {
    expect(states(120, women, [...holders]).women).toBe(state)
  })

  test('below 25 members an organiser is enough, from 25 on a committee is needed', () => {
    expect(states(24, 0, [holder('organiser')]).union).toBe('complete')
    expect(states(25, 0, [holder('organiser')]).union).toBe('thin')
    expect(states(24, 0, []).mediation).toBe('notNeeded')
    expect(states(24, 0, [holder('protectionInspector')]).protection).toBe('complete')
    expect(states(25, 0, [holder('protectionInspector')]).protection).toBe('never')
  })

  test('a seat that was held and is not any more is vacant since the day it was left', () => {
    const [committee] = committeesOf(
      { ...union, members: 120, women: 0, holders: [holder('chair', 0, '2026-01-15'), holder('member', 6)] },
      '2026-03-02',
    )
    expect(committee).toMatchObject({ state: 'vacant', vacantSince: '2026-01-15', head: null })
  })

  test('a federation is measured by its head, not by the sizes of basic committees', () => {
    expect(states(3000, 900, [holder('chair')], { kind: 'federation' }).union).toBe('complete')
    expect(states(3000, 900, [holder('chair')]).union).toBe('thin')
  })

  test('without finance of its own a union needs no audit committee', () => {
    expect(states(120, 0, [], { ownFinance: false }).audit).toBe('notNeeded')
    expect(states(120, 0, []).audit).toBe('never')
    expect(states(120, 0, [holder('auditChair'), holder('auditMember')]).audit).toBe('thin')
  })
})
