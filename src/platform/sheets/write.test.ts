import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { openWorkbook } from './read.ts'
import { type SheetSpec, sheetBytes } from './write.ts'

const written = async (spec: SheetSpec, rowsPerSheet?: number) =>
  Buffer.concat(await Array.fromAsync(sheetBytes(spec, rowsPerSheet)))
const columns = [
  { title: '姓名' },
  { title: '身份证号', width: 22 },
  { title: '入会日期', kind: 'day' },
  { title: '次数', kind: 'number' },
  { title: '会费', kind: 'money' },
] as const

test('another library reads what was written: text, real days, numbers, yuan', async () => {
  const file = await written({
    title: '会员/名册',
    columns,
    rows: [
      ['李强', '320583198505053017', '2020-02-29', 3, 7],
      ['王 <芳> & "赵"', '000123', null, -1.5, -123456789012n],
    ],
  })
  const { sheets } = await readXlsx(file, { readStyles: true })
  expect(sheets[0]?.name).toBe('会员 名册')
  expect(sheets[0]?.rows).toEqual([
    ['姓名', '身份证号', '入会日期', '次数', '会费'],
    ['李强', '320583198505053017', new Date(Date.UTC(2020, 1, 29)), 3, 0.07],
    ['王 <芳> & "赵"', '000123', null, -1.5, -1234567890.12],
  ])
  expect(sheets[0]?.freezePane).toMatchObject({ rows: 1 })
  expect(sheets[0]?.autoFilter).toMatchObject({ range: 'A1:E3' })
})

test.for(['=HYPERLINK("http://evil","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1+1'])('%s stays text', async (evil) => {
  const file = await written({ title: '表', columns: [{ title: '备注' }, { title: '数', kind: 'number' }], rows: [[evil, evil]] })
  const { sheets } = await readXlsx(file, { readStyles: true })
  const [text, number] = ['1,0', '1,1'].map((place) => sheets[0]?.cells?.get(place))
  expect([text?.formula, number?.formula]).toEqual([undefined, undefined])
  expect(sheets[0]?.rows[1]).toEqual([evil, evil])
})

test('characters that would break the file are dropped, and texts longer than Excel holds are cut', async () => {
  const file = await written({
    title: '表',
    columns: [{ title: '备注' }],
    rows: [['甲\u0000\u000b乙\ud800丙_x000A_'], ['字'.repeat(40_000)]],
  })
  const rows = await Array.fromAsync((await openWorkbook(file)).sheets[0]!.rows())
  expect(rows.map(({ cells }) => String(cells[0]).length)).toEqual([2, 11, 32_767])
  expect(rows[1]?.cells[0]).toBe('甲乙\ufffd丙_x000A_')
})

test('rows beyond one sheet go on in the next, each under the header', async () => {
  const file = await written({ title: '名册', columns: [{ title: '号', kind: 'number' }], rows: [[1], [2], [3], [4]] }, 3)
  const { sheets } = await readXlsx(file)
  expect(sheets.map(({ name, rows }) => [name, rows.flat()])).toEqual([
    ['名册', ['号', 1, 2]],
    ['名册 (2)', ['号', 3, 4]],
  ])
})

test('a source that fails stops the writing, and one that is not read to its end is closed', async () => {
  const failing = async function* () {
    yield ['1']
    throw new Error('lost')
  }
  await expect(written({ title: '表', columns: [{ title: '号' }], rows: failing() })).rejects.toThrow('lost')
  let closed = false
  const endless = async function* () {
    try {
      for (;;) yield ['x'.repeat(1000)]
    } finally {
      closed = true
    }
  }
  let bytes = 0
  for await (const piece of sheetBytes({ title: '表', columns: [{ title: '号' }], rows: endless() })) {
    bytes += piece.length
    if (bytes > 5000) break
  }
  expect(closed).toBe(true)
})
