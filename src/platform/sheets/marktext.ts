import { lettersOf } from './address.ts'
import { contentTypes, format, packageRels, sheetHead, styles, textCell, workbookParts } from './frame.ts'
import { guideXml } from './guide.ts'
import { type Content, packed } from './pack.ts'
import type { Sheet } from './read.ts'
import type { Marks } from './recolour.ts'

/** A text file as a workbook with its bad cells in red: every cell text, in the row it came from. */
export function markedText(sheet: Sheet, marks: Marks | undefined, lines: readonly string[][]): AsyncGenerator<Buffer> {
  return packed(partsOf(sheet, marks, lines))
}

async function* partsOf(sheet: Sheet, marks: Marks | undefined, lines: readonly string[][]): AsyncGenerator<Content> {
  const { workbook, rels } = workbookParts(['说明', '数据'])
  yield { name: '[Content_Types].xml', text: [contentTypes] }
  yield { name: '_rels/.rels', text: [packageRels] }
  yield { name: 'xl/workbook.xml', text: [workbook] }
  yield { name: 'xl/_rels/workbook.xml.rels', text: [rels] }
  yield { name: 'xl/styles.xml', text: [styles] }
  yield { name: 'xl/worksheets/sheet1.xml', text: [guideXml(lines, format.plain)] }
  yield { name: 'xl/worksheets/sheet2.xml', text: rowsOf(sheet, marks) }
}

async function* rowsOf(sheet: Sheet, marks: Marks | undefined): AsyncGenerator<string> {
  const widths = marks ? [...Array.from({ length: marks.reasonColumn }, () => 16), 48] : []
  yield sheetHead(widths, 0, false)
  for await (const { number, cells } of sheet.rows()) {
    const mark = marks?.rows.get(number)
    const shown = cells.map((cell) => String(cell ?? ''))
    if (marks && (mark || number === marks.headerRow)) shown[marks.reasonColumn] = mark?.reason ?? marks.header
    const bad = new Set(mark ? [...mark.columns, marks!.reasonColumn] : [])
    const xml = Array.from(shown, (value = '', column) => {
      const [reference, style] = [`${lettersOf(column)}${number}`, bad.has(column) ? format.bad : format.text]
      return value !== '' ? textCell(reference, style, value) : bad.has(column) ? `<c r="${reference}" s="${style}"/>` : ''
    })
    for (const column of bad) if (column >= shown.length) xml.push(`<c r="${lettersOf(column)}${number}" s="${format.bad}"/>`)
    yield `<row r="${number}">${xml.join('')}</row>`
  }
  yield '</sheetData></worksheet>'
}
