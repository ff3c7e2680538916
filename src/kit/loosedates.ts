import { collapseBlanks, dropInvisible, toHalfWidth } from './characters.ts'
import { addDays, type Day, dayOf, isDay, today } from './dates.ts'
import type { Problem } from './problem.ts'

/** A day read from a cell; `note` says what had to be assumed. */
export type ReadDay = { day: Day; note?: string }

const CHINESE_DIGITS = '〇一二三四五六七八九'
const EXAMPLE = '请写成 2020-01-05 这样'

/**
 * Reads a day from what people put in Excel: serials of the 1900 system, 2020.1.5, 2020年1月5日, 20200105, 2020/1 (first of the
 * month, with a note), 二〇二〇年一月五日, 全角, times after the date. What could mean two days is a problem, not a guess.
 */
export function parseLooseDate(value: string | number | Date): ReadDay | Problem {
  if (value instanceof Date) return checked(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate())
  if (typeof value === 'number') return fromNumber(value)
  const text = westernDigits(collapseBlanks(dropInvisible(toHalfWidth(value))).replace(/^['‘’]/, ''))
  if (text === '') return { problem: '没有填写日期' }
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text) && !Number.isNaN(Date.parse(text))) return { day: today(new Date(text)) }
  if (/^\d+$/.test(text)) return fromDigits(text)
  return fromParts(text.replace(/[T ]?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?$/i, '').trim())
}

function fromNumber(value: number): ReadDay | Problem {
  if (Number.isInteger(value) && value >= 19_000_000 && value <= 21_001_231) return fromDigits(String(value))
  if (Number.isInteger(value) && value >= 190_001 && value <= 210_012) return fromDigits(String(value))
  if (value >= 1900 && value < 2100 && !Number.isInteger(value)) return fromDecimal(value)
  if (Number.isInteger(value) && value >= 1900 && value < 2100) return { problem: `${value} 只有年份，${EXAMPLE}` }
  return fromSerial(value)
}

/** Excel counts 1 January 1900 as 1 and believes in 29 February 1900 (serial 60). */
function fromSerial(value: number): ReadDay | Problem {
  const serial = Math.floor(value)
  if (serial < 1 || serial > 73_050 || serial === 60) return { problem: `${value} 不是日期，${EXAMPLE}` }
  return { day: addDays(serial > 60 ? '1899-12-30' : '1899-12-31', serial) }
}

/** 2020.1 typed into Excel may have been 2020.10: the nought at the end is gone. */
function fromDecimal(value: number): ReadDay | Problem {
  const [year = '', month = ''] = String(value).split('.')
  if (month === '1') return { problem: `${value} 分不清是 1 月还是 10 月，${EXAMPLE}` }
  return month.length <= 2 ? checked(Number(year), Number(month)) : { problem: `${value} 不是日期，${EXAMPLE}` }
}

function fromDigits(digits: string): ReadDay | Problem {
  if (digits.length === 8) return checked(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
  if (digits.length === 6 && /^(19|20)/.test(digits)) return checked(Number(digits.slice(0, 4)), Number(digits.slice(4)))
  if (digits.length === 5) return fromSerial(Number(digits))
  return { problem: digits.length === 4 ? `${digits} 只有年份，${EXAMPLE}` : `${digits} 不是日期，${EXAMPLE}` }
}

function fromParts(text: string): ReadDay | Problem {
  const parts = /^(\d{1,4})\s*[年./\-、,]\s*(\d{1,2})\s*(?:[月./\-、,]\s*(?:(\d{1,4})\s*[日号]?)?)?$/.exec(text)
  if (!parts) return { problem: `“${text}”不是日期，${EXAMPLE}` }
  const [first = '', second = '', third] = parts.slice(1)
  if (first.length === 4) return checked(Number(first), Number(second), third === undefined ? undefined : Number(third))
  if (third?.length === 4) return yearLast(text, Number(first), Number(second), Number(third))
  if (Number(first) > 31 && first.length === 2 && third !== undefined) {
    return noted(checked(1900 + Number(first), Number(second), Number(third)), `年份按 19${first} 年理解`)
  }
  return { problem: `“${text}”的年份不清楚，${EXAMPLE}` }
}

function yearLast(text: string, a: number, b: number, year: number): ReadDay | Problem {
  if (a > 12 || a === b) return checked(year, b, a)
  if (b > 12) return checked(year, a, b)
  return { problem: `“${text}”分不清月和日，${EXAMPLE}` }
}

function checked(year: number, month: number, date?: number): ReadDay | Problem {
  const day = dayOf(year, month, date ?? 1)
  if (year < 1900 || year > 2100 || !isDay(day))
    return { problem: `${date === undefined ? day.slice(0, 7) : day} 这一天不存在，请核对` }
  return date === undefined ? { day, note: '只有年月，按当月 1 日记' } : { day }
}

function noted(read: ReadDay | Problem, note: string): ReadDay | Problem {
  return 'day' in read ? { ...read, note } : read
}

/** 二〇二〇年十一月二十三日 with western digits; years digit by digit, months and days by tens. */
function westernDigits(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) => `${tens || '一'}${ones || '〇'}`)
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)))
}
