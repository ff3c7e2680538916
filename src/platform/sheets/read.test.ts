import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openWorkbook } from './read.ts'
import { defaultLimits } from './refusals.ts'
import { drawn, packageOf, partsWith } from './testing.ts'

const rowsOf = async (source: Uint8Array) => {
  const [sheet] = (await openWorkbook(source)).sheets
  return Array.fromAsync(sheet!.rows(), ({ number, cells }) => [number, ...cells])
}
const refusal = (source: Uint8Array, limits = defaultLimits) =>
  openWorkbook(source, limits).then(
    async ({ sheets }) => {
      for (const sheet of sheets) for await (const _ of sheet.rows());
      return null
    },
    (error) => error.refusal?.code ?? error,
  )
const text = (content: string, encoding: BufferEncoding = 'utf8') => Buffer.from(content, encoding)

test('cells without addresses, namespace prefixes, rich text, readings, escapes, errors and formulas are read', async () => {
  const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>
    <x:row><x:c t="inlineStr"><x:is><x:r><x:t>昆</x:t></x:r><x:r><x:t>山 &amp; &#x592A;仓_x000A_</x:t></x:r><x:rPh sb="0" eb="1"><x:t>kun</x:t></x:rPh></x:is></x:c><x:c><x:v>1.5</x:v></x:c></x:row>
    <x:row r='4' hidden='1'><x:c r='C4' t='b'><x:v>1</x:v></x:c><x:c r="D4" t="e"><x:v>#REF!</x:v></x:c><x:c r="E4" t="str"><x:f>A1&amp;"x"</x:f><x:v>李强</x:v></x:c><x:c r="F4" s="2"/></x:row>
    <x:row r="5"/><x:row r="6"><x:c r="AA6" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  const strings = '<sst><si><t><![CDATA[a<b>]]></t></si><si><t xml:space="preserve"> 张三 </t></si><si/></sst>'
  expect(await rowsOf(await packageOf(partsWith(sheet, { 'xl/sharedStrings.xml': strings })))).toEqual([
    [1, '昆山 & 太仓\n', 1.5],
    [4, null, null, true, '#REF!', '李强'],
    [6, ...Array.from({ length: 26 }, () => null), ' 张三 '],
  ])
})

test.for([
  ['yyyy"年"m"月"d"日"', 43890, '2020-02-29'],
  ['[$-804]e/m/d', 43890, '2020-02-29'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 43890, '2020-02-29'],
  ['yyyy/m/d h:mm', 43890.3541666667, '2020-02-29 08:30'],
  ['h:mm', 0.3541666667, '08:30'],
  ['000000', 123, '000123'],
  ['0.00E+00', 123, 123],
  ['#,##0.00"元"', 12.5, 12.5],
  ['@', 43890, 43890],
  ['yyyy-mm', 59, '1900-02-28'],
] as const)('a number under %s is read as it is shown', async ([code, value, shown]) => {
  const formats = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
  const sheet = `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>${value}</v></c></row></sheetData></worksheet>`
  expect(await rowsOf(await packageOf(partsWith(sheet, { 'xl/styles.xml': formats })))).toEqual([[1, shown]])
})

