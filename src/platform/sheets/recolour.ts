import { addressOf, lettersOf } from './address.ts'
import { unreadable } from './refusals.ts'
import { namesIn, nextRow } from './rows.ts'
import { escapeXml } from './xml.ts'

/** What to change in one sheet: bad columns and the reason by row, the column (from 0) that takes the reasons, and their header's row. */
export type Marks = {
  rows: ReadonlyMap<number, { columns: ReadonlySet<number>; reason: string }>
  reasonColumn: number
  headerRow: number
  header: string
}

type Names = NonNullable<ReturnType<typeof namesIn>>

/**
 * The XML of a sheet with its bad cells in red and the reasons in a further column, as it is unpacked; every other byte of rows,
 * widths, merged blocks, checks and pictures stays. `marks` null only takes the selection away, since another sheet comes first.
 */
export async function* recoloured(
  texts: AsyncIterable<string>,
  marks: Marks | null,
  badOf: (style: number) => number,
): AsyncGenerator<string> {
  let names: Names | undefined
  let [inHead, inRows, last, rest] = [true, true, 0, '']
  for await (const text of texts) {
    let buffer = rest + text
    rest = ''
    names ??= namesIn(buffer)
    if (!inRows) {
      yield buffer
      continue
    }
    if (inHead) {
      const start = names ? buffer.search(new RegExp(`<${names.prefix}sheetData[\\s/>]`)) : -1
      if (start < 0) {
        rest = buffer
        if (rest.length > 4 * 2 ** 20) throw unreadable('bomb')
        continue
      }
      yield headWith(buffer.slice(0, start), marks, names!.prefix)
      buffer = buffer.slice(start)
      inHead = false
    }
    const done = rowsWith(buffer, marks, badOf, names!, last)
    last = done.last
    yield done.text
    inRows = buffer.indexOf(names!.end, done.at) < 0
    if (inRows) rest = buffer.slice(done.at)
    else yield buffer.slice(done.at)
  }
  yield rest
}

function headWith(head: string, marks: Marks | null, p: string): string {
  const plain = head.replace(/(<(?:[\w.-]+:)?sheetView\b[^>]*?)\stabSelected\s*=\s*["'][^"']*["']/g, '$1')
  if (!marks) return plain
  const place = marks.reasonColumn + 1
  const width = `<${p}col min="${place}" max="${place}" width="48" customWidth="1"/>`
  const bare = plain.replace(/<(?:[\w.-]+:)?dimension\b[^>]*\/>/, '')
  const wide = [...bare.matchAll(/<(?:[\w.-]+:)?col\b[^>]*\smax\s*=\s*["'](\d+)["']/g)].some(([, max]) => Number(max) >= place)
  if (wide) return bare
  return bare.includes(`</${p}cols>`)
    ? bare.replace(`</${p}cols>`, `${width}</${p}cols>`)
    : `${bare}<${p}cols>${width}</${p}cols>`
}

function rowsWith(buffer: string, marks: Marks | null, badOf: (style: number) => number, names: Names, before: number) {
  let [text, at, last] = ['', 0, before]
  for (let span = nextRow(buffer, 0, names); span; span = nextRow(buffer, at, names)) {
    text += buffer.slice(at, span.start)
    const whole = buffer.slice(span.start, span.after)
    last = Number(/^[^>]*?\sr\s*=\s*["'](\d+)/.exec(whole)?.[1] ?? last + 1)
    const mark = marks?.rows.get(last)
    if (marks && last === marks.headerRow) text += rowWith(whole, last, new Set(), marks.reasonColumn, marks.header, badOf, names)
    else text += marks && mark ? rowWith(whole, last, mark.columns, marks.reasonColumn, mark.reason, badOf, names) : whole
    at = span.after
  }
  return { text, at, last }
}

type Piece = { column: number; xml: string }

function rowWith(
  whole: string,
  number: number,
  bad: ReadonlySet<number>,
  reasonColumn: number,
  reason: string,
  badOf: (style: number) => number,
  names: Names,
): string {
  const p = names.prefix
  const open = /^[^>]*?(?=\/?>)/.exec(whole)![0].replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '')
  const cells = cellsIn(whole, p).filter(({ column }) => column !== reasonColumn)
  const pieces = cells.map(({ column, xml }) => ({ column, xml: addressed(xml, column, number, bad.has(column) ? badOf : null) }))
  for (const column of bad) {
    if (cells.some((cell) => cell.column === column) || column === reasonColumn) continue
    pieces.push({ column, xml: `<${p}c r="${lettersOf(column)}${number}" s="${badOf(0)}"/>` })
  }
  const text = `<${p}is><${p}t xml:space="preserve">${escapeXml(reason)}</${p}t></${p}is>`
  pieces.push({
    column: reasonColumn,
    xml: `<${p}c r="${lettersOf(reasonColumn)}${number}" s="${badOf(0)}" t="inlineStr">${text}</${p}c>`,
  })
  pieces.sort((a, b) => a.column - b.column)
  return `${open}>${pieces.map(({ xml }) => xml).join('')}</${p}row>`
}

function cellsIn(whole: string, p: string): Piece[] {
  const pattern = new RegExp(`<${p}c(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</${p}c>)`, 'g')
  let column = -1
  return [...whole.matchAll(pattern)].map(([xml]) => {
    const reference = /^[^>]*?\sr\s*=\s*["']([A-Z]+\d+)["']/i.exec(xml)?.[1]
    column = (reference === undefined ? undefined : addressOf(reference)?.column) ?? column + 1
    return { column, xml }
  })
}

/** A cell with its address written out, since one put in before it would move it, and in red when it is bad. */
function addressed(xml: string, column: number, number: number, badOf: ((style: number) => number) | null): string {
  const tag = /^<[\w.:-]+[^>]*?(?=\/?>)/.exec(xml)![0]
  const style = Number(/\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1] ?? 0)
  const bare = tag.replace(/\sr\s*=\s*["'][^"']*["']/, '').replace(badOf ? /\ss\s*=\s*["'][^"']*["']/ : /(?!)/, '')
  const name = /^<[\w.:-]+/.exec(bare)![0]
  const red = badOf ? ` s="${badOf(style)}"` : ''
  return `${name} r="${lettersOf(column)}${number}"${red}${bare.slice(name.length)}${xml.slice(tag.length)}`
}
