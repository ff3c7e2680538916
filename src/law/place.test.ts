import { expect, test } from 'vitest'
import { scopeOfDivision } from './place.ts'
import { statuteOn } from './statutes.ts'

test.for([
  [null, 'national'],
  ['', 'national'],
  ['3301', 'national'],
  ['930102', 'national'],
  ['330102', 'CN-330102'],
  ['330100', 'CN-3301'],
  ['330000', 'CN-33'],
  ['110101', 'CN-110101'],
] as const)('%s is %s', ([division, scope]) => expect(scopeOfDivision(division)).toBe(scope))

test('a district is judged by the rules of its city, else of its province, else of the country', () => {
  const founding = (division: string) => statuteOn('ORG-15.founding', '2026-03-02', scopeOfDivision(division)).value
  expect([founding('310115'), founding('440106'), founding('320106')]).toEqual([6, 6, 12])
  expect(statuteOn('ORG-08.womenCommittee', '2026-03-02', scopeOfDivision('370102')).source).toContain('济南')
  expect(statuteOn('ORG-08.womenCommittee', '2026-03-02', scopeOfDivision('370202')).source).toContain('山东')
})
