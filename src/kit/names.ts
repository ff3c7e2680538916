import { tidy } from './characters.ts'
import type { Problem } from './problem.ts'

const DOT = /(?<=\p{Script=Han})\s*[·•・‧∙⋅●.。﹒˙]\s*(?=\p{Script=Han})/gu
const GAP = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu
const PLAIN = /^[\u4e00-\u9fff]+$/
const strokes = new Intl.Collator('zh-u-co-stroke')

/**
 * A person's name as it is filed: half-width, 张 三 written 张三 (people space short names to align them), every kind of dot in
 * 买买提•艾力 as ·, Latin names with single blanks.
 */
export function normaliseName(text: string): string {
  return PLAIN.test(text) ? text : tidy(text).replace(DOT, '·').replace(GAP, '')
}

/** A name after tidying, or why it cannot be one. */
export function checkName(text: string): { name: string } | Problem {
  const name = normaliseName(text)
  if (name === '') return { problem: '没有填写姓名' }
  if (/\d/.test(name)) return { problem: '姓名里有数字，请核对' }
  if (!/^[\p{L}\p{M}· '’.-]+$/u.test(name)) return { problem: '姓名里有不认识的符号，请核对' }
  if (/^\p{Script=Han}$/u.test(name)) return { problem: '姓名只有一个字，请核对' }
  if ([...name].length > 50) return { problem: '姓名太长，请核对' }
  return { name }
}

/**
 * Compares two names by 姓氏笔画, for `sort`: strokes of the first character, then a two-character name before longer ones, then
 * strokes of the next. Within one count of strokes the order is Unicode's (radical), not the order of strokes in writing.
 */
export function strokeOrder(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  return strokes.compare(x[0] ?? '', y[0] ?? '') || Number(y.length <= 2) - Number(x.length <= 2) || strokes.compare(a, b)
}
