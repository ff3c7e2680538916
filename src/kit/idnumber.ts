import { dropInvisible, toHalfWidth } from './characters.ts'
import { type Day, isDay, today } from './dates.ts'
import type { Problem } from './problem.ts'
import { provinceOf } from './regions.ts'

/** A citizen's number and all that may be read from it (ID-04). */
export type IdNumber = { number: string; birthDate: Day; sex: 'male' | 'female' }

const SEPARATORS = /[\s'’‘`"“”·.,，。_\-‐‑‒–—―]/g
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** An identity number without what people put in between: 全角 digits, blanks, dashes and quotes go, `x` becomes `X`. */
export function normaliseIdNumber(text: string): string {
  return dropInvisible(toHalfWidth(text)).replace(SEPARATORS, '').toUpperCase()
}

/** The check character that belongs to the first 17 digits (GB 11643, ID-02). */
export function idCheckCharacter(first17: string): string {
  return CHECKS.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11)
}

/** A 15-digit number of before 1999 as its 18-digit form; anything else comes back as it was. */
export function upgradeIdNumber(number: string): string {
  if (!/^\d{15}$/.test(number)) return number
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`
  return first17 + idCheckCharacter(first17)
}

/**
 * Checks a citizen's identity number (GB 11643, ID-01…04): length, characters, region, real birth date not after `on`, check
 * character. A number of 15 digits is a problem whose `suggestion` is the 18-digit form, to be confirmed by a person (ID-03).
 */
export function checkIdNumber(text: string | number, on: Day = today()): IdNumber | Problem {
  if (typeof text === 'number' || /^\d(\.\d+)?E\+?1[47]$/i.test(text.trim())) {
    return { problem: '身份证号被 Excel 存成了数字，末几位已经丢失。请把这一列设为“文本”后重新填写' }
  }
  const number = normaliseIdNumber(text)
  if (/^\d{15}$/.test(number)) return oldNumber(number, on)
  return shapeProblem(number) ?? contentProblem(number, on) ?? facts(number)
}

function facts(number: string): IdNumber {
  return { number, birthDate: birthDateIn(number), sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' }
}

function birthDateIn(number: string): Day {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

function oldNumber(number: string, on: Day): Problem {
  const upgraded = upgradeIdNumber(number)
  const wrong = contentProblem(upgraded, on)
  if (wrong) return { problem: `这是 15 位旧身份证号，而且${wrong.problem}` }
  return { problem: `这是 15 位旧身份证号，请改填 18 位。按规则推算为 ${upgraded}，请与本人核对`, suggestion: upgraded }
}

function shapeProblem(number: string): Problem | null {
  if (number === '') return { problem: '没有填写身份证号' }
  const stranger = /[^\d]/.exec(number.replace(/X$/, ''))?.[0]
  if (stranger === 'O') return { problem: '含有字母 O，应为数字 0' }
  if (stranger === 'I' || stranger === 'L') return { problem: `含有字母 ${stranger}，应为数字 1` }
  if (stranger === 'X') return { problem: 'X 只能在最后一位' }
  if (stranger) return { problem: `含有“${stranger}”，身份证号只有数字，末位可以是 X` }
  if (number.length !== 18)
    return { problem: `共 ${number.length} 位，身份证号应为 18 位，请核对是否${number.length < 18 ? '少填' : '多填'}` }
  return null
}

function contentProblem(number: string, on: Day): Problem | null {
  if (!regionIn(number)) return { problem: `前两位 ${number.slice(0, 2)} 不是省级行政区代码，请核对前六位` }
  const birthDate = birthDateIn(number)
  if (!isDay(birthDate) || birthDate < '1850')
    return { problem: `第 7 至 14 位 ${number.slice(6, 14)} 不是真实的出生日期，请核对` }
  if (birthDate > on) return { problem: `出生日期 ${birthDate} 还没有到，请核对第 7 至 14 位` }
  if (idCheckCharacter(number) === number[17]) return null
  if (number.endsWith('000')) return { problem: '末三位都是 0，多半是 Excel 存成数字后丢失的。请把这一列设为“文本”后重新填写' }
  return { problem: '校验位不符，说明有一位或几位填错了，请对照身份证逐位核对' }
}

/** The permanent residence card for foreigners (2023 form) puts a 9 before the province code. */
function regionIn(number: string): string | null {
  return number.startsWith('9') ? provinceOf(number.slice(1)) : provinceOf(number)
}
