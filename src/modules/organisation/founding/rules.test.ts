import { expect, test } from 'vitest'
import type { Candidate, Election } from './contract.ts'
import { scopeOf } from '#rules/organisation/unions'
import { type Facts, findingsOf, mayApproveTerm, mayReport, maySuperior, median } from './rules.ts'

const day = '2026-03-02'
const zhejiang = '91330109MA0000501X'
const facts = (part: Partial<Facts> = {}): Facts => ({
  ...{
    form: 'unit',
    unitType: 'privateEnterprise',
    body: 'committee',
    name: '启明塑料有限公司工会委员会',
    plan: '',
    electionOn: null,
  },
  units: [{ name: '启明塑料有限公司', creditCode: zhejiang, headcount: 60, women: 20 }],
  ...{ candidates: [], supporters: 24, womenSupporters: 0, sides: [] },
  ...part,
})
const isKept = (code: string, part: Partial<Facts>) =>
  findingsOf(facts(part), day, scopeOf(facts(part).units[0]?.creditCode ?? null)).find((one) => one.code === code)?.ok
const one = (part: Partial<Candidate>): Candidate => ({ name: '钱进', seat: 'member', sex: null, relation: 'none', ...part })

test.for([
  [24, 'organiser', true],
  [25, 'organiser', false],
  [25, 'committee', true],
] as const)('with %i members, %s: %s (ORG-01)', ([supporters, body, ok]) => {
  expect(isKept('ORG-01.committee', { supporters, body })).toBe(ok)
})

test('a joint union takes two units', () => {
  const { units } = facts()
  expect(isKept('ORG-01.joint', { form: 'joint' })).toBe(false)
  expect(isKept('ORG-01.joint', { form: 'joint', units: [...units, ...units] })).toBe(true)
})

test.for([
  ['ORG-10.relatives', 'privateEnterprise', one({ relation: 'relative' }), false],
  ['ORG-10.relatives', 'privateEnterprise', one({ relation: 'relative', seat: 'audit' }), true],
  ['ORG-10.relatives', 'school', one({ relation: 'relative' }), undefined],
  ['ORG-11.heads', 'school', one({ relation: 'head' }), false],
  ['ORG-12.chair', 'privateEnterprise', one({ relation: 'personnel', seat: 'chair' }), false],
  ['ORG-12.chair', 'privateEnterprise', one({ relation: 'personnel' }), true],
  ['ORG-12.chair', 'privateEnterprise', one({ relation: 'foreign', seat: 'chair' }), false],
] as const)('%s at a %s of %o: %s', ([code, unitType, candidate, ok]) => {
  expect(isKept(code, { unitType, candidates: [candidate] })).toBe(ok)
})

test.for([
  [9, 1, true],
  [10, 1, false],
  [10, 3, true],
] as const)('%i women members and %i proposed: %s (ORG-08)', ([womenSupporters, n, ok]) => {
  expect(isKept('ORG-08.womenCommittee', { womenSupporters, candidates: Array(n).fill(one({ seat: 'women' })) })).toBe(ok)
})

test('the usual name, an odd number and who sits in the group warn and never stop', () => {
  const all = findingsOf(facts({ name: '启明工会', candidates: [one({}), one({})] }), day, 'national').filter(({ ok }) => !ok)
  expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining(['ORG-17.name', 'size.odd', 'ORG-13.preparatory']))
  expect(all.filter(({ level }) => level === 'BLOCK')).toEqual([])
})

test('only a union that may have such a one below it decides', () => {
  expect(maySuperior('unit', { kind: 'town', state: 'active' }, day)).toBeNull()
  expect(maySuperior('unit', { kind: 'joint', state: 'active' }, day)).not.toBeNull()
  expect(maySuperior('trade', { kind: 'trade', state: 'active' }, day)).not.toBeNull()
  expect(maySuperior('unit', { kind: 'town', state: 'dissolved' }, day)).not.toBeNull()
})

test('three years or five; elected after the approval, not by more than were expected', () => {
  expect([3, 4, 5].map((years) => mayApproveTerm(years, day) === null)).toEqual([true, false, true])
  const election: Election = {
    electedOn: day,
    meeting: 'assembly',
    expected: 9,
    present: 9,
    paper: '报告',
    chair: '赵海',
    seats: 3,
  }
  expect(mayReport('approved', election, day, day)).toBeNull()
  expect(mayReport('approved', { ...election, present: 10 }, day, day)).toMatchObject({ code: 'founding.present' })
  expect(mayReport('approved', election, '2026-03-03', '2026-03-04')).toMatchObject({ code: 'founding.day' })
  expect(mayReport('approved', { ...election, electedOn: '2026-03-03' }, day, day)).toMatchObject({ code: 'founding.day' })
})

test('the middle of nothing, of one, of two', () => {
  expect([median([]), median([4]), median([1, 4]), median([9, 1, 4])]).toEqual([null, 4, 2.5, 4])
})
