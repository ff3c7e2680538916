import type { Page } from '@playwright/test'
import { ask, expect, password, test } from './journey.ts'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Opens the phone's page and waits until it can do without the network. */
async function ready(page: Page, path = '/m/visits') {
  await page.goto(path)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await expect(page.getByRole('heading', { name: '联系点', exact: true })).toBeVisible()
}

type Row = { id: string; state: string; unionName: string; problems: number }
const visitsAt = async (page: Page, text: string) => (await ask<{ rows: Row[] }>(page, 'visits/list', { text, size: 50 })).rows

test('without a network, through a dead battery, a lost reply and a lapsed sign-in, a visit arrives once and whole @pocket', async ({
  as,
}) => {
  const page = await as('zhouming', '手机')
  const phone = page.context()
  await ready(page)
  const before = await visitsAt(page, '锦绣服饰')

  await phone.setOffline(true)
  await page.goto('/m/visits')
  await expect(page.getByText(/没有网络，看到的是/)).toBeVisible()
  const point = page.getByRole('region', { name: '联系点' }).locator('.duty').filter({ hasText: '锦绣服饰' })
  await point.getByRole('link', { name: '记走访' }).click()
  await page.getByLabel('地点').fill('二楼缝制车间')
  await page.getByLabel('看到听到的').pressSequentially('新来的十几个人还没有入会')
  const url = page.url()
  // The battery dies in the middle of a word: nothing is told to the page.
  await page.getByLabel('看到听到的').pressSequentially('，不知道找谁')
  await page.waitForTimeout(150)
  await page.close()

  const later = await phone.newPage()
  await later.goto(url)
  await expect(later.getByLabel('看到听到的')).toHaveValue('新来的十几个人还没有入会，不知道找谁')
  await expect(later.getByLabel('地点')).toHaveValue('二楼缝制车间')
  await later.getByRole('button', { name: '就是今天' }).click()
  await later.getByLabel('一线职工多一人').click()
  await later.getByRole('button', { name: /建会入会/ }).click()
  await later.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: dot })
  await expect(later.getByText('等有网就送').first()).toBeVisible()
  await later.getByRole('button', { name: '带回一个问题' }).click()
  await later.getByLabel('什么问题').fill('新工人没有入会')
  await later.getByLabel('哪些人提的').fill('新进的一线职工')
  await later.getByRole('button', { name: '记下这个问题' }).click()
  await expect(later.locator('.duty-title', { hasText: '新工人没有入会' })).toBeVisible()
  await later.getByRole('button', { name: '交走访记录' }).click()
  await later.getByRole('dialog').getByRole('button', { name: '交', exact: true }).click()
  await expect(later.getByText(/4 件存在手机里/)).toBeVisible()

  // Nothing readable lies on the phone's disk.
  expect(await later.evaluate(stored)).not.toContain('入会')

  // The sign-in has lapsed meanwhile; the first reply after it is lost on the way.
  await phone.clearCookies()
  await phone.setOffline(false)
  // With the network back the page may leave for the sign-in by itself in the same moment.
  await later.goto('/m/visits').catch(() => undefined)
  await later
    .getByLabel(/账号|手机号/)
    .first()
    .fill('zhouming')
  await later.getByLabel('密码').fill(password())
  let lost = 0
  await phone.route(
    '**/rpc/visits/save',
    async (route) => {
      lost += 1
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await later.getByRole('button', { name: '登录', exact: true }).click()
  await expect(later.getByRole('heading', { name: '联系点', exact: true })).toBeVisible()
  await expect(later.getByText(/件存在手机里/)).toBeVisible()
  await later.evaluate(() => dispatchEvent(new Event('online')))
  await expect(later.getByText(/件存在手机里/)).toHaveCount(0)
  expect(lost).toBe(1)
  const arrived = (await visitsAt(later, '锦绣服饰')).filter(({ id }) => !before.some((row) => row.id === id))
  expect(arrived).toMatchObject([{ state: 'submitted', problems: 1 }])
  await later.goto(url)
  await expect(later.getByRole('img', { name: '走访照片' })).toBeVisible()
  await later.close()
})

