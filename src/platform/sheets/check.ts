import { hash } from 'node:crypto'
import type { Field, Values } from './fields.ts'
import type { Workbook } from './read.ts'
import type { Recognition } from './recognise.ts'
import type { Cell, Row } from './rows.ts'
import { isBlank, type Skip, skipper } from './skips.ts'

/** One bad cell: where (row from 1, column from 0, null when the file has no such column), what stood there, why, and a way out. */
export type Issue = {
  sheetIndex: number
  row: number
  column: number | null
  letter: string
  key: string
  title: string
  raw: string
  reason: string
  suggestion?: string
}

/** A row understood; `values` may be used when `issues` is empty. `notes` say what was assumed. */
export type CheckedRow<F extends readonly Field[]> = {
  sheetIndex: number
  row: number
  hidden: boolean
  skip: Skip | null
  values: Values<F>
  issues: Issue[]
  notes: string[]
}

/** Cells put right by the user, instead of what the file says: by field key. */
export type Mended = (sheetIndex: number, row: number) => Readonly<Record<string, Cell>> | undefined

/**
 * Checks every row under the header of every recognised sheet, in order and as a stream; nobody's rows (sums, footers, blanks) come
 * with `skip` set and no values, so that none is dropped unseen. Of keys only hashes are kept, 16 characters a row.
 */
export async function* checkRows<const F extends readonly Field[]>(
  workbook: Workbook,
  found: readonly Recognition[],
  fields: F,
  mended?: Mended,
): AsyncGenerator<CheckedRow<F>> {
  const seen = duplicates(workbook, fields)
  for (const recognition of found) {
    const { header, sheetIndex } = recognition
    const sheet = workbook.sheets.find(({ index }) => index === sheetIndex)
    if (!sheet || !header) continue
    const skips = skipper(recognition)
    const check = rowChecker(recognition, fields)
    for await (const row of sheet.rows()) {
      if (row.number <= header.last) continue
      const skip = skips(row)
      const checked = check(row, skip === null ? mended?.(sheetIndex, row.number) : undefined, skip)
      if (skip === null) seen(checked, check.columnOf)
      yield checked
    }
  }
}

/** Checks single rows of one sheet, for mending in place; duplicates are not looked for. */
export function rowChecker<const F extends readonly Field[]>({ columns, sheetIndex }: Recognition, fields: F) {
  const columnOf = new Map(columns.flatMap((column) => (column.key === null ? [] : [[column.key, column] as const])))
  const check = (row: Row, mended?: Readonly<Record<string, Cell>>, skip: Skip | null = null): CheckedRow<F> => {
    const [values, issues, notes]: [Record<string, unknown>, Issue[], string[]] = [{}, [], []]
    for (const field of fields) {
      values[field.key] = null
      if (skip !== null) continue
      const place = columnOf.get(field.key)
      const raw = mended && field.key in mended ? mended[field.key]! : place ? (row.cells[place.column] ?? null) : null
      const result = parsed(field, raw)
      if ('problem' in result) issues.push(issueOf({ sheetIndex, row: row.number }, field, place, raw, result))
      else {
        values[field.key] = result.value
        if (result.note !== undefined) notes.push(`${field.title}：${result.note}`)
      }
    }
    return { sheetIndex, row: row.number, hidden: row.hidden, skip, values: values as Values<F>, issues, notes }
  }
  return Object.assign(check, { columnOf })
}

function parsed(field: Field, raw: Cell) {
  const result = isBlank(raw) ? { value: null } : formulaError(raw) ? BROKEN : field.parse(raw as Exclude<Cell, null>)
  return 'value' in result && result.value === null && field.required ? { problem: `没有填写${field.title}` } : result
}

const BROKEN = { problem: '这一格的公式出错了，请改成直接填写的内容' }
const formulaError = (raw: Cell) =>
  typeof raw === 'string' && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/.test(raw)

type Place = { column: number; letter: string; title: string }

function issueOf(
  at: { sheetIndex: number; row: number },
  { key, title }: Field,
  place: Place | undefined,
  raw: Cell,
  { problem, suggestion }: { problem: string; suggestion?: string },
): Issue {
  const where = { column: place?.column ?? null, letter: place?.letter ?? '', key, title: place?.title ?? title }
  return { ...at, ...where, raw: detached(raw), reason: problem, ...(suggestion === undefined ? {} : { suggestion }) }
}

// A piece of a string keeps the whole text it was cut from in memory: 64 KiB of the file for each bad cell.
const detached = (raw: Cell) => Buffer.from(String(raw ?? '').slice(0, 200)).toString()

/** Finds rows that agree in a field said to be unique, in this sheet or an earlier one. */
function duplicates(workbook: Workbook, fields: readonly Field[]) {
  const seen = new Map<string, number>()
  const names = new Map(workbook.sheets.map(({ index, name }) => [index, name]))
  const unique = fields.filter((field) => field.unique)
  return ({ sheetIndex, row, values, issues }: CheckedRow<readonly Field[]>, columnOf: Map<string, Place>) => {
    for (const field of unique) {
      const value = (values as Record<string, unknown>)[field.key]
      if (value === null || value === undefined) continue
      const print = hash('sha256', `${field.key}\n${String(value)}`, 'base64').slice(0, 16)
      const first = seen.get(print)
      if (first === undefined) {
        seen.set(print, sheetIndex * 2 ** 21 + row)
        continue
      }
      const sheet = Math.floor(first / 2 ** 21)
      const where = sheet === sheetIndex ? '' : `工作表“${names.get(sheet)}”`
      const problem = `${field.title}与${where}第 ${first % 2 ** 21} 行相同，同一个人或单位请只留一行`
      issues.push(issueOf({ sheetIndex, row }, field, columnOf.get(field.key), String(value), { problem }))
    }
  }
}
