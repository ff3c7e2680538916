import { type Meaning, meant } from './formats.ts'
import { type Limits, unreadable } from './refusals.ts'
import { runsIn } from './strings.ts'
import { unescapeXml } from './xml.ts'

/** What a cell holds: text, a number, a truth, nothing. Days and times come as text ('2026-03-01', '08:30'). */
export type Cell = string | number | boolean | null

/** One row that holds anything; `number` counts from 1 as Excel shows it, `cells` from column A. */
export type Row = { number: number; cells: Cell[]; hidden: boolean }

/** What the cells of a sheet point to. */
export type Lookups = { strings: string[]; meanings: Meaning[]; since1904: boolean; limits: Limits }

const COLUMNS_AT_MOST = 1024
const ROW_AT_MOST = 2 * 2 ** 20

/**
 * The rows of a sheet's XML in batches, one for each piece unpacked: a promise for every row would cost as much as reading it.
 * Empty rows are left out.
 */
export async function* rowsIn(texts: AsyncIterable<string>, lookups: Lookups): AsyncGenerator<Row[]> {
  const scan = { last: 0, rows: 0, cells: 0 }
  let names: Names | undefined
  let rest = ''
  for await (const text of texts) {
    const buffer = rest + text
    names ??= namesIn(buffer)
    const batch: Row[] = []
    const at = names ? takeRows(buffer, names, lookups, scan, batch) : 0
    if (batch.length > 0) yield batch
    if (names && buffer.indexOf(names.end, at) >= 0) return
    rest = buffer.slice(Math.max(at, names ? buffer.indexOf(names.row, at) : 0, names ? buffer.length - ROW_AT_MOST - 1 : 0))
    if (rest.length > ROW_AT_MOST) throw unreadable('bomb')
  }
}

type Scan = { last: number; rows: number; cells: number }

/** Takes the whole rows in the buffer; returns where the first unfinished one may begin. */
function takeRows(buffer: string, names: Names, lookups: Lookups, scan: Scan, batch: Row[]): number {
  let at = 0
  for (let span = nextRow(buffer, 0, names); span; span = nextRow(buffer, at, names)) {
    at = span.after
    const row = rowOf(buffer, span, names, lookups, scan.last)
    scan.last = row.number
    if (row.cells.length === 0) continue
    scan.cells += row.cells.length
    if (++scan.rows > lookups.limits.rows) throw unreadable('rows', `最多 ${lookups.limits.rows} 行`)
    if (scan.cells > lookups.limits.cells) throw unreadable('cells')
    batch.push(row)
  }
  return at
}

type Names = { prefix: string; row: string; rowEnd: string; cell: string; cellEnd: string; value: string; end: string }
type Span = { start: number; inside: number; end: number; after: number }

/** The tags of a sheet's XML with the namespace prefix its writer chose; undefined until the root element has come. */
export function namesIn(buffer: string): Names | undefined {
  const root = /<([\w.-]+:)?worksheet[\s>]/.exec(buffer)
  if (!root) return undefined
  if (buffer.slice(0, root.index).includes('<!DOCTYPE')) throw unreadable('bomb')
  const p = root[1] ?? ''
  return {
    prefix: p,
    row: `<${p}row`,
    rowEnd: `</${p}row>`,
    cell: `<${p}c`,
    cellEnd: `</${p}c>`,
    value: `<${p}v`,
    end: `</${p}sheetData>`,
  }
}

/** The next whole row at or after a place, or null when it has not come yet. */
export function nextRow(buffer: string, from: number, names: Names): Span | null {
  let start = buffer.indexOf(names.row, from)
  while (start >= 0 && !endsName(buffer.charCodeAt(start + names.row.length))) start = buffer.indexOf(names.row, start + 4)
  if (start < 0) return null
  const inside = buffer.indexOf('>', start) + 1
  if (inside === 0) return null
  if (buffer.charCodeAt(inside - 2) === SLASH) return { start, inside, end: inside, after: inside }
  const end = buffer.indexOf(names.rowEnd, inside)
  return end < 0 ? null : { start, inside, end, after: end + names.rowEnd.length }
}

const SLASH = 47
const EQUALS = 61
const endsName = (code: number) => code === 32 || code === 62 || code === SLASH || code === 10 || code === 9 || code === 13

