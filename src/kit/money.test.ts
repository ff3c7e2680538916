import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseYuan, yuan } from './money.ts'

test('what is written is read back to the fen', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (fen) => void expect(parseYuan(yuan(fen))).toEqual({ fen: fen === 0 ? 0 : fen })))
})

test.for([
  [0, '0.00'],
  [5, '0.05'],
  [-123_456, '-1,234.56'],
  [123_456_789_012n, '1,234,567,890.12'],
] as const)('%s fen is %s', ([fen, text]) => expect(yuan(fen)).toBe(text))

test.for([
  ['￥１，２３４．５元', 123_450],
  ['1.2万', 1_200_000],
  ['18.35', 1835],
  [18.35, 1835],
  ['100元整', 10_000],
  ['3.100', 310],
] as const)('%s is %i fen', ([text, fen]) => expect(parseYuan(text)).toEqual({ fen }))

test.for([
  ['1.234', '到分'],
  ['一百', '不是金额'],
  ['', '没有填写'],
  ['99999999999999999', '太大'],
] as const)('%s: %s', ([text, why]) => expect(parseYuan(text)).toMatchObject({ problem: expect.stringContaining(why) }))
