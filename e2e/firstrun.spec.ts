import { codeNow, expect, test } from './journey.ts'

test('an empty house is founded by its one-time link, and its post is usable once the second factor is set', async ({
  page,
  browser,
}) => {
  const link = process.env.SETUP_LINK!
  const password = '榕树下的第一位管理员'
  await page.goto(link)
  await page.getByLabel('总工会（或工会）全称').fill('永安区总工会')
  await page.getByLabel('您的姓名').fill('沈立群')
  await page.getByLabel('登录账号').fill('shenliqun')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一遍密码').fill('另一个密码另一个密码')
  await page.getByRole('button', { name: '建立' }).click()
  await expect(page.getByRole('alert')).toHaveText('两遍密码不一样')
  await page.getByLabel('再输一遍密码').fill(password)
  await page.getByRole('button', { name: '建立' }).click()
  await expect(page.getByRole('heading', { name: '登录工桥' })).toBeVisible()

  const other = await browser.newPage()
  await other.goto(link)
  await other.getByLabel('总工会（或工会）全称').fill('另一个总工会')
  await other.getByLabel('您的姓名').fill('过路人')
  await other.getByLabel('登录账号').fill('guolu')
  await other.getByLabel('密码', { exact: true }).fill(password)
  await other.getByLabel('再输一遍密码').fill(password)
  await other.getByRole('button', { name: '建立' }).click()
  await expect(other.getByRole('alert')).toContainText('链接')
  await other.close()

  const signIn = async () => {
    await page.getByLabel('账号或手机号码').fill('shenliqun')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
  }
  await signIn()
  await expect(page.getByRole('button', { name: /永安区总工会.*换任职、账号、退出/ })).toBeVisible()
  await page.getByRole('link', { name: '现在设' }).click()
  await page.getByLabel('您的密码').fill(password)
  await page.getByRole('button', { name: '下一步' }).click()
  const secret = (await page.getByText('扫不了？手动输入：').innerText()).split('：')[1]!
  await page.getByLabel('动态码', { exact: true }).fill(codeNow(secret))
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('heading', { name: '动态码设好了，下次登录会问您。' })).toBeVisible()
  await expect(page.getByText('要先设动态码')).toBeHidden()

  await page.getByRole('link', { name: '会员', exact: true }).click()
  await expect(page.getByRole('link', { name: '登记职工' })).toBeVisible()
  const posts = page.getByRole('button', { name: /换任职、账号、退出/ })
  await posts.click()
  await page.getByRole('button', { name: '永安区总工会 · 系统管理员' }).click()
  await page.getByRole('link', { name: '账号', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('账号')
  await expect(page.getByRole('cell', { name: /沈立群/ })).toBeVisible()

  await posts.click()
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await signIn()
  await expect(page.getByRole('heading', { name: '再确认一次是您本人' })).toBeVisible()
  await page.getByLabel('动态码').fill(codeNow(secret, 1))
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
})
