import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { addressOf, everyPage } from './routes.ts'

// Each page by itself, so that one fault does not hide the next.
test.describe.configure({ mode: 'parallel' })

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page) {
  const found = await new AxeBuilder({ page }).withTags(wcag).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
// A chart follows the width of its place a moment later.
const fits = (page: Page, width: string) => expect.poll(() => overflow(page), { message: width, timeout: 3000 }).toBe(0)

for (const address of everyPage()) {
  const { face, path, account } = address
  test(`${face} ${path} reads at every size: WCAG 2.2 AA, nothing beyond the edge`, async ({ as, page: stranger }) => {
    const page = account ? await as(account) : stranger
    const broken: string[] = []
    page.on('response', (response) => response.status() >= 500 && broken.push(response.url()))
    await page.goto(await addressOf(address, page), { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/没有这个页面|系统出错了|没有权限/)).toHaveCount(0)
    // At the width that people use it at.
    if (face === 'pocket') await page.setViewportSize({ width: 390, height: 844 })
    expect.soft(await violations(page), face === 'pocket' ? '390 wide' : '1440 wide').toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await fits(page, '390 wide')
    await page.setViewportSize({ width: 320, height: 700 })
    await page.evaluate(() => document.documentElement.toggleAttribute('data-large', true))
    await fits(page, '320 wide, 大字')
    expect(broken).toEqual([])
  })
}
