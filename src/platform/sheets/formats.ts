import type { Day } from '#kit/dates'
import { tagsOf, unescapeXml } from './xml.ts'

/** What a number in a cell means by its format: a figure, a day, a time, both, or digits with leading zeros (the width). */
export type Meaning = 'figure' | 'day' | 'time' | 'moment' | number

// Built-in formats (ECMA-376 §18.8.30); 27–36 and 50–58 are those of Chinese Excel, such as 31 for yyyy"年"m"月"d"日".
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

/** The meaning of each cell format of the workbook, by the index that cells carry. */
export function meaningsIn(stylesXml: string): Meaning[] {
  const codes = new Map(
    tagsOf(stylesXml, 'numFmt').map(({ numFmtId, formatCode }) => [Number(numFmtId), unescapeXml(formatCode ?? '')]),
  )
  const formats = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(stylesXml)?.[0] ?? ''
  return tagsOf(formats, 'xf').map(({ numFmtId }) => meaningOf(Number(numFmtId ?? 0), codes))
}

function meaningOf(id: number, codes: Map<number, string>): Meaning {
  const code = codes.get(id)
  if (code !== undefined) return meaningOfCode(code)
  if (id === 22) return 'moment'
  return BUILT_IN_DAYS.has(id) ? 'day' : BUILT_IN_TIMES.has(id) ? 'time' : 'figure'
}

/** Reads a format code ('yyyy"年"m"月"', '[$-804]e/m/d', '000000') as Excel does, by its letters outside quotes and brackets. */
export function meaningOfCode(code: string): Meaning {
  const first = code.split(';')[0] ?? ''
  const letters = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h|m|s)[^\]]*\]/gi, '')
    .toLowerCase()
  if (/^0{2,15}$/.test(letters)) return letters.length
  if (letters.includes('general') || letters.includes('@')) return 'figure'
  const hasTime = /[hs]/.test(letters)
  const hasDay = /[yd]/.test(letters) || (/e/.test(letters) && !/e[+-]/.test(letters)) || (/m/.test(letters) && !hasTime)
  if (/[0#?]/.test(letters) && !hasTime) return 'figure'
  return hasDay ? (hasTime ? 'moment' : 'day') : hasTime ? 'time' : 'figure'
}

/** A serial number as Excel shows it: 'YYYY-MM-DD', 'HH:MM[:SS]', both, zero-padded digits, or the number itself. */
export function meant(value: number, meaning: Meaning, since1904 = false): string | number {
  if (meaning === 'figure') return value
  if (typeof meaning === 'number') return Number.isInteger(value) && value >= 0 ? String(value).padStart(meaning, '0') : value
  if (meaning === 'time' && value >= 0 && value < 1) return timeOf(value)
  const day = dayOfSerial(Math.floor(value), since1904)
  if (day === null) return value
  const time = meaning === 'day' ? '00:00' : timeOf(value - Math.floor(value))
  return time === '00:00' ? day : `${day} ${time}`
}

const days = new Map<number, Day>()
const DAYS_KEPT = 40_000

/** The day of an Excel serial number (1 is 1 January 1900); null outside 1900–9999. */
export function dayOfSerial(serial: number, since1904 = false): Day | null {
  const since1900 = since1904 ? serial + 1462 : serial
  const known = days.get(since1900)
  if (known !== undefined) return known
  if (since1900 < 1 || since1900 > 2_958_465) return null
  // Excel believes in 29 February 1900 (serial 60), so earlier days count from one day later.
  const day = new Date((since1900 - (since1900 < 60 ? 25_568 : 25_569)) * 86_400_000).toISOString().slice(0, 10)
  if (days.size < DAYS_KEPT) days.set(since1900, day)
  return day
}

/** The serial number of a day, for writing real dates. */
export function serialOfDay(day: Day): number {
  const serial = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000 + 25_569
  return serial > 60 ? serial : serial - 1
}

function timeOf(fraction: number): string {
  const seconds = Math.round(fraction * 86_400) % 86_400
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) =>
    String(n).padStart(2, '0'),
  )
  return s === '00' ? `${h}:${m}` : `${h}:${m}:${s}`
}
