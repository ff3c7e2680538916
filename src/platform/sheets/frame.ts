import { escapeXml } from './xml.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Cell formats of the workbooks we write, by their place in `styles`. */
export const format = { plain: 0, header: 1, text: 2, quoted: 3, day: 4, money: 5, bad: 6, title: 7, wrapped: 8 } as const

/** XML's default type is the sheet, so that the list of types can stand first without knowing how many sheets will come. */
export const contentTypes = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${SHEET_TYPE}"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${STYLES_TYPE}"/></Types>`

export const packageRels = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** The workbook part and its relations for sheets of these names, in order, lying at xl/worksheets/sheet1.xml and so on. */
export function workbookParts(names: readonly string[]): { workbook: string; rels: string } {
  const sheets = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')
  const relations = names.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/>`
  return {
    workbook: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets}</sheets></workbook>`,
    rels: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${styles}</Relationships>`,
  }
}

const font = (inside: string) => `<font>${inside}<sz val="11"/><name val="等线"/><family val="2"/></font>`
const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
/** The fill of a cell that has to be mended: Excel's own light red. */
export const BAD_FILL = solid('FFFFC7CE')

const xf = (inside: string) => `<xf xfId="0" borderId="0" ${inside}`
const formats = [
  xf('numFmtId="0" fontId="0" fillId="0"/>'),
  xf(
    'numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  ),
  xf('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1"/>'),
  xf('numFmtId="49" fontId="0" fillId="0" applyNumberFormat="1" quotePrefix="1"/>'),
  xf('numFmtId="164" fontId="0" fillId="0" applyNumberFormat="1"/>'),
  xf('numFmtId="4" fontId="0" fillId="0" applyNumberFormat="1"/>'),
  xf('numFmtId="49" fontId="0" fillId="3" applyNumberFormat="1" applyFill="1"/>'),
  xf('numFmtId="0" fontId="1" fillId="0" applyFont="1"/>'),
  xf('numFmtId="0" fontId="0" fillId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'),
]

export const styles = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFF2F2F2')}${BAD_FILL}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The head of a sheet part up to its first row; widths in characters, `frozen` lines stay in sight. */
export function sheetHead(widths: readonly number[], frozen: number, selected: boolean): string {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  const view = `<sheetView workbookViewId="0"${selected ? ' tabSelected="1"' : ''}>${frozen > 0 ? pane : ''}</sheetView>`
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="16"/>${cols ? `<cols>${cols}</cols>` : ''}<sheetData>`
}

/** A cell of text; inline, so that no table of texts has to be kept, and never a formula whatever it begins with. */
export function textCell(reference: string, style: number, value: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

/** A name Excel accepts for a sheet (31 characters, none of []:*?/\), not yet among the taken ones. */
export function sheetName(wanted: string, taken: readonly string[] = []): string {
  const bare =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet'
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let n = 1; ; n++) {
    const name = n === 1 ? bare : `${bare.slice(0, 26)} (${n})`
    if (!used.has(name.toLowerCase())) return name
  }
}
