import { expect, test } from 'vitest'
import { idCheckCharacter } from '#kit/identifiers'
import { type CheckedRow, checkRows } from './check.ts'
import type { Values } from './fields.ts'
import { openWorkbook } from './read.ts'
import { type Recognition, recogniseWorkbook, withMapping } from './recognise.ts'
import { type Drawn, drawn, rosterFields } from './testing.ts'

const idOf = (first17: string) => first17 + idCheckCharacter(first17)
const [LI, WANG, ZHAO] = [idOf('32058319850505301'), idOf('32058319900101002'), idOf('32058319771230111')]

async function understood(...sheets: Drawn[]) {
  const workbook = await openWorkbook(await drawn(...sheets))
  const found = await recogniseWorkbook(workbook, rosterFields)
  return { workbook, found, rows: await Array.fromAsync(checkRows(workbook, found, rosterFields)) }
}
type Roster = CheckedRow<typeof rosterFields>
const good = (rows: Roster[]) =>
  rows.filter(({ skip, issues }) => skip === null && issues.length === 0).map(({ values }) => values)
const letters = ({ columns }: Recognition) =>
  Object.fromEntries(columns.flatMap(({ key, letter }) => (key ? [[key, letter]] : [])))

test('a roster under title rows, with merged two-line headers, is read and the home telephone is nobody’s own', async () => {
  const { found, rows } = await understood({
    name: '花名册',
    rows: [
      ['昆山市　某某机械有限公司工会会员花名册', null, null, null, null, null, null, null],
      ['填报单位：某某机械有限公司工会', null, null, null, '填报日期：2026年3月1日', null, null, null],
      ['序号', '姓　名', '性\n别', '身份证号码（18位）*', '家庭情况', null, '本人联系方式', '加入工会时间'],
      [null, null, null, null, '住址', '电话', '手机', null],
      [1, '李 强', '男', `${LI.slice(0, 6)} ${LI.slice(6, 14)} ${LI.slice(14)}`, '玉山镇', '051257000000', 13912345678, '2015.6'],
      [2, '王芳 ', '女性', `’${WANG}`, null, null, '１３９　１２３４　５６７９', 42005],
      [null, '合  计', '2 人', null, null, null, null, null],
      [3, null, null, null, null, null, null, null],
      ['填表人：张三', null, null, null, '审核人：李四', null, null, null],
    ],
    merges: [
      [0, 0, 0, 7],
      [1, 0, 1, 3],
      [1, 4, 1, 7],
      [2, 4, 2, 5],
      [2, 0, 3, 0],
      [2, 1, 3, 1],
      [2, 2, 3, 2],
      [2, 3, 3, 3],
      [2, 7, 3, 7],
    ],
  })
  expect(found[0]?.header).toEqual({ first: 3, last: 4 })
  expect(letters(found[0]!)).toEqual({ name: 'B', sex: 'C', idNumber: 'D', mobile: 'G', joinedOn: 'H' })
  expect(found[0]?.unknown.map(({ title }) => title)).toEqual(['家庭情况 / 住址', '家庭情况 / 电话'])
  expect(good(rows)).toEqual([
    { name: '李强', sex: 'male', idNumber: LI, mobile: '13912345678', employer: null, joinedOn: '2015-06-01' },
    { name: '王芳', sex: 'female', idNumber: WANG, mobile: '13912345679', employer: null, joinedOn: '2015-01-01' },
  ])
  expect(rows.filter(({ skip }) => skip).map(({ row, skip }) => [row, skip])).toEqual([
    [7, 'total'],
    [8, 'empty'],
    [9, 'footer'],
  ])
})

test('group titles over a one-line header keep the telephone of the family apart', async () => {
  const { found } = await understood({
    name: '表',
    rows: [
      ['基本情况', null, '家庭情况', null],
      ['姓名', '身份证号', '姓名', '电话'],
      ['李强', LI, '李四', '13912345678'],
    ],
    merges: [
      [0, 0, 0, 1],
      [0, 2, 0, 3],
    ],
  })
  expect(letters(found[0]!)).toEqual({ name: 'A', idNumber: 'B' })
})

