import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { checkRows } from './check.ts'
import { markedBytes } from './mark.ts'
import { openWorkbook } from './read.ts'
import { recogniseWorkbook } from './recognise.ts'
import { drawn, packageOf, partsWith, rosterFields } from './testing.ts'
import { REASON_TITLE } from './titles.ts'
import { openZip, textOf } from './zip.ts'

async function marked(source: Uint8Array) {
  const workbook = await openWorkbook(source)
  const found = await recogniseWorkbook(workbook, rosterFields)
  const rows = (await Array.fromAsync(checkRows(workbook, found, rosterFields))).filter(({ skip }) => skip === null)
  const issues = rows.flatMap((row) => row.issues)
  const outcome = { read: rows.length, good: rows.filter((row) => row.issues.length === 0).length }
  return { issues, bytes: Buffer.concat(await Array.fromAsync(markedBytes({ source, found, issues, outcome }))) }
}
const redIn = (sheet: Awaited<ReturnType<typeof readXlsx>>['sheets'][number] | undefined) =>
  [...(sheet?.cells ?? [])]
    .flatMap(([place, { style }]) => (JSON.stringify(style?.fill ?? '').includes('FFC7CE') ? [place] : []))
    .sort()

test('the workbook comes back with its own formats, the bad cells red, the reasons behind, the counts in front', async () => {
  const source = await drawn(
    {
      name: '一车间',
      rows: [
        ['某某工会会员花名册', null, null, null],
        ['姓名', '身份证号', '手机号', '入会日期'],
        ['李强', '123', null, new Date(Date.UTC(2020, 1, 29))],
        ['王芳', '32058319850505301X', '139', null],
        [null, '32058319900101002X', '13912345678', null],
      ],
      merges: [[0, 0, 0, 3]],
    },
    { name: '参考', rows: [['部门'], ['一车间']] },
  )
  const { issues, bytes } = await marked(source)
  const { sheets, activeSheet } = await readXlsx(bytes, { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['说明', '一车间', '参考'])
  expect(activeSheet ?? 0).toBe(0)
  expect(sheets[0]?.rows.flat()).toContain(`共读取 3 行，可以导入 0 行，需要修改 3 行。`)
  const [, roster] = sheets
  expect(roster?.rows[1]?.[4]).toBe(REASON_TITLE)
  expect(roster?.rows.slice(2).map((row) => String(row[4]).split('：')[0])).toEqual(['身份证号', '手机号', '姓名'])
  expect(roster?.rows[2]?.[3]).toEqual(new Date(Date.UTC(2020, 1, 29)))
  expect(roster?.merges).toMatchObject([{ startRow: 0, endCol: 3 }])
  const expected = issues.map(({ row, column }) => `${row - 1},${column}`)
  expect(redIn(roster)).toEqual([...new Set([...expected, '1,4', '2,4', '3,4', '4,4'])].sort())
})

test('a marked workbook read again gives the same issues, and marked again gets no second column of reasons', async () => {
  const source = await drawn({
    name: '表',
    rows: [
      ['姓名', '身份证号'],
      ['李强', '123'],
      ['王芳', ''],
    ],
  })
  const first = await marked(source)
  const second = await marked(first.bytes)
  expect(second.issues.map(({ letter, row, reason }) => [letter, row, reason])).toEqual(
    first.issues.map(({ letter, row, reason }) => [letter, row, reason]),
  )
  const [, , sheet] = (await readXlsx(second.bytes)).sheets
  expect(sheet?.rows[0]).toEqual(['姓名', '身份证号', REASON_TITLE])
})

test('cells without addresses keep their places when one is put between them', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const sheet = `<worksheet><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row>${['姓名', '性别', '身份证号', '手机号'].map(cell).join('')}</row><row spans="1:4">${cell('李强')}${cell('男')}<c r="D2"><v>139</v></c></row></sheetData></worksheet>`
  const { bytes } = await marked(await packageOf(partsWith(sheet)))
  const [, roster] = (await readXlsx(bytes, { readStyles: true })).sheets
  expect(roster?.rows[1]?.slice(0, 4)).toEqual(['李强', '男', null, 139])
  expect(redIn(roster)).toEqual(['0,4', '1,2', '1,3', '1,4'])
})

test('a text file comes back as a workbook with the same marks', async () => {
  const { bytes } = await marked(Buffer.from('姓名,身份证号,手机号\n李强,0123,\n,,\n王芳,,139\n'))
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['说明', '数据'])
  expect(sheets[1]?.rows[1]?.slice(0, 2)).toEqual(['李强', '0123'])
  expect(redIn(sheets[1])).toEqual(['1,1', '1,3', '3,1', '3,2', '3,3'])
})

test('a workbook in ISO’s strict form gets its first sheet in the same form', async () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const sheet = `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号</t></is></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>`
  const parts = Object.entries(partsWith(sheet)).map(([name, text]) => [
    name,
    text.replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', strict),
  ])
  const { bytes } = await marked(await packageOf(Object.fromEntries(parts)))
  const again = await openWorkbook(bytes)
  expect(again.sheets.map(({ name }) => name)).toEqual(['说明', '表'])
  const zip = await openZip(bytes, 1e6)
  expect(await textOf(zip, 'xl/worksheets/sheet2.xml')).toContain(
    '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
  )
  expect(await textOf(zip, 'xl/_rels/workbook.xml.rels')).toContain(
    `Type="${strict}/worksheet" Target="/xl/worksheets/sheet2.xml"`,
  )
})
