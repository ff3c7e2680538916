import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

test('the first key on a page skips to what it says; the menu and the post are reached and left by keys', async ({ as }) => {
  const page = await as('wangjianguo')
  await page.goto('/members')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '直接看内容' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /找会员、工会/ })).toBeFocused()
  await page.keyboard.type('gonghuiwangluo')
  await expect(page.getByRole('option', { name: /工会网络/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/unions$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  const post = page.getByRole('button', { name: /换任职、账号、退出/ })
  await post.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: '账号与登录设备' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: '账号与登录设备' })).toBeHidden()
  await expect(post).toBeFocused()
})

test('a list is opened by the link in its first column; a question keeps the focus and gives it back', async ({ as }) => {
  const page = await as('wangjianguo')
  await page.goto('/members?find=czq')
  const link = page.getByRole('link', { name: '陈志强', exact: true })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/members\/[0-9a-f-]{36}/)
  const opener = page.getByRole('button', { name: '查看手机号' })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate(
      () => !!document.activeElement?.closest('dialog') || document.activeElement === document.body,
    )
    expect(isInside, await focused(page)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

for (const [what, find] of [
  ['the tree', '/unions?view=paper'],
  ['a member’s record', '/members?find=czq'],
] as const)
  test(`${what} on paper has no navigation and no buttons`, async ({ as }) => {
    const page = await as('wangjianguo')
    await page.goto(find)
    if (find.startsWith('/members')) await page.getByRole('link', { name: '陈志强', exact: true }).click()
    await expect(page.getByRole('heading', { level: 2 }).filter({ visible: true }).nth(1)).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden()
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').locator('button:not([aria-pressed="true"])').filter({ visible: true })).toHaveCount(0)
    await page.screenshot({ path: test.info().outputPath('paper.png'), fullPage: true })
  })
