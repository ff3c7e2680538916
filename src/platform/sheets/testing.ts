import { writeXlsx } from 'hucre/xlsx'
import { contentTypes, packageRels, styles } from './frame.ts'
import { packed } from './pack.ts'
import { day, idNumber, mobile, personName, sex, text } from './fields.ts'
import { usualTitles } from './titles.ts'

/** A sheet as people draw it: rows from A1, merged blocks as addresses, hidden rows by their number, date formats by address. */
export type Drawn = {
  name: string
  rows: readonly (readonly (string | number | boolean | Date | null)[])[]
  merges?: readonly (readonly [top: number, left: number, bottom: number, right: number])[]
  hiddenRows?: readonly number[]
  hidden?: boolean
}

/** A workbook written by a library that shares no code with ours; rows and columns of `merges` count from 0. */
export async function drawn(...sheets: Drawn[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [], hiddenRows = [], hidden = false }) => ({
      name,
      hidden,
      rows: rows.map((row) => [...row]),
      merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
      rowDefs: new Map(hiddenRows.map((row) => [row, { hidden: true }])),
    })),
  })
}

/** The fields of a member roster, as the tests use them. */
export const rosterFields = [
  { key: 'name', title: '姓名', also: usualTitles.name, required: true, parse: personName() },
  { key: 'sex', title: '性别', also: usualTitles.sex, parse: sex() },
  { key: 'idNumber', title: '身份证号', also: usualTitles.idNumber, required: true, unique: true, parse: idNumber() },
  { key: 'mobile', title: '手机号', also: usualTitles.mobile, parse: mobile() },
  { key: 'employer', title: '工作单位', also: usualTitles.employer, parse: text(100) },
  { key: 'joinedOn', title: '入会日期', also: usualTitles.joinedOn, parse: day({ past: true }) },
] as const

/** A package made part by part, for workbooks no library writes. */
export async function packageOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(packed(Object.entries(parts).map(([name, text]) => ({ name, text: [text] })))))
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook of one sheet whose XML is given; others may be put in or replaced. */
export function partsWith(sheetXml: string, others: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRels,
    'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATION}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...others,
  }
}
