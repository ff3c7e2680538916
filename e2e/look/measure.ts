import { chromium } from 'playwright-core'
import { executablePath, launchArgs } from '../browser.ts'
import { serveLook } from './serve.ts'

/** How long 3,300 union squares take to appear and to answer an arrow key, in the browser of this machine. */
const parts = await serveLook(5630)
const browser = await chromium.launch({ executablePath: await executablePath(), args: launchArgs })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
for (const which of ['', '?many']) {
  await page.goto(`http://localhost:5630/${which}`, { waitUntil: 'networkidle' })
  const squares = page.locator('.squares-body')
  const cells = await squares.locator('[data-id]').count()
  await squares.focus()
  const keys = await page.evaluate(async () => {
    const body = document.querySelector('.squares-body')!
    const times: number[] = []
    for (let press = 0; press < 30; press++) {
      const start = performance.now()
      body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[15]
  })
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  console.log({ cells, arrowKeyMs: Math.round(keys ?? 0), firstPaintMs: Math.round(paint ?? 0) })
}
await browser.close()
await parts.close()
