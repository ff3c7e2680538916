import { expect, type Page, type Route, test } from '@playwright/test'
import { serveLook } from './look/serve.ts'

const port = 5633
const me = {
  account: { id: '00000000-0000-4000-8000-000000000001', name: '周明' },
  person: null,
  posts: [],
  post: null,
  permissions: [],
  needsSecondFactor: false,
}
const refusal = { code: 'me.notHeld', reason: '您没有这个任职' }
const answers = {
  done: (route: Route) => route.fulfill({ json: { json: { id: null } } }),
  refused: (route: Route) => fail(route, 422, 'UNPROCESSABLE_CONTENT', refusal),
  signedOut: (route: Route) => fail(route, 401, 'UNAUTHORIZED'),
  broken: (route: Route) => fail(route, 500, 'INTERNAL_SERVER_ERROR', { fault: '7f3a' }),
  offline: (route: Route) => route.abort(),
}
const fail = (route: Route, status: number, code: string, data?: object) =>
  route.fulfill({ status, json: { json: { defined: false, code, status, message: code, data } } })

/** The network between the phone and the house: what it does next, and the keys of the acts it was asked to carry. */
async function networkOf(page: Page) {
  const network = { next: 'done' as keyof typeof answers, keys: [] as (string | undefined)[] }
  await page.route(/\/rpc\//, (route) => {
    const isWho = route.request().url().endsWith('/me/get')
    if (isWho && network.next !== 'offline') return route.fulfill({ json: { json: me } })
    if (!isWho) network.keys.push(route.request().headers()['idempotency-key'])
    return answers[network.next](route)
  })
  return network
}

let server: Awaited<ReturnType<typeof serveLook>>
test.beforeAll(async () => {
  server = await serveLook(port)
})
test.afterAll(() => server.close())

test.beforeEach(async ({ page }) => {
  await page.route(/\/m\/sign-in/, (route) => route.fulfill({ body: '' }))
})

const open = async (page: Page) => {
  await page.goto(`http://localhost:${port}/queue.html`)
  // Who is signed in is known before the network goes.
  await expect(page.getByRole('button', { name: '送出' })).toBeVisible()
}
const press = (page: Page) => page.getByRole('button', { name: '送出' }).click()
const back = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')))

test('an act made without a network survives a closed page and is sent under its first key', async ({ page }) => {
  const network = await networkOf(page)
  await open(page)
  network.next = 'offline'
  await press(page)
  await expect(page.locator('output')).toHaveText('kept')
  await page.reload()
  await expect(page.getByText('1 件存在手机里')).toBeVisible()
  network.next = 'done'
  await back(page)
  await expect(page.getByText('刚才的 1 件已经送到')).toBeVisible()
  await expect(page.locator('#waiting')).toHaveText('0')
  expect(network.keys.length).toBeGreaterThanOrEqual(2)
  expect(new Set(network.keys).size).toBe(1)
})

test('a refusal ends the waiting and says why', async ({ page }) => {
  const network = await networkOf(page)
  await open(page)
  network.next = 'refused'
  await press(page)
  await expect(page.locator('output')).toHaveText(refusal.reason)
  await expect(page.locator('#waiting')).toHaveText('0')
})

test('a broken server does not lose what was said', async ({ page }) => {
  const network = await networkOf(page)
  await open(page)
  network.next = 'broken'
  await press(page)
  await expect(page.locator('output')).toHaveText('kept')
  await expect(page.locator('#waiting')).toHaveText('1')
})

test('nor does a lapsed sign-in', async ({ page }) => {
  const network = await networkOf(page)
  await open(page)
  network.next = 'signedOut'
  await press(page)
  await expect(page.locator('#waiting')).toHaveText('1')
})

test('what another person left on a shared phone is not sent in this one’s name', async ({ page }) => {
  const network = await networkOf(page)
  await open(page)
  network.next = 'offline'
  await press(page)
  await expect(page.locator('output')).toHaveText('kept')
  const before = network.keys.length
  me.account.id = '00000000-0000-4000-8000-000000000009'
  network.next = 'done'
  await page.reload()
  await expect(page.locator('#waiting')).toHaveText('0')
  expect(network.keys).toHaveLength(before)
})
