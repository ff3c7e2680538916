import { lettersOf } from './address.ts'
import type { Field } from './fields.ts'
import type { Merge } from './merges.ts'
import type { Sheet, Workbook } from './read.ts'
import type { Cell, Row } from './rows.ts'
import { bareTitle, isIdleTitle, likeness } from './titles.ts'

/** A column of the file: `column` counts from 0, `letter` as Excel shows it; `key` is the field it was taken for, if any. */
export type RecognisedColumn = { column: number; letter: string; title: string; key: string | null; sample: string }

/** What was made of one sheet, as plain data: where its header is, which column is which, and what is wrong in plain Chinese. */
export type Recognition = {
  sheet: string
  sheetIndex: number
  header: { first: number; last: number } | null
  columns: RecognisedColumn[]
  unknown: RecognisedColumn[]
  missing: { key: string; title: string; reason: string }[]
}

/** Rows read in search of a header, which may begin in the first half of them. */
export const HEAD_ROWS = 60
const HEADER_LINES = 3

/**
 * Finds the header among the first rows of a sheet, under title rows and over one to three lines, and which column is which field.
 * `header` is null when nothing like a header was found; `missing` lists required fields without a column.
 */
export function recognise(rows: readonly Row[], fields: readonly Field[], sheet: Partial<Sheet> = {}): Recognition {
  const merges = sheet.merges ?? []
  const candidates = rows.slice(0, HEAD_ROWS / 2).flatMap((row, i) => candidatesAt(rows, i, merges, fields, row))
  const best = candidates.reduce<Candidate | null>((top, each) => (top && top.score >= each.score ? top : each), null)
  const enough = Math.min(2, fields.length, ...(best ? [best.columns.length] : []))
  const place = { sheet: sheet.name ?? '', sheetIndex: sheet.index ?? 0 }
  if (!best || best.matched < Math.max(1, enough)) return { ...place, header: null, columns: [], ...gaps([], fields) }
  const { first, last, columns: plain } = underGroups(best, rows, merges, fields)
  const columns = plain.map((column) => ({ ...column, sample: sampleOf(rows, last, column.column) }))
  return { ...place, header: { first, last }, columns, ...gaps(columns, fields) }
}

/** Recognises every visible sheet; sheets without a header (notes, lists for drop-downs) are left out unless none has one. */
export async function recogniseWorkbook(workbook: Workbook, fields: readonly Field[]): Promise<Recognition[]> {
  const all: Recognition[] = []
  for (const sheet of workbook.sheets.filter(({ hidden }) => !hidden)) {
    all.push(recognise(await headOf(sheet), fields, sheet))
  }
  const found = all.filter(({ header }) => header !== null)
  const most = Math.max(0, ...found.map(named))
  const good = found.filter((each) => each.missing.length === 0 || named(each) * 2 >= most)
  return good.length > 0 ? good : all.slice(0, 1)
}

const named = ({ columns }: Recognition) => columns.filter(({ key }) => key !== null).length

/** The first rows of a sheet. */
export async function headOf(sheet: Sheet, count = HEAD_ROWS): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length >= count) break
  }
  return rows
}

/** The same sheet with the user's word on columns: field key → column counted from 0, or null for none. */
export function withMapping(
  found: Recognition,
  mapping: Readonly<Record<string, number | null>>,
  fields: readonly Field[],
): Recognition {
  const taken = new Set(Object.values(mapping))
  const columns = found.columns.map((column) => {
    const chosen = Object.keys(mapping).find((key) => mapping[key] === column.column)
    const freed = column.key !== null && (column.key in mapping || taken.has(column.column))
    return { ...column, key: chosen ?? (freed ? null : column.key) }
  })
  return { ...found, columns, ...gaps(columns, fields) }
}

function gaps(columns: RecognisedColumn[], fields: readonly Field[]): Pick<Recognition, 'unknown' | 'missing'> {
  const keys = new Set(columns.map(({ key }) => key))
  const missing = fields.filter(({ key, required }) => required && !keys.has(key))
  return {
    unknown: columns.filter(({ key, title }) => key === null && !isIdleTitle(bareTitle(title))),
    missing: missing.map(({ key, title, also }) => ({ key, title, reason: absence(title, also ?? []) })),
  }
}

function absence(title: string, also: readonly string[]): string {
  const others = also.filter((each) => each !== title).slice(0, 4)
  return `没有找到“${title}”这一列${others.length > 0 ? `。表头写成${others.map((each) => `“${each}”`).join('、')}也认得` : ''}`
}

type Candidate = { first: number; last: number; columns: RecognisedColumn[]; matched: number; score: number }

