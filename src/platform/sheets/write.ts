import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDay } from '#kit/dates'
import { lettersOf } from './address.ts'
import { serialOfDay } from './formats.ts'
import { contentTypes, format, packageRels, sheetHead, sheetName, styles, textCell, workbookParts } from './frame.ts'
import { type Content, packed } from './pack.ts'
import { TEXT_AT_MOST } from './strings.ts'

/** A column of a written sheet: `day` takes 'YYYY-MM-DD', `money` fen; identity numbers, codes and telephones are `text`. Width in characters. */
export type Column = { title: string; width?: number; kind?: 'text' | 'day' | 'number' | 'money' }

export type Written = string | number | bigint | boolean | null | undefined

/** What to write: `title` names the sheet; each row has its values in the order of the columns. */
export type SheetSpec = {
  title: string
  columns: readonly Column[]
  rows: Iterable<readonly Written[]> | AsyncIterable<readonly Written[]>
}

const ROWS_AT_MOST = 1_048_576
const PIECE = 65_536

/**
 * Writes a list to a stream as .xlsx: header frozen and filtered, days as real dates, money in yuan, text as text whatever it begins
 * with (no formula can be smuggled in). Memory does not grow with the rows; beyond Excel's 1,048,576 rows further sheets follow.
 */
export async function writeSheet(stream: Writable, spec: SheetSpec): Promise<void> {
  await pipeline(sheetBytes(spec), stream)
}

/** The same as bytes that are made as they are asked for, for a response body. */
export function sheetBytes(spec: SheetSpec, rowsPerSheet: number = ROWS_AT_MOST): AsyncGenerator<Buffer> {
  return packed(partsOf(spec, rowsPerSheet))
}

async function* partsOf({ title, columns, rows }: SheetSpec, rowsPerSheet: number): AsyncGenerator<Content> {
  yield { name: '[Content_Types].xml', text: [contentTypes] }
  yield { name: '_rels/.rels', text: [packageRels] }
  yield { name: 'xl/styles.xml', text: [styles] }
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const names: string[] = []
  const rest: { next?: readonly Written[]; done: boolean } = { done: false }
  try {
    while (!rest.done) {
      names.push(sheetName(title, names))
      yield {
        name: `xl/worksheets/sheet${names.length}.xml`,
        text: sheetText(columns, source, rest, rowsPerSheet, names.length === 1),
      }
    }
  } finally {
    await source.return?.()
  }
  const { workbook, rels } = workbookParts(names)
  yield { name: 'xl/workbook.xml', text: [workbook] }
  yield { name: 'xl/_rels/workbook.xml.rels', text: [rels] }
}

type Rows = Iterator<readonly Written[]> | AsyncIterator<readonly Written[]>

async function* sheetText(
  columns: readonly Column[],
  source: Rows,
  rest: { next?: readonly Written[]; done: boolean },
  limit: number,
  first: boolean,
): AsyncGenerator<string> {
  const letters = columns.map((_, column) => lettersOf(column))
  let text = sheetHead(columns.map(widthOf), 1, first)
  text += `<row r="1" ht="24" customHeight="1">${columns.map(({ title }, i) => textCell(`${letters[i]}1`, format.header, title)).join('')}</row>`
  let number = 1
  for (;;) {
    const row: readonly Written[] | undefined = rest.next ?? (await nextOf(source))
    delete rest.next
    if (row === undefined) rest.done = true
    else if (number === limit) rest.next = row
    if (row === undefined || number === limit) break
    text += rowText(++number, row, columns, letters)
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  const filter = columns.length > 0 ? `<autoFilter ref="A1:${letters.at(-1)}${number}"/>` : ''
  yield `${text}</sheetData>${filter}</worksheet>`
}

async function nextOf(source: Rows): Promise<readonly Written[] | undefined> {
  const { value, done } = await source.next()
  return done ? undefined : value
}

const widths = { text: 14, day: 12, number: 10, money: 14 }
const widthOf = ({ title, width, kind = 'text' }: Column) => width ?? Math.max(widths[kind], title.length * 2 + 4)

function rowText(number: number, row: readonly Written[], columns: readonly Column[], letters: readonly string[]): string {
  let cells = ''
  for (let i = 0; i < columns.length; i++) {
    const value = row[i]
    if (value === null || value === undefined || value === '') continue
    cells += cellText(`${letters[i]}${number}`, columns[i]!.kind ?? 'text', value)
  }
  return `<row r="${number}">${cells}</row>`
}

function cellText(reference: string, kind: NonNullable<Column['kind']>, value: NonNullable<Written>): string {
  if (kind === 'day' && typeof value === 'string' && isDay(value) && value >= '1900-01-01') {
    return `<c r="${reference}" s="${format.day}"><v>${serialOfDay(value)}</v></c>`
  }
  if (kind === 'number' && isNumeral(value)) return `<c r="${reference}"><v>${value}</v></c>`
  if (kind === 'money' && isNumeral(value)) return `<c r="${reference}" s="${format.money}"><v>${yuanOf(value)}</v></c>`
  const text = typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
  const style = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? format.quoted : format.text
  return textCell(reference, style, text.length > TEXT_AT_MOST ? text.slice(0, TEXT_AT_MOST) : text)
}

const isNumeral = (value: NonNullable<Written>): value is number | bigint =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))

// Decimal digits moved by text: dividing would turn 0.07 into 0.07000000000000001.
function yuanOf(fen: number | bigint): string {
  const digits = String(fen < 0 ? -fen : fen).padStart(3, '0')
  return /^\d+$/.test(digits) ? `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` : String(Number(fen) / 100)
}
