import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCreditCode, creditCheckCharacter } from './creditcode.ts'

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const code = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 9, maxLength: 9 }).map((own) => `91330106${own.join('')}`)

test('the standard’s own example passes and tells who registered it', () => {
  const facts = { code: '91350100M000100Y43', department: '市场监管（工商）', isUnion: false, organisationCodeFits: true }
  expect(checkCreditCode('91350100m000100y43 ')).toEqual(facts)
})

test('a union’s code begins 81 or 89', () => {
  for (const start of ['81', '89']) {
    const first17 = `${start}330106MC0012345`
    expect(checkCreditCode(first17 + creditCheckCharacter(first17))).toMatchObject({ isUnion: true, department: '工会' })
  }
  expect(checkCreditCode(`82330106MC0012345${creditCheckCharacter('82330106MC0012345')}`)).toHaveProperty('problem')
})

test('one wrong character never passes', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 30 }), (first17, at, by) => {
      const good = first17 + creditCheckCharacter(first17)
      expect(checkCreditCode(good)).toHaveProperty('code', good)
      const other = CHARACTERS[(CHARACTERS.indexOf(good.charAt(at)) + by) % 31]
      expect(checkCreditCode(good.slice(0, at) + other + good.slice(at + 1))).toHaveProperty('problem')
    }),
  )
})

test.for([
  ['91350100M000100Y4O', '是不是 0'],
  ['350100400012345', '15 位旧注册号'],
  ['M0001OOY-4', '字母 O'],
  ['M000100Y4', '组织机构代码'],
  ['91990100M000100Y43', '不是行政区划'],
  ['', '没有填写'],
  ['91350100M000100Y44', '校验位'],
  ['０１３５０１００Ｍ０００１００Ｙ４３', '首位 0'],
] as const)('%s: %s', ([text, why]) => expect(checkCreditCode(text)).toMatchObject({ problem: expect.stringContaining(why) }))