/** Everything that the page's databases hold, as text. */
async function stored() {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('gongqiao')
    request.onsuccess = () => resolve(request.result)
  })
  const all: string[] = []
  for (const name of database.objectStoreNames) {
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
    })
    for (const row of rows as { body?: { data?: ArrayBuffer } }[])
      all.push(JSON.stringify(row) + (row.body?.data ? new TextDecoder().decode(row.body.data) : ''))
  }
  database.close()
  return all.join('\n')
}

test('two devices fill one record: other fields come together, the same one stands side by side until chosen @pocket', async ({
  as,
}) => {
  const tablet = await as('zhouming')
  await ready(tablet)
  const point = tablet.getByRole('region', { name: '联系点' }).locator('.duty').filter({ hasText: '明辉电器' })
  await point.getByRole('link', { name: '记走访' }).click()
  await tablet.getByLabel('地点').fill('二号门')
  await tablet.getByRole('button', { name: '存下，有网就送' }).click()
  await expect(tablet.getByText('送到了')).toBeVisible()
  const path = new URL(tablet.url()).pathname
  const phone = await as('zhouming', '手机')
  await ready(phone)
  await phone.goto(path)
  await expect(phone.getByLabel('地点')).toHaveValue('二号门')
  await expect(phone.getByLabel('地点')).toBeEditable()
  await tablet.getByLabel('看到听到的').fill('食堂夜里没有热饭')
  await tablet.getByLabel('班组长、小组长多一人').click()
  await phone.context().setOffline(true)
  await phone.getByLabel('看到听到的').fill('夜班只有一台微波炉')
  await phone.getByLabel('地点').fill('职工食堂')
  await phone.getByRole('button', { name: '存下，有网就送' }).click()
  await expect(phone.getByText('存在手机里了，有网就送')).toBeVisible()
  await tablet.getByRole('button', { name: '存下，有网就送' }).click()
  await expect(tablet.getByText('存在手机里，')).toHaveCount(0)
  await expect(tablet.getByText(/写一个字存一个字/)).toBeVisible()
  await phone.context().setOffline(false)
  await phone.evaluate(() => dispatchEvent(new Event('online')))
  const conflict = phone.getByRole('group', { name: '看到听到的两边不一样' })
  await expect(conflict).toContainText('食堂夜里没有热饭')
  await expect(conflict).toContainText('夜班只有一台微波炉')
  await expect(phone.getByLabel('地点')).toHaveValue('职工食堂')
  await expect(phone.getByLabel('班组长、小组长人数')).toHaveValue('1')
  await conflict.getByRole('button', { name: '合成一段' }).click()
  await conflict.getByRole('button', { name: '用合成的' }).click()
  await expect(conflict).toHaveCount(0)
  await expect(phone.getByRole('textbox', { name: '看到听到的' })).toHaveValue('食堂夜里没有热饭；夜班只有一台微波炉')

  // A second tab only looks on until it takes its turn; leaving with something unsent is asked about.
  const second = await phone.context().newPage()
  await second.goto(path)
  await expect(second.getByText('这份记录正在另一个页面里填')).toBeVisible()
  await second.getByRole('button', { name: '在这里填' }).click()
  await expect(phone.getByText('这份记录正在另一个页面里填')).toBeVisible()
  await second.getByLabel('当场办了什么').fill('与行政说好加一台')
  await second.waitForTimeout(200)
  await second.goto('/m/mine')
  await second.getByRole('button', { name: '退出登录' }).click()
  await expect(second.getByRole('dialog', { name: '还有 1 件没有送出' })).toBeVisible()
  await second.getByRole('button', { name: '先不办' }).click()
  await second.close()
})
