import { dropInvisible, tidy, toHalfWidth } from '#kit/characters'
import { type Day, today } from '#kit/dates'
import { checkBankCard, checkCreditCode, checkIdNumber, checkMobile, type Problem } from '#kit/identifiers'
import { parseLooseDate } from '#kit/loosedates'
import { parseYuan } from '#kit/money'
import { checkName } from '#kit/names'
import type { Cell } from './rows.ts'

/** A cell understood (`note` says what was assumed, null is an empty answer such as 无), or why it cannot be. */
export type Parsed<V> = { value: V | null; note?: string } | Problem

/**
 * One thing a workbook is asked for. `title` is the usual header, `also` its other names; `required` means the column must be there
 * and no cell empty; `unique` means no two rows of the file may agree in it. `parse` never sees an empty cell.
 */
export type Field<V = unknown, K extends string = string> = {
  key: K
  title: string
  also?: readonly string[]
  required?: boolean
  unique?: boolean
  parse: (raw: Exclude<Cell, null>) => Parsed<V>
}

/** What a checked row holds: each field by its key, null where the cell was empty or bad. */
export type Values<F extends readonly Field[]> = {
  [E in F[number] as E['key']]: E extends Field<infer V> ? V | null : never
}

type Parser<V> = (raw: Exclude<Cell, null>) => Parsed<V>

let calendar: { until: number; day: Day } = { until: 0, day: '' }

// Asked for with every row; the calendar is only consulted once a second.
function todayNow(): Day {
  const now = Date.now()
  if (now >= calendar.until) calendar = { until: now + 1000, day: today() }
  return calendar.day
}

const NOTHING = /^(无|暂无|没有|空|未知|不详|未填)$/
const isNothing = (raw: Cell) => typeof raw === 'string' && raw.length < 8 && NOTHING.test(tidy(raw))
const orNothing =
  <V>(parser: Parser<V>): Parser<V> =>
  (raw) =>
    isNothing(raw) ? { value: null } : parser(raw)

const PLAIN = /^[\u4e00-\u9fffA-Za-z0-9]*$/

/** Full-width letters and digits made narrow, blanks single, nothing invisible; Chinese punctuation stays. */
export function plainText(raw: Cell): string {
  if (raw === null) return ''
  if (typeof raw === 'string' && PLAIN.test(raw)) return raw
  const narrow = String(raw).replace(/[０-９Ａ-Ｚａ-ｚ　]/g, toHalfWidth)
  return dropInvisible(narrow).replace(/\s+/g, ' ').trim()
}

/** Text of at most `max` characters. */
export const text =
  (max: number): Parser<string> =>
  (raw) => {
    const value = plainText(raw)
    const length = [...value].length
    return length > max ? { problem: `共 ${length} 个字，最多 ${max} 个字，请缩短` } : { value }
  }

/** A person's name. */
export const personName = (): Parser<string> => (raw) => {
  if (typeof raw === 'string' && /^[\u4e00-\u9fff]{2,4}$/.test(raw)) return { value: raw }
  const checked = checkName(String(raw))
  return 'name' in checked ? { value: checked.name } : checked
}

/** One of several answers, each by its value and the words people write for it: `{ male: ['男', 'M'], female: ['女', 'F'] }`. */
export function choice<V extends string>(words: Readonly<Record<V, readonly string[]>>): Parser<V> {
  const values = Object.keys(words) as V[]
  const known = new Map(values.flatMap((value) => [value, ...words[value]].map((word) => [folded(word), value] as const)))
  const offered = values.map((value) => words[value][0] ?? value)
  return (raw) => {
    const value = known.get(String(raw)) ?? known.get(folded(String(raw)))
    if (value !== undefined) return { value }
    const near = values.filter((each) => words[each].some((word) => folded(String(raw)).includes(folded(word))))
    const problem = `“${plainText(raw)}”不在可填的内容里，可填：${offered.join('、')}`
    return near.length === 1 ? { problem, suggestion: words[near[0]!][0] ?? near[0]! } : { problem }
  }
}

