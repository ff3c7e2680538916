import { dropInvisible, toHalfWidth } from './characters.ts'
import type { Problem } from './problem.ts'
import { provinceOf } from './regions.ts'

/** A unified social credit code; `organisationCodeFits` is advice only, since early codes broke the old rule (ID-14). */
export type CreditCode = { code: string; department: string; isUnion: boolean; organisationCodeFits: boolean }

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const OLD_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const LOOKALIKES: Record<string, string> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' }

// biome-ignore format: a table reads better in rows
/** Registration departments, first character of the code (GB 32100 table 2, ID-12). */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  1: '机构编制', 2: '外交', 3: '司法行政', 4: '文化', 5: '民政', 6: '旅游', 7: '宗教', 8: '工会', 9: '市场监管（工商）',
  A: '军委改革和编制办公室', N: '农业', Y: '其他',
}

/** The check character that belongs to the first 17 characters (GB 32100, ID-11). */
export function creditCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARACTERS.indexOf(first17.charAt(i)), 0)
  return CHARACTERS.charAt((31 - (sum % 31)) % 31)
}

/** Checks a unified social credit code (GB 32100-2015, ID-10…14) and tells who registered it; union codes begin 81 or 89. */
export function checkCreditCode(text: string | number): CreditCode | Problem {
  const code = dropInvisible(toHalfWidth(String(text)))
    .replace(/[\s'’‘`"_\-–—]/g, '')
    .toUpperCase()
  const wrong = shapeProblem(code) ?? contentProblem(code)
  if (wrong) return wrong
  return {
    code,
    department: DEPARTMENTS[code.charAt(0)] ?? '',
    isUnion: code.startsWith('8'),
    organisationCodeFits: oldRuleFits(code.slice(8, 17)),
  }
}

function shapeProblem(code: string): Problem | null {
  if (code === '') return { problem: '没有填写统一社会信用代码' }
  const lookalike = /[IOSVZ]/.exec(code)?.[0]
  if (lookalike) return { problem: `信用代码不用字母 ${lookalike}，请核对是不是 ${LOOKALIKES[lookalike]}` }
  const stranger = /[^0-9A-Z]/.exec(code)?.[0]
  if (stranger) return { problem: `含有“${stranger}”，信用代码只有数字和大写字母` }
  if (/^\d{15}$/.test(code)) return { problem: '这是 15 位旧注册号，请填写营业执照上的 18 位统一社会信用代码' }
  if (code.length === 9) return { problem: '这是 9 位组织机构代码，请填写 18 位统一社会信用代码' }
  if (code.length !== 18) return { problem: `共 ${code.length} 位，统一社会信用代码应为 18 位` }
  return null
}

function contentProblem(code: string): Problem | null {
  if (!DEPARTMENTS[code.charAt(0)]) return { problem: `首位 ${code.charAt(0)} 不是登记管理部门代码，请核对` }
  if (/^8[^19]/.test(code)) return { problem: '工会的代码应以 81（基层工会）或 89（其他）开头，请核对' }
  const division = code.slice(2, 8)
  if (!/^\d{6}$/.test(division) || !(division.startsWith('10') || provinceOf(division))) {
    return { problem: `第 3 至 8 位 ${division} 不是行政区划代码，请核对` }
  }
  if (creditCheckCharacter(code) !== code[17]) return { problem: '校验位不符，说明有一位或几位填错了，请对照证书逐位核对' }
  return null
}

function oldRuleFits(organisation: string): boolean {
  const sum = OLD_WEIGHTS.reduce((total, weight, i) => total + weight * parseInt(organisation.charAt(i), 36), 0)
  return '0X987654321'.charAt(sum % 11) === organisation.charAt(8)
}
