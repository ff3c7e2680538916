import { expect, test } from 'vitest'
import { mayAdd, mayClose, mayDecide, mayFile, mayNominate } from './rules.ts'

test.for([
  [true, 0, false, undefined],
  [false, 0, false, 'activists.member'],
  [true, 0, true, 'activists.own'],
  [true, 4, false, undefined],
  [true, 5, false, 'activists.many'],
] as const)('nominating, on file %s, %i open, oneself %s: %s', ([isMember, open, own, code]) =>
  expect(mayNominate(isMember, open, own)?.code).toBe(code),
)

test('a cadre is no activist, and nobody is one twice', () => {
  expect(mayAdd(false, false)).toBeNull()
  expect(mayAdd(true, false)?.code).toBe('activists.twice')
  expect(mayAdd(false, true)?.code).toBe('activists.cadre')
})

test('what is decided or over is not decided again', () => {
  const at = new Date()
  expect(mayDecide({ withdrawnAt: null, decidedAt: null })).toBeNull()
  expect(mayDecide({ withdrawnAt: at, decidedAt: null })?.code).toBe('activists.decided')
  expect(mayClose({ doneOn: '2026-03-01' })?.code).toBe('activists.closed')
  expect(mayFile({ foundOn: '2026-01-01', endedOn: '2026-02-01' }, '2026-03-02', '2026-03-02')?.code).toBe('activists.ended')
  expect(mayFile({ foundOn: '2026-01-01', endedOn: null }, '2026-03-03', '2026-03-02')?.code).toBe('activists.day')
  expect(mayFile({ foundOn: '2026-01-01', endedOn: null }, '2026-03-02', '2026-03-02')).toBeNull()
})
