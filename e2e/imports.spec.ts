import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { idCheckCharacter } from '#kit/idnumber'
import { expect, test } from './journey.ts'

const numbered = (first17: string) => first17 + idCheckCharacter(first17)
const fullWidth = (text: string) => text.replace(/[\dX]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const heading = ['序号', '姓 名', '公民身份号码', '联系电话', '分会', '文化程度', '加入工会时间']

/** A roster as it comes from a workshop: a merged title, full-width digits, an old number, a branch that nobody has. */
const roster = async () =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '花名册',
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }],
          rows: [
            ['恒达机械职工花名册（2026年11月）'],
            ['填表人：李师傅'],
            heading,
            ['1', '温如玉', fullWidth(numbered('33010319910402002')), '１３７００００８８０１', '二车间', '大专', '2020.1.5'],
            ['2', '尚志远', '330103700101123', '13700008802', '一车间', '初中', '2015年3月'],
            ['3', '燕归来', numbered('33010319880909101'), '13700008803', '九车间', '初中', '2019/3/1'],
            ['合计', '3人'],
          ],
        },
      ],
    }),
  )

const downloaded = async (page: Page, press: () => Promise<void>) => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return {
    name: file.suggestedFilename(),
    text: JSON.stringify((await readXlsx(readFileSync(await file.path()))).sheets.map(({ rows }) => rows)),
  }
}

test('a messy roster is checked, mended where it stands, taken in, found in the list, and taken back whole', async ({ as }) => {
  const page = await as('wangjianguo')
  await page.goto('/imports')
  await page.getByLabel(/选择 Excel 文件/).setInputFiles({
    name: '二车间花名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await roster(),
  })
  await expect(page.getByRole('heading', { level: 1, name: '先看各列认得对不对，再核对。' })).toBeVisible()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 行可以导入，2 行要先改。')

  const marked = await downloaded(page, () => page.getByRole('button', { name: '下载标出问题的 Excel' }).click())
  expect(marked.name).toMatch(/\.xlsx$/)
  expect(marked.text).toContain('九车间')
  expect(marked.text).toMatch(/15 位旧身份证号/)

  const old = page.getByRole('row').filter({ hasText: '330103700101123' })
  await expect(old.getByText('这是 15 位旧身份证号')).toBeVisible()
  await old.getByRole('button', { name: '采用' }).click()
  await expect(old).toHaveCount(0)
  const astray = page.getByRole('row').filter({ hasText: '九车间' })
  await astray.getByRole('textbox').fill('装配车间')
  await astray.getByRole('button', { name: '改', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('改的都记下了，请再核对一遍。')
  await page.getByRole('button', { name: '再核对一遍' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 行都可以导入。')
  await page.getByRole('button', { name: '导入 3 行' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 行都已导入。')
  const address = page.url()

  await page.goto('/members?find=wry')
  await expect(page.getByRole('link', { name: '温如玉' })).toBeVisible()
  await page.goto(address)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已撤销，和导入前一样。')
  await page.goto('/members?find=wry')
  await expect(page.getByText('没有符合的人')).toBeVisible()
})

test('the list of members leaves as a workbook that Excel reads, numbers masked', async ({ as }) => {
  const page = await as('wangjianguo')
  await page.goto('/members?find=czq')
  await expect(page.getByRole('link', { name: '陈志强' })).toBeVisible()
  const { name, text } = await downloaded(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
  expect(name).toMatch(/会员.*\.xlsx$/)
  expect(text).toContain('陈志强')
  expect(text).not.toMatch(/\d{17}[\dX]/)
})
