import { expect, test } from './journey.ts'

test('the employer registers a matter, the union files its position, and a stage passed over has to be explained', async ({
  as,
}) => {
  const title = `食堂刷卡改造 ${Date.now().toString().slice(-5)}`
  const clerk = await as('hengdaxingzheng')
  await clerk.goto('/decisions/new')
  await clerk.getByLabel('种类').selectOption('operations')
  await clerk.getByLabel('事项名称').fill(title)
  await clerk.getByLabel('草案内容').fill('食堂取消饭票，改为刷工卡记账，每月随工资结算。')
  await clerk.getByRole('button', { name: '登记', exact: true }).click()
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText(title)
  const matter = new URL(clerk.url()).pathname

  const chair = await as('wangjianguo')
  await chair.goto(matter)
  await chair.getByLabel('工会书面意见').fill('同意改造，没有工卡的派遣职工也要能用餐。')
  await chair.getByRole('button', { name: '提出书面意见' }).click()
  await expect(chair.getByRole('button', { name: '提出书面意见' })).toBeHidden()

  await clerk.reload()
  await clerk.getByRole('button', { name: '略过决策中合议…' }).click()
  const question = clerk.getByRole('dialog')
  await question.getByRole('textbox').fill('办公会临时提前，没有通知工会')
  await question.getByRole('button', { name: '略过', exact: true }).click()
  await expect(clerk.getByRole('region', { name: '略过的环节' })).toBeVisible()

  await chair.goto('/decisions/missed')
  const row = chair.getByRole('row').filter({ hasText: title })
  await row.getByRole('button', { name: '说明' }).click()
  await chair.getByRole('dialog').getByRole('textbox').fill('已书面要求补开会议')
  await chair.getByRole('dialog').getByRole('button', { name: '记下说明' }).click()
  await expect(row.getByText('已书面要求补开会议')).toBeVisible()
})

test('a worker says on the phone what he thinks of a draft, and reads what became of another', async ({ as }) => {
  const phone = await as('chenzhiqiang', '手机')
  await phone.goto('/m/decisions')
  await phone.getByRole('link', { name: '高温天气作业和轮休办法' }).click()
  await phone.getByRole('group', { name: '您怎么看' }).getByRole('button', { name: '赞成', exact: true }).click()
  await phone.getByRole('button', { name: /提交意见|改成这样/ }).click()
  await expect(phone.getByText('收到了，结果会告诉您')).toBeVisible()
  await phone.goto('/m/decisions')
  await phone.getByRole('link', { name: '夜班津贴发放办法' }).click()
  await expect(phone.getByText(/夜班每班津贴三十五元/)).toBeVisible()
  await phone.getByRole('button', { name: '基本满意' }).click()
  await expect(phone.getByText('谢谢，记下了')).toBeVisible()
})
