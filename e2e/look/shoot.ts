import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'
import { executablePath, launchArgs } from '../browser.ts'
import { serveLook } from './serve.ts'

/** Takes pictures of the shared parts and of the shells at both sizes: `node e2e/look/shoot.ts [folder]`. */
const folder = process.argv[2] ?? 'test-results/look'
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
mkdirSync(folder, { recursive: true })

const parts = await serveLook(5630)
const faces = await createServer({ server: { port: 5631 }, logLevel: 'error' })
await faces.listen()
const browser = await chromium.launch({ executablePath: await executablePath(), args: launchArgs })

const post = { id: 'p1', title: '副主席', unionId: 'u1', unionName: '永丰镇总工会', until: '2027-06-30' }
const me = {
  account: { id: 'a1', name: 'zhouming' },
  person: { id: 'w1', name: '周明', unionId: 'u2', unionName: '恒达机械工会', groupName: '二车间', memberSince: '2014-05-01' },
  posts: [post, { ...post, id: 'p2', title: '经审委员', unionName: '永丰区总工会' }],
  post,
  permissions: ['unions.view', 'members.view'],
}

/** Answers calls as the server would, for shells that are looked at without one. */
async function answer(page: Page) {
  await page.route(/\/rpc\/|\/api\/auth\//, (route) => {
    const json = route.request().url().includes('/rpc/me/get') ? me : { rows: [], total: 0 }
    const devices = [
      {
        id: '1',
        token: 't',
        userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140',
        ipAddress: '10.0.3.7',
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    ]
    return route.fulfill({ json: route.request().url().includes('/auth/') ? devices : { json } })
  })
}

const shots: [name: string, url: string, fullPage?: boolean][] = [
  ['parts', 'http://localhost:5630/', true],
  ['squares', 'http://localhost:5630/?many', true],
  ['desk', 'http://localhost:5631/'],
  ['desk-account', 'http://localhost:5631/account'],
  ['desk-nowhere', 'http://localhost:5631/nowhere'],
  ['sign-in', 'http://localhost:5631/sign-in'],
  ['setup', 'http://localhost:5631/setup?token=x'],
  ['pocket', 'http://localhost:5631/m'],
  ['pocket-mine', 'http://localhost:5631/m/mine'],
  ['pocket-do', 'http://localhost:5631/m/do'],
  ['pocket-sign-in', 'http://localhost:5631/m/sign-in'],
  ['board', 'http://localhost:5631/board', true],
]
const only = process.argv[3]?.split(',')

for (const [device, viewport] of Object.entries(sizes)) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(device, error.message))
  page.on('console', (message) => message.type() === 'error' && console.error(device, message.text()))
  await answer(page)
  for (const [name, url, fullPage = false] of shots) {
    if (only && !only.includes(name)) continue
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `${folder}/${name}-${device}.png`, fullPage })
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    for (const { id, nodes } of violations)
      console.error(`${name} on ${device}: ${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) console.error(`${name} on ${device} is ${wide} px too wide`)
  }
  await context.close()
}
await browser.close()
await Promise.all([parts.close(), faces.close()])
