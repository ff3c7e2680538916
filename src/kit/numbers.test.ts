import { expect, test } from 'vitest'
import { maskBankCard, maskIdNumber, maskMobile, maskName } from './masks.ts'
import { checkBankCard, checkMobile } from './numbers.ts'

test.for([
  '13812348000',
  '+86 138-1234-8000',
  '008613812348000',
  '１３８１２３４８０００',
  '\u202d138 1234 8000\u202c',
  '8613812348000',
])('%s is one and the same mobile', (text) => expect(checkMobile(text)).toEqual({ mobile: '13812348000' }))

test('a mobile that Excel stored as a number is still a mobile', () =>
  expect(checkMobile(13812348000)).toEqual({ mobile: '13812348000' }))

test.for([
  ['1381234800', '共 10 位'],
  ['0571-87654321', '固定电话'],
  ['87654321', '固定电话'],
  ['13812348000/13912348000', '两个号码'],
  ['12812348000', '13 至 19'],
  ['无', '只能是数字'],
  ['', '没有填写'],
] as const)('%s: %s', ([text, why]) => expect(checkMobile(text)).toMatchObject({ problem: expect.stringContaining(why) }))

test('a bank card passes by its Luhn digit only', () => {
  expect(checkBankCard('6222 0212 3456 7894')).toEqual({ card: '6222021234567894' })
  expect(checkBankCard('6222021234567895')).toMatchObject({ problem: expect.stringContaining('校验位') })
  expect(checkBankCard('6.22202E+15')).toMatchObject({ problem: expect.stringContaining('Excel') })
})

test('masks hide the middle and never show a short number whole', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('110***********002X')
  expect(maskMobile('13812348000')).toBe('138****8000')
  expect(maskBankCard('6222021234567894')).toBe('************7894')
  expect(maskIdNumber('123')).toBe('***')
  expect([maskName('张三'), maskName('欧阳修'), maskName('𠮷田'), maskName('')]).toEqual(['张*', '欧**', '𠮷*', ''])
})
