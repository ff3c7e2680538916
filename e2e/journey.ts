import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { houses, runFolder } from './houses.ts'

export { expect } from '@playwright/test'

type Device = '电脑' | '手机'
type People = {
  /** Opens a page as one of the demonstration's people, on the desk or (`'手机'`) on a phone. */
  as: (account: string, device?: Device) => Promise<Page>
}
type Screens = { screenOf: (account: string, device: Device) => Promise<BrowserContext> }

/** A journey: people at their own screens, side by side. What a page throws fails it. */
export const test = base.extend<People, Screens>({
  // Kept for all journeys of a worker, as a person keeps his browser: pages come from its cache.
  screenOf: [
    async ({ browser }, use) => {
      const screens = new Map<string, Promise<BrowserContext>>()
      await use((account, device) => {
        const key = `${account} ${device}`
        if (!screens.has(key)) screens.set(key, screenOf(browser, account, device))
        return screens.get(key)!
      })
      for (const screen of screens.values()) await (await screen).close()
    },
    { scope: 'worker' },
  ],
  as: async ({ screenOf }, use) => {
    const open: Page[] = []
    const faults: string[] = []
    await use(async (account, device = '电脑') => {
      const page = await (await screenOf(account, device)).newPage()
      page.on('pageerror', ({ message }) => faults.push(`${page.url()}: ${message}`))
      open.push(page)
      return page
    })
    for (const page of open) await page.close()
    expect(faults).toEqual([])
  },
})

const devices = {
  电脑: { viewport: { width: 1440, height: 900 } },
  手机: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const

const screenOf = async (browser: Browser, account: string, device: Device) =>
  browser.newContext({
    ...devices[device],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: houses.demo.url,
    storageState: await signedIn(browser, account),
  })

export const password = () => process.env.DEMO_PASSWORD ?? ''

/** Signs in once in a run: whoever tries the door all day is shut out. */
async function signedIn(browser: Browser, account: string) {
  const file = join(runFolder, `${account}.json`)
  if (existsSync(file)) return file
  const context = await browser.newContext({ baseURL: houses.demo.url })
  const answer = await context.request.post('/api/auth/sign-in/username', {
    data: { username: account, password: password() },
    headers: { origin: houses.demo.url },
  })
  if (!answer.ok()) throw new Error(`${account}: ${await answer.text()}`)
  await context.storageState({ path: file })
  await context.close()
  return file
}

/** Asks the server as the page's person would: for the ids that addresses are made of. */
export async function ask<Answer>(page: Page, path: string, input?: object): Promise<Answer> {
  const answer = await page.context().request.post(`${houses.demo.url}/rpc/${path}`, { data: { json: input } })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { json: Answer }).json
}

/** The union of a name. */
export async function unionNamed(page: Page, name: string): Promise<string> {
  const found = await ask<{ id: string; name: string }[]>(page, 'unions/search', { text: name })
  const union = found.find((each) => each.name === name)
  if (!union) throw new Error(`no union ${name}`)
  return union.id
}

/** The 6 digits an authenticator shows (RFC 6238) for a secret in Base32, `later` steps of 30 seconds ahead. */
export function codeNow(secret: string, later = 0): string {
  const bits = [...secret.replace(/\s|=/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = createHmac('sha1', key).update(step).digest()
  const at = hash.at(-1)! & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
