import { dropInvisible, toHalfWidth } from './characters.ts'
import type { Problem } from './problem.ts'

const SEPARATORS = /[\s'’‘`"“”·.,，。_\-‐‑‒–—―]/g

/** Checks a mainland mobile number; `+86`, blanks and dashes are fine (ID-15). */
export function checkMobile(text: string | number): { mobile: string } | Problem {
  const plain = dropInvisible(toHalfWidth(String(text))).trim()
  if (/\d{7,}\s*[/、;,，；|]\s*\d{7,}/.test(plain)) return { problem: '一格里有两个号码，请只留一个手机号' }
  const digits = plain.replace(SEPARATORS, '').replace(/[()]/g, '')
  const mobile = digits.replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  if (/^1[3-9]\d{9}$/.test(mobile)) return { mobile }
  if (mobile === '') return { problem: '没有填写手机号' }
  if (/^0\d{9,11}$/.test(mobile) || /^[2-8]\d{6,7}$/.test(mobile)) return { problem: '这是固定电话，请填写手机号' }
  if (!/^\d+$/.test(mobile)) return { problem: '手机号只能是数字，请核对' }
  if (mobile.length !== 11) return { problem: `共 ${mobile.length} 位，手机号应为 11 位` }
  return { problem: '手机号应以 13 至 19 开头，请核对' }
}

/** Checks the number of a bank card: 12 to 19 digits and the Luhn digit (ID-15). It cannot tell whether the card exists. */
export function checkBankCard(text: string | number): { card: string } | Problem {
  if (typeof text === 'number' || /E\+?\d+$/i.test(text)) {
    return { problem: '卡号被 Excel 存成了数字，末几位可能已经丢失。请把这一列设为“文本”后重新填写' }
  }
  const card = dropInvisible(toHalfWidth(text)).replace(SEPARATORS, '')
  if (card === '') return { problem: '没有填写银行卡号' }
  if (!/^\d+$/.test(card)) return { problem: '银行卡号只能是数字，请核对' }
  if (card.length < 12 || card.length > 19) return { problem: `共 ${card.length} 位，银行卡号一般为 16 至 19 位，请核对` }
  return luhn(card) ? { card } : { problem: '校验位不符，说明有一位或几位填错了，请对照银行卡逐位核对' }
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