function rowOf(buffer: string, { start, inside, end }: Span, names: Names, lookups: Lookups, last: number): Row {
  const head = buffer.slice(start, inside)
  const number = Number(/\sr\s*=\s*["'](\d+)/.exec(head)?.[1] ?? last + 1)
  const row: Row = { number, cells: [], hidden: head.includes('hidden') && /\shidden\s*=\s*["'](?:1|true)/.test(head) }
  let column = -1
  for (let at = buffer.indexOf(names.cell, inside); at >= 0 && at < end; at = buffer.indexOf(names.cell, at)) {
    const open = buffer.indexOf('>', at)
    if (!endsName(buffer.charCodeAt(at + names.cell.length))) {
      at = open
      continue
    }
    const tag = tagOf(buffer, at + names.cell.length, open)
    column = tag.column >= 0 ? tag.column : column + 1
    if (buffer.charCodeAt(open - 1) === SLASH) {
      at = open
      continue
    }
    const close = buffer.indexOf(names.cellEnd, open)
    if (close < 0 || close > end) throw unreadable('corrupt')
    const value = valueOf(buffer, open + 1, close, tag, names, lookups)
    if (value !== null && value !== '') place(row, column, value)
    at = close
  }
  return row
}

function place(row: Row, column: number, value: Cell) {
  if (column >= COLUMNS_AT_MOST) throw unreadable('cells', `第 ${row.number} 行用到了第 ${column + 1} 列`)
  while (row.cells.length < column) row.cells.push(null)
  row.cells[column] = value
}

type Tag = { column: number; style: number; type: string }

// Walked by hand: this runs once per cell, and a regular expression here doubled the time of the whole reading.
function tagOf(buffer: string, from: number, to: number): Tag {
  const tag: Tag = { column: -1, style: 0, type: 'n' }
  for (let at = from; at < to; ) {
    let equals = at
    while (equals < to && buffer.charCodeAt(equals) !== EQUALS) equals++
    if (equals >= to) break
    let quote = equals + 1
    while (buffer.charCodeAt(quote) <= 32) quote++
    const end = buffer.indexOf(buffer.charAt(quote), quote + 1)
    if (end < 0 || end > to) break
    const name = equals - 1
    const single = buffer.charCodeAt(name - 1) <= 32
    if (single && buffer.charCodeAt(name) === 114) tag.column = columnAt(buffer, quote + 1)
    else if (single && buffer.charCodeAt(name) === 115) tag.style = Number(buffer.slice(quote + 1, end))
    else if (single && buffer.charCodeAt(name) === 116) tag.type = buffer.slice(quote + 1, end)
    at = end + 1
  }
  return tag
}

function columnAt(buffer: string, from: number): number {
  let column = 0
  for (let at = from; ; at++) {
    const letter = buffer.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) return column - 1
    column = column * 26 + letter - 64
  }
}

function valueOf(buffer: string, from: number, to: number, tag: Tag, names: Names, lookups: Lookups): Cell {
  if (tag.type === 'inlineStr') return inlineText(buffer, from, to)
  const value = buffer.indexOf(names.value, from)
  if (value < 0 || value >= to) return null
  const open = buffer.indexOf('>', value) + 1
  const close = buffer.indexOf('<', open)
  if (close > to || buffer.charCodeAt(open - 2) === SLASH) return null
  const text = buffer.slice(open, close)
  if (tag.type === 's') return lookups.strings[Number(text)] ?? null
  if (tag.type === 'b') return text.trim() === '1' || text.trim() === 'true'
  if (tag.type === 'd') return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ')
  if (tag.type !== 'n') return unescapeXml(text)
  const number = Number(text)
  return text === '' || Number.isNaN(number) ? null : meant(number, lookups.meanings[tag.style] ?? 'figure', lookups.since1904)
}

function inlineText(buffer: string, from: number, to: number): string | null {
  if (buffer.startsWith('<is>', from)) return runsIn(buffer, from + 4, to - 5)
  const open = /<(?:[\w.-]+:)?is>/.exec(buffer.slice(from, Math.min(to, from + 40)))
  if (!open) return null
  const start = from + open.index + open[0].length
  return runsIn(buffer, start, buffer.lastIndexOf('</', to - 1))
}
