import { ask, expect, test, unionNamed } from './journey.ts'

type Candidate = { id: string; name: string; unionName: string }

test('who is given a post sets his own password, acts under it, and loses the power when it ends', async ({ as, browser }) => {
  // Three people and four sign-ins.
  test.slow()
  const chair = await as('wangjianguo')
  const hengda = await unionNamed(chair, '恒达机械有限公司工会委员会')
  const people = await ask<{ rows: Candidate[] }>(chair, 'members/list', {
    status: ['member'],
    size: 5,
    page: 30 + test.info().retry,
  })
  const { name } = people.rows[0]!
  await chair.goto(`/posts/${hengda}`)
  await chair.getByRole('link', { name: '登记任职' }).click()
  await chair.getByLabel('人选（本工会及下级登记的职工）').fill(name)
  await chair
    .getByTitle(new RegExp(`^${name} · `))
    .first()
    .click()
  const kind = chair.locator('.ant-select-item-option:is([title="组织委员"], [title="组织干事"])').first()
  // While its list unfolds, a click can land beside the choice: choose until the list is gone.
  await expect(async () => {
    await chair.getByLabel('职务').click()
    await kind.click({ timeout: 2000 })
    await expect(kind).toBeHidden({ timeout: 2000 })
  }).toPass()
  await chair
    .getByText('聘任', { exact: true })
    .or(chair.getByText('任命', { exact: true }))
    .first()
    .click()
  await chair.getByRole('button', { name: '一届三年' }).click()
  await chair.getByRole('button', { name: '登记任职' }).click()
  await expect(chair.getByText(/已登记/).first()).toBeVisible()
  const row = chair
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: chair.getByRole('button', { name: '卸任' }) })
  await expect(row).toBeVisible()

  const administrator = await as('xitong')
  await administrator.goto('/accounts')
  const more = administrator.getByRole('button', { name: /再看 20 位/ })
  await expect(more).toBeVisible()
  const waiting = administrator.getByRole('listitem').filter({ hasText: name })
  for (let times = 0; times < 12 && !(await waiting.first().isVisible()) && (await more.isVisible()); times++) {
    await more.click()
    await administrator.waitForTimeout(300)
  }
  await waiting.first().getByRole('button', { name: '邀请' }).click()
  const link = await administrator.getByText(/^http:\/\/.*\/activate/).innerText()
  const account = /登录账号 (\S+?)，/.exec(
    await administrator
      .getByText(/登录账号/)
      .first()
      .innerText(),
  )![1]!

  const context = await browser.newContext({ locale: 'zh-CN', baseURL: new URL(chair.url()).origin })
  const own = await context.newPage()
  await own.goto(link)
  await own.getByLabel('新密码').fill('夜班的灯照着三号车床')
  await own.getByLabel('再输一遍').fill('夜班的灯照着三号车床')
  await own.getByRole('button', { name: '设好' }).click()
  await own.getByRole('link', { name: '登录工作台（电脑）' }).click()
  await own.getByLabel('账号或手机号码').fill(account)
  await own.getByLabel('密码').fill('夜班的灯照着三号车床')
  await own.getByRole('button', { name: '登录', exact: true }).click()
  await expect(own.getByRole('button', { name: /恒达机械有限公司工会委员会.*换任职/ })).toBeVisible()
  await own.getByRole('link', { name: '会员', exact: true }).click()
  await expect(own.getByRole('heading', { level: 1 })).toHaveText(/名职工和会员在册/)

  await row.getByRole('button', { name: '卸任' }).click()
  const question = chair.getByRole('dialog')
  await question.getByRole('button', { name: '岗位变动' }).click()
  await question.getByRole('button', { name: '办理卸任' }).click()
  await expect(chair.getByText(`${name}已卸任`)).toBeVisible()
  await own.goto('/members')
  await expect(own.getByText(/名职工和会员在册/)).toHaveCount(0)
  await expect(own.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '会员', exact: true })).toHaveCount(0)
  await context.close()
})
