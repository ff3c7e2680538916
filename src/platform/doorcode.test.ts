import { expect, test } from 'vitest'
import { doorCodeAt, isDoorCode } from './doorcode.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds))

test('a code on show at the door is good for its half minute and the next, however it is typed, and at no other door', () => {
  const { code, secondsLeft } = doorCodeAt('hall', at(10))
  expect(secondsLeft).toBe(20)
  expect([10, 29, 59, 60, -1].map((seconds) => isDoorCode('hall', code, at(seconds)))).toEqual([true, true, true, false, false])
  expect(isDoorCode('hall', code.toUpperCase(), at(10))).toBe(true)
  expect([
    isDoorCode('other hall', code, at(10)),
    isDoorCode('hall', '', at(10)),
    isDoorCode('hall', '八个汉字不是编码', at(10)),
  ]).toEqual([false, false, false])
})