test('columns in another order under other names, real dates, hidden rows and a unit merged down over its people', async () => {
  const { rows } = await understood({
    name: 'Sheet1',
    rows: [
      ['手机号码', '公民身份号码', '单位', '入会日期', '职工姓名'],
      ['+86 139-1234-5678', LI.toLowerCase(), '一车间', new Date(Date.UTC(2020, 1, 29)), '李强'],
      [null, WANG, null, '二〇二〇年三月五日', '买买提•艾力'],
      ['—', ZHAO, '二车间', null, '赵敏'],
    ],
    merges: [[1, 2, 2, 2]],
    hiddenRows: [2],
  })
  expect(good(rows).map((v: Values<typeof rosterFields>) => [v.name, v.employer, v.joinedOn, v.mobile])).toEqual([
    ['李强', '一车间', '2020-02-29', '13912345678'],
    ['买买提·艾力', '一车间', '2020-03-05', null],
    ['赵敏', '二车间', null, null],
  ])
  expect(rows.map(({ hidden }) => hidden)).toEqual([false, true, false])
})

test('each bad cell is named with its place, what stood there and why', async () => {
  const { rows } = await understood({
    name: '表',
    rows: [
      ['姓名', '性别', '身份证号', '手机号', '入会日期'],
      ['李强', '男士', `${LI.slice(0, 17)}${LI.endsWith('1') ? '2' : '1'}`, '1391234567', '2020-02-30'],
      ['王芳', 'F', '320583850505301', 13912345678, '长期'],
      [null, '女', 320583199001010000, null, '#REF!'],
    ],
  })
  expect(rows.flatMap(({ issues }) => issues.map((i) => [`${i.letter}${i.row}`, i.reason.slice(0, 12), i.suggestion]))).toEqual([
    ['B2', '“男士”不在可填的内容里', '男'],
    ['C2', '校验位不符，说明有一位或', undefined],
    ['D2', '共 10 位，手机号应为', undefined],
    ['E2', '2020-02-30 这', undefined],
    ['C3', '这是 15 位旧身份证号', idOf('32058319850505301')],
    ['E3', '“长期”不是日期，请写成', undefined],
    ['A4', '没有填写姓名', undefined],
    ['C4', '身份证号被 Excel ', undefined],
    ['E4', '这一格的公式出错了，请改', undefined],
  ])
})

test('the same person twice, in one sheet and in another, is found and the first row named', async () => {
  const header = ['姓名', '身份证号']
  const { found, rows } = await understood(
    { name: '说明', rows: [['填写说明'], ['请按要求填写，不要改动表头。']] },
    { name: '一车间', rows: [header, ['李强', LI], ['李 强', ` ${LI.toLowerCase()}`]] },
    { name: '下拉', hidden: true, rows: [header, ['隐藏', ZHAO]] },
    { name: '二车间', rows: [['二车间名单', null], header, ['王芳', WANG], header, ['李强', LI]] },
  )
  expect(found.map(({ sheet }) => sheet)).toEqual(['一车间', '二车间'])
  expect(rows.flatMap(({ issues }) => issues.map(({ row, reason }) => `${row} ${reason}`))).toEqual([
    '3 身份证号与第 2 行相同，同一个人或单位请只留一行',
    '5 身份证号与工作表“一车间”第 2 行相同，同一个人或单位请只留一行',
  ])
  expect(rows.find(({ skip }) => skip === 'header')?.row).toBe(4)
})

test('a missing required column is said in words, and the user’s choice of column mends it', async () => {
  const { workbook, found } = await understood({
    name: '表',
    rows: [
      ['姓名', '手机号', '号码'],
      ['李强', '13912345678', LI],
    ],
  })
  expect(found[0]?.missing).toMatchObject([{ key: 'idNumber', reason: expect.stringContaining('没有找到“身份证号”这一列') }])
  const chosen = withMapping(found[0]!, { idNumber: 2, mobile: null }, rosterFields)
  expect(chosen.missing).toEqual([])
  expect(await Array.fromAsync(checkRows(workbook, [chosen], rosterFields))).toMatchObject([
    { values: { idNumber: LI, mobile: null } },
  ])
})

test('a workbook without any header is told apart from one with a header and nobody in it', async () => {
  const none = await understood({ name: '表', rows: [['今天天气很好'], ['李强', LI]] })
  expect(none.found[0]?.header).toBeNull()
  const empty = await understood({ name: '表', rows: [['姓名', '身份证号']] })
  expect(empty.found[0]?.header).toEqual({ first: 1, last: 1 })
  expect(empty.rows).toEqual([])
})

test('what the user mended stands instead of the cell', async () => {
  const { workbook, found } = await understood({
    name: '表',
    rows: [
      ['姓名', '身份证号'],
      ['李强', '1'],
    ],
  })
  const rows = await Array.fromAsync(
    checkRows(workbook, found, rosterFields, (_, row) => (row === 2 ? { idNumber: LI } : undefined)),
  )
  expect(rows).toMatchObject([{ issues: [], values: { idNumber: LI } }])
})
