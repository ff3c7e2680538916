import { expect, test, unionNamed } from './journey.ts'

test('a basic union finds a branch in its tree, renames it, and the day before still shows the old name', async ({ as }) => {
  const page = await as('wangjianguo')
  await page.goto('/unions')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/4 个直属下级，\d+ 名会员。/)
  await page.getByText('恒达机械装配车间分会').click()
  const card = page.getByRole('region', { name: '恒达机械装配车间分会' })
  await card.getByRole('button', { name: '改名' }).click()
  await card.getByLabel('新名称').fill('恒达机械总装车间分会')
  await card.getByRole('button', { name: '改名' }).click()
  await page.getByRole('region', { name: '恒达机械总装车间分会' }).getByRole('link', { name: '打开', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '恒达机械总装车间分会' })).toBeVisible()
  const history = page.getByRole('region', { name: '历史' })
  await expect(history.getByText('恒达机械装配车间分会')).toBeVisible()
  await expect(history.getByRole('listitem')).toHaveCount(2)
  await page.goto('/unions?day=2026-06-01')
  await expect(page.getByRole('heading', { level: 1, name: '2026-06-01 的组织。' })).toBeVisible()
  await expect(page.getByText('恒达机械装配车间分会')).toBeVisible()
  await expect(page.getByText('恒达机械总装车间分会')).toHaveCount(0)
})

test('a town’s cadre who opens another town’s union or member by its address is told nothing', async ({ as }) => {
  const district = await as('zuzhi')
  const elsewhere = await unionNamed(district, '远航物流有限公司工会委员会')
  await district.goto(`/members?union=${await unionNamed(district, '临江街道总工会')}`)
  await district
    .getByRole('link')
    .filter({ hasText: /^\p{Script=Han}{2,4}$/u })
    .and(district.locator('td a'))
    .first()
    .click()
  await expect(district).toHaveURL(/\/members\/[0-9a-f-]{36}/)
  const name = (await district.getByRole('heading', { level: 1 }).innerText()).split(' ')[0]!
  const page = await as('zhouming')
  for (const address of [
    `/unions/${elsewhere}`,
    new URL(district.url()).pathname,
    `/posts/${elsewhere}`,
    `/charters/${elsewhere}`,
  ]) {
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page.getByText(/没有找到|没有这条记录|不在您的范围|不能办这件事/).first()).toBeVisible()
    const all = await page.locator('body').innerText()
    expect(all).not.toContain('远航物流')
    expect(all).not.toContain(name)
  }
})
