import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { checkIdNumber, idCheckCharacter, normaliseIdNumber, upgradeIdNumber } from './idnumber.ts'
import { PROVINCES } from './regions.ts'

const ON = '2026-11-24'
const number = fc
  .record({
    province: fc.constantFrom(...Object.keys(PROVINCES)),
    place: fc.integer({ min: 0, max: 9999 }),
    days: fc.integer({ min: 0, max: 44_000 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ province, place, days, sequence }) => {
    const birthDate = addDays('1905-01-01', days)
    const first17 = `${province}${String(place).padStart(4, '0')}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return { number: first17 + idCheckCharacter(first17), birthDate, sex: sequence % 2 === 1 ? 'male' : 'female' }
  })

test.for(['11010519491231002X', '440524198001010013', '110101199003071233'])('%s is a good number', (good) =>
  expect(checkIdNumber(good, ON)).toMatchObject({ number: good }),
)

test('every well-made number gives back its birth date and sex', () => {
  fc.assert(fc.property(number, (made) => void expect(checkIdNumber(made.number, ON)).toEqual(made)))
})

test('one wrong digit never passes', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
      const digit = number[at] === 'X' ? 10 : Number(number[at])
      const wrong = number.slice(0, at) + ((digit + by) % 10) + number.slice(at + 1)
      expect(checkIdNumber(wrong, ON)).toHaveProperty('problem')
    }),
  )
})

test('two neighbouring digits in the wrong order never pass', () => {
  fc.assert(
    fc.property(number, fc.integer({ min: 0, max: 15 }), ({ number }, at) => {
      fc.pre(number[at] !== number[at + 1])
      const wrong = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
      expect(checkIdNumber(wrong, ON)).toHaveProperty('problem')
    }),
  )
})

test('what people put between the digits changes nothing', () => {
  const wide = (text: string) => text.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  fc.assert(
    fc.property(number, ({ number }) => {
      for (const messy of [
        ` ${number}\u200b`,
        `'${number}`,
        wide(number),
        number.toLowerCase(),
        number.replace(/^(.{6})(.{8})/, '$1 $2-'),
      ])
        expect(normaliseIdNumber(messy)).toBe(number)
    }),
  )
})

test('a 15-digit number is named as such and offered in its 18-digit form', () => {
  expect(upgradeIdNumber('110105491231002')).toBe('11010519491231002X')
  expect(checkIdNumber('110105491231002', ON)).toMatchObject({
    suggestion: '11010519491231002X',
    problem: expect.stringMatching('15 位'),
  })
})

test.for([
  ['110105194912310020', '校验位不符'],
  ['990105194912310020', '前两位 99'],
  ['110105199002300020', '不是真实的出生日期'],
  ['110105202711250020', '还没有到'],
  ['11010519491231', '共 14 位'],
  ['1101051949I231002X', '字母 I'],
  ['1101X519491231002X', 'X 只能'],
  ['', '没有填写'],
  ['1.10105E+17', '存成了数字'],
  ['G12345678', '含有“G”'],
  ['110105194912310000', '末三位都是 0'],
] as const)('%s: %s', ([text, why]) => expect(checkIdNumber(text, ON)).toMatchObject({ problem: expect.stringContaining(why) }))