test('a workbook that counts from 1904 shows the same days', async () => {
  const parts = partsWith('<worksheet><sheetData><row r="1"><c r="A1" s="4"><v>42428</v></c></row></sheetData></worksheet>')
  const workbook = parts['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
  expect(await rowsOf(await packageOf({ ...parts, 'xl/workbook.xml': workbook }))).toEqual([[1, '2020-02-29']])
})

test.for([
  ['UTF-8', text('姓名,电话\r\n"李, ""强""","1\n2"\r\n')],
  ['UTF-8 with mark', text('\ufeff姓名,电话\n"李, ""强""","1\n2"')],
  ['UTF-16 as Excel’s Unicode text', text('\ufeff姓名\t电话\r\n"李, ""强"""\t"1\n2"\r\n', 'utf16le')],
  ['GB18030', Buffer.concat([Buffer.from('d0d5c3fb2cb5e7bbb00a22c0ee2c202222c7bf2222222c22310a32220d0a', 'hex')])],
] as const)('a text file in %s is read', async ([, source]) => {
  expect(await rowsOf(source)).toEqual([
    [1, '姓名', '电话'],
    [2, '李, "强"', '1\n2'],
  ])
})

test('digits that were protected from Excel in a text file come out bare', async () => {
  expect(await rowsOf(text('证件号,电话\n="320583",139\t\n="0,1",\n'))).toEqual([
    [1, '证件号', '电话'],
    [2, '320583', '139'],
    [3, '0,1'],
  ])
})

test('what cannot be read is refused with the kind of file it is', async () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  expect(await refusal(Buffer.alloc(0))).toBe('sheets.empty')
  expect(await refusal(Buffer.concat([ole, Buffer.alloc(512), text('Workbook', 'utf16le')]))).toBe('sheets.old')
  expect(await refusal(Buffer.concat([ole, Buffer.alloc(512), text('EncryptedPackage', 'utf16le')]))).toBe('sheets.encrypted')
  expect(await refusal(text('<html><table><tr><td>姓名</td></tr></table>'))).toBe('sheets.web')
  expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe('sheets.foreign')
  expect(await refusal(await packageOf({ 'word/document.xml': '<w/>' }))).toBe('sheets.foreign')
  expect(await refusal(await packageOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))).toBe('sheets.ods')
  expect(await refusal(await packageOf({ ...partsWith('<worksheet/>'), 'xl/workbook.bin': '' }))).toBe('sheets.binary')
})

test('a workbook cut short, bent in one byte, or missing its sheet is refused before its first row', async () => {
  const whole = Buffer.from(await drawn({ name: '表', rows: Array.from({ length: 500 }, (_, i) => [i, `第${i}行`, i * 7.3]) }))
  expect(await refusal(whole)).toBeNull()
  expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('sheets.corrupt')
  const bent = Buffer.from(whole)
  const sheet = bent.indexOf('xl/worksheets/sheet1.xml')
  bent[sheet + 400] = bent[sheet + 400]! ^ 0xff
  expect(await refusal(bent)).toBe('sheets.corrupt')
  const { 'xl/worksheets/sheet1.xml': _, ...without } = partsWith('')
  expect(await refusal(await packageOf(without))).toBe('sheets.corrupt')
})

test('a package that unpacks to more than it says, or than is allowed, is refused', async () => {
  const bomb = await packageOf(partsWith(`<worksheet><sheetData/>${' '.repeat(5_000_000)}</worksheet>`))
  expect(await refusal(bomb, { ...defaultLimits, unpackedBytes: 1_000_000 })).toBe('sheets.bomb')
  const lying = Buffer.from(bomb)
  const entry = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46
  lying.writeUInt32LE(1000, entry + 24)
  expect(await refusal(lying)).toBe('sheets.bomb')
  expect(deflateRawSync(Buffer.alloc(5_000_000, 32)).length).toBeLessThan(10_000)
})

test('too many rows, columns or one endless row are refused', async () => {
  const many = await drawn({ name: '表', rows: Array.from({ length: 50 }, (_, i) => [i, '甲']) })
  const rowsRefused = await openWorkbook(many, { ...defaultLimits, rows: 49 })
  await expect(Array.fromAsync(rowsRefused.sheets[0]!.rows())).rejects.toMatchObject({ refusal: { code: 'sheets.rows' } })
  const wide = await openWorkbook(
    await packageOf(partsWith('<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>')),
  )
  await expect(Array.fromAsync(wide.sheets[0]!.rows())).rejects.toMatchObject({ refusal: { code: 'sheets.cells' } })
  const endless = await openWorkbook(
    await packageOf(partsWith(`<worksheet><sheetData><row>${'<c><v>1</v></c>'.repeat(700_000)}`)),
  )
  await expect(Array.fromAsync(endless.sheets[0]!.rows())).rejects.toMatchObject({ refusal: { code: 'sheets.bomb' } })
})