const folded = (word: string) => tidy(word).replace(/\s/g, '').toLowerCase()

/** The two sexes as files write them. */
export const sex = () => choice({ male: ['男', '男性', 'M', '1', '先生'], female: ['女', '女性', 'F', '2', '女士'] })

/** A calendar day; `past` refuses days after today. */
export function day(limits: { past?: boolean } = {}): Parser<Day> {
  return orNothing((raw) => {
    if (typeof raw === 'boolean') return { problem: `“${raw}”不是日期，请写成 2020-01-05 这样` }
    const read = parseLooseDate(raw)
    if ('problem' in read) return read
    if (limits.past && read.day > todayNow()) return { problem: `${read.day} 还没有到，请核对` }
    return { value: read.day, ...(read.note === undefined ? {} : { note: read.note }) }
  })
}

/** A citizen's identity number in its 18-digit form. */
export const idNumber = (): Parser<string> =>
  orNothing((raw) => {
    const checked = checkIdNumber(Number.isSafeInteger(raw) || typeof raw !== 'number' ? String(raw) : raw, todayNow())
    return 'number' in checked ? { value: checked.number } : checked
  })

/** A mainland mobile number, 11 digits. */
export const mobile = (): Parser<string> =>
  orNothing((raw) => {
    const checked = checkMobile(typeof raw === 'number' ? raw : String(raw))
    return 'mobile' in checked ? { value: checked.mobile } : checked
  })

/** A unified social credit code. */
export const creditCode = (): Parser<string> =>
  orNothing((raw) => {
    const checked = checkCreditCode(typeof raw === 'number' ? raw : String(raw))
    return 'code' in checked ? { value: checked.code } : checked
  })

/** A bank card number. */
export const bankCard = (): Parser<string> =>
  orNothing((raw) => {
    const checked = checkBankCard(typeof raw === 'number' ? raw : String(raw))
    return 'card' in checked ? { value: checked.card } : checked
  })

/** A number within limits; `decimals` defaults to 0, a whole number. */
export function number({ min, max, decimals = 0 }: { min?: number; max?: number; decimals?: number } = {}): Parser<number> {
  return orNothing((raw) => {
    const written = typeof raw === 'number' ? raw : Number(numeral(String(raw)))
    const value = Number(written.toPrecision(15))
    if (Number.isNaN(value) || typeof raw === 'boolean') return { problem: `“${plainText(raw)}”不是数字，请只填数字` }
    if (Math.abs(value - Number(value.toFixed(decimals))) > 1e-9) {
      return { problem: decimals === 0 ? `${value} 不是整数` : `${value} 的小数太多，最多 ${decimals} 位` }
    }
    if (min !== undefined && value < min) return { problem: `${value} 太小，至少 ${min}` }
    if (max !== undefined && value > max) return { problem: `${value} 太大，最多 ${max}` }
    return { value }
  })
}

const numeral = (written: string) => {
  const plain = tidy(written)
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s*(人|名|个|岁|年|次|天|元|%)$/, '')
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? plain : 'NaN'
}

/** An amount of yuan, as fen. */
export const money = (): Parser<number> =>
  orNothing((raw) => {
    const read = parseYuan(typeof raw === 'number' ? Number(raw.toPrecision(15)) : String(raw))
    return 'fen' in read ? { value: read.fen } : read
  })

const YES = ['是', '有', '对', 'y', 'yes', 'true', '1', '√', '✓', '✔', '☑']
const NO = ['否', '不是', '无', '没有', '非', 'n', 'no', 'false', '0', '×', 'x', '✗', '✘', '☐']

/** Yes or no, however it was ticked. */
export const yesNo = (): Parser<boolean> => (raw) => {
  const word = raw === '是' || raw === '否' ? raw : folded(String(raw))
  if (YES.includes(word)) return { value: true }
  return NO.includes(word) ? { value: false } : { problem: `“${plainText(raw)}”看不出是或否，请填“是”或“否”` }
}
