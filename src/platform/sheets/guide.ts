import { MAIN, OFFICE, sheetHead, textCell } from './frame.ts'
import { REASON_TITLE } from './titles.ts'

const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** What came of checking a file, for the first sheet of the marked workbook: rows read, and of those in order. */
export type Outcome = { read: number; good: number }

/** How many cells of a column of a sheet are bad. */
export type Tally = { sheet: string; title: string; cells: number }

/** The lines of the first sheet: the counts, how to go on, and where the bad cells are. */
export function guideLines({ read, good }: Outcome, tallies: readonly Tally[]): string[][] {
  return [
    ['导入检查结果'],
    [`共读取 ${read} 行，可以导入 ${good} 行，需要修改 ${read - good} 行。`],
    [],
    ['怎样修改'],
    [`1. 需要修改的格子已涂成浅红色，原因写在每行最后的“${REASON_TITLE}”一列。`],
    ['2. 改好后保存，直接重新上传这个文件即可。本页和最后一列不用删除。'],
    ['3. 身份证号、手机号、银行卡号请先把单元格设为“文本”再填写，以免末几位变成 0。'],
    [],
    ['工作表', '列', '需要修改的格数'],
    ...tallies.map(({ sheet, title, cells }) => [sheet, title, String(cells)]),
  ]
}

/** The sheet part for those lines, in the given cell format; `strict` when the workbook keeps to ISO's strict form. */
export function guideXml(lines: readonly string[][], style: number, strict = false): string {
  const rows = lines.map((line, i) => {
    const cells = line.map((text, column) => textCell(`${'ABC'[column]}${i + 1}`, style, text))
    return `<row r="${i + 1}">${cells.join('')}</row>`
  })
  const xml = `${sheetHead([24, 24, 16], 0, true)}${rows.join('')}</sheetData></worksheet>`
  return strict ? xml.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE) : xml
}