function candidatesAt(
  rows: readonly Row[],
  i: number,
  merges: readonly Merge[],
  fields: readonly Field[],
  row: Row,
): Candidate[] {
  const candidates: Candidate[] = []
  for (let lines = 1; lines <= HEADER_LINES && i + lines <= rows.length; lines++) {
    const block = rows.slice(i, i + lines)
    const last = block.at(-1)!
    if (last.number - row.number >= HEADER_LINES) break
    const columns = assigned(titlesIn(block, merges), fields)
    const keys = columns.flatMap(({ key }) => key ?? [])
    const needed = fields.filter(({ key, required }) => required && keys.includes(key)).length
    // A further line must earn its place by naming more, unless a block merged down from the header covers it.
    const covered = merges.some(({ top, bottom }) => top === row.number && top < last.number && bottom >= last.number)
    const score = keys.length * 10 + needed * 5 - (lines - 1) * (covered ? -1 : 1)
    candidates.push({ first: row.number, last: last.number, columns, matched: keys.length, score })
  }
  return candidates
}

/** A line of group titles over the header (家庭情况 over 电话) takes part in its meaning, even when fewer columns are recognised. */
function underGroups(best: Candidate, rows: readonly Row[], merges: readonly Merge[], fields: readonly Field[]): Candidate {
  const group = rows.find(({ number }) => number === best.first - 1)
  if (!group || group.cells.some((cell) => /[:：]/.test(String(cell ?? '')))) return best
  const width = Math.max(...best.columns.map(({ column }) => column)) + 1
  const groups = merges.filter(({ top, left, right }) => top === group.number && right > left && right - left + 1 < width * 0.8)
  const filled = group.cells.filter((cell) => cell !== null).length
  if (groups.length === 0 && (merges.length > 0 || filled < 2)) return best
  const block = rows.filter(({ number }) => number >= group.number && number <= best.last)
  return { ...best, first: group.number, columns: assigned(titlesIn(block, merges), fields) }
}

/** For each column its titles from top to bottom, a merged block counting for every column and row it covers. */
function titlesIn(block: readonly Row[], merges: readonly Merge[]): { column: number; parts: string[]; title: string }[] {
  const width = Math.max(
    ...block.map(({ cells }) => cells.length),
    ...merges.map((merge) => (covers(block, merge) ? merge.right + 1 : 0)),
  )
  return Array.from({ length: width }, (_, column) => {
    const seen = block.map((row, line) => titleAt(block, line, column, merges) ?? row.cells[column] ?? null)
    const parts = seen.map(bareTitle).filter((part, line, all) => part !== '' && all.indexOf(part) === line)
    return { column, parts, title: [...new Set(seen.map(shown).filter(Boolean))].join(' / ') }
  }).filter(({ parts }) => parts.length > 0)
}

const covers = (block: readonly Row[], merge: Merge) => block.some(({ number }) => number === merge.top)
const shown = (cell: Cell) =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()

function titleAt(block: readonly Row[], line: number, column: number, merges: readonly Merge[]): Cell {
  const row = block[line]!
  if (row.cells[column] != null) return row.cells[column]
  const merge = merges.find((m) => m.top <= row.number && row.number <= m.bottom && m.left <= column && column <= m.right)
  if (merge) return block.find(({ number }) => number === merge.top)?.cells[merge.left] ?? null
  // Text files have no merged blocks: an empty cell above a filled one belongs to the title on its left.
  const below = block[line + 1]?.cells[column] ?? null
  if (merges.length > 0 || below === null) return null
  const left = row.cells.slice(0, column).findLastIndex((cell) => cell !== null)
  return left >= 0 && (block[line + 1]?.cells[left] ?? null) !== null ? (row.cells[left] ?? null) : null
}

function assigned(titles: { column: number; parts: string[]; title: string }[], fields: readonly Field[]): RecognisedColumn[] {
  const pairs = titles.flatMap(({ column, parts }) =>
    fields.map((field) => ({ column, key: field.key, score: likeness(parts, field) })).filter(({ score }) => score > 0),
  )
  pairs.sort((a, b) => b.score - a.score || a.column - b.column)
  const [byColumn, keys] = [new Map<number, string>(), new Set<string>()]
  for (const { column, key } of pairs) {
    if (byColumn.has(column) || keys.has(key)) continue
    byColumn.set(column, key)
    keys.add(key)
  }
  return titles.map(({ column, title }) => ({
    column,
    letter: lettersOf(column),
    title,
    key: byColumn.get(column) ?? null,
    sample: '',
  }))
}

function sampleOf(rows: readonly Row[], last: number, column: number): string {
  const row = rows.find(({ number, cells }) => number > last && cells[column] != null)
  return shown(row?.cells[column] ?? null).slice(0, 40)
}
