import { expect, test } from 'vitest'
import { sidesOf, standingOf, waitsFor } from './rules.ts'

const at = new Date('2026-03-02T01:00:00Z')
const said = (agreed: boolean, released: boolean, taken: boolean) => ({
  agreedAt: agreed ? at : null,
  releasedAt: released ? at : null,
  takenAt: taken ? at : null,
})

test('the record moves with the last of the three yeses, whoever says it', () => {
  expect(standingOf(said(true, false, false))).toBe('started')
  expect(standingOf(said(true, false, true))).toBe('started')
  expect(standingOf(said(false, true, true))).toBe('released')
  expect(standingOf(said(true, true, false))).toBe('released')
  expect(standingOf(said(true, true, true))).toBe('accepted')
  expect(waitsFor(said(false, false, true))).toEqual(['member', 'old'])
})

test('a post speaks for what lies in its subtree: a superior of both for both, a neighbour for none', () => {
  const transfer = { fromPath: 'aaaabbbb', toPath: 'aaaacccc' }
  expect(sidesOf('aaaa', transfer)).toEqual(['old', 'new'])
  expect(sidesOf('aaaabbbb', transfer)).toEqual(['old'])
  expect(sidesOf('aaaabbbb0001', transfer)).toEqual([])
  expect(sidesOf('aaaacccc', transfer)).toEqual(['new'])
  expect(sidesOf('aaaadddd', transfer)).toEqual([])
})
