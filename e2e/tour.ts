import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { executablePath, launchArgs } from './browser.ts'

/**
 * Pictures of a running demonstration: `node e2e/tour.ts DATA_FOLDER BASE_URL OUT ACCOUNT PATH…`
 * signs in and saves each path at 1440×900, or at 390×844 when it begins with /m or is prefixed by `phone:`.
 */
const [data, base, out, account, ...paths] = process.argv.slice(2) as [string, string, string, string, ...string[]]
const { password } = JSON.parse(readFileSync(join(data, 'sign-in.json'), 'utf8')) as { password: string }
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({ executablePath: await executablePath(), args: launchArgs })
const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
if (account !== '-') {
  const response = await context.request.post(`${base}/api/auth/sign-in/username`, {
    data: { username: account, password },
    headers: { origin: base },
  })
  if (!response.ok()) throw new Error(await response.text())
}
for (const path of paths) {
  const isPhone = /^(phone:|\/m(\/|$))/.test(path)
  const page = await context.newPage()
  await page.setViewportSize(isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`))
  await page
    .goto(base + path.replace('phone:', ''), { waitUntil: 'networkidle' })
    .catch((error: Error) => faults.push(error.message))
  await page.waitForTimeout(500)
  const file = join(out, `${account}${path.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`)
  await page.screenshot({ path: file, fullPage: paths.length < 3 })
  console.log(file, faults.slice(0, 4))
  await page.close()
}
await browser.close()
