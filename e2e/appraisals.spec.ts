import { ask, expect, test } from './journey.ts'

test('an appraisal is opened, a worker marks it on the phone in secret; the published one is read by everybody', async ({
  as,
}) => {
  const chair = await as('wangjianguo')
  const title = `年中评议 ${Date.now().toString().slice(-5)}`
  await chair.goto('/appraisals/new')
  await chair.getByLabel('名称', { exact: true }).fill(title)
  await chair.getByLabel('评议什么').selectOption('unionWork')
  await chair.getByLabel('谁来评').selectOption('workers')
  await chair.getByRole('button', { name: '建立评议' }).click()
  await expect(chair.getByRole('heading', { level: 1 })).toHaveText(title)
  const id = new URL(chair.url()).pathname.split('/').at(-1)!
  await ask(chair, 'appraisals/open', { id, closesOn: '2099-12-31' })

  const phone = await as('chenzhiqiang', '手机')
  await phone.goto('/m/appraisals')
  await phone.getByRole('link', { name: title }).click()
  await expect(phone.getByText(/无记名投票/)).toBeVisible()
  await phone.goto('/m/appraisals')
  await phone.getByRole('link', { name: '工会工作民主评议' }).click()
  await expect(phone.getByText(/交回 80 份/)).toBeVisible()
  await expect(phone.getByText('每季度公布工会经费使用')).toBeVisible()
})
