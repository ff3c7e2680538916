import { expect, test } from './journey.ts'

test('the administrator finds a rule, sees what a shorter period would do, decides, and everybody reads it with its article', async ({
  as,
}) => {
  const admin = await as('xitong')
  await admin.goto('/rulebook')
  await admin.getByRole('searchbox', { name: /词语、条款/ }).fill('终止 会员证')
  await expect(admin.getByText('没有规则')).toBeHidden()
  await admin.getByRole('searchbox', { name: /词语、条款/ }).fill('PROP-05.review')
  await admin.getByRole('link', { name: /10 个工作日内审查立案/ }).click()
  await expect(admin.getByText('D26')).toBeVisible()
  await admin.getByRole('button', { name: '改数值' }).click()
  await admin.getByLabel('数值（个工作日）').fill('8')
  await admin.getByRole('button', { name: '看影响' }).click()
  await expect(admin.getByText('涉及工会')).toBeVisible()
  await admin.getByLabel('理由（会议、文号）').fill('委员会讨论通过')
  await admin.getByRole('button', { name: '照此施行' }).click()
  await expect(admin.getByText(/已规定，.*起施行/)).toBeVisible()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('永安区总工会规定：提案征集截止后 8 个工作日内审查立案')

  const chair = await as('wangjianguo')
  await chair.goto('/rulebook/PROP-05.review')
  await expect(chair.getByText('《永安区总工会自行规定》')).toBeVisible()
  await expect(chair.getByRole('button', { name: '改数值' })).toHaveCount(0)
})

test('law that blocks says why it cannot be changed, and leads to its article', async ({ as }) => {
  const admin = await as('xitong')
  await admin.goto('/rulebook/ORG-01.committee')
  const change = admin.getByRole('button', { name: '改数值' })
  await change.focus()
  await expect(admin.getByRole('tooltip')).toContainText('法律的强制规定')
  await admin.keyboard.press('Tab')
  await expect(admin.getByRole('tooltip').getByRole('link')).toBeFocused()
})

test('next year’s notice is pasted as it was published, seen day by day, and put to work', async ({ as }) => {
  const admin = await as('xitong')
  await admin.goto('/rulebook/calendar')
  await admin.getByRole('button', { name: /下一年/ }).click()
  await expect(admin.getByText('还没有发布')).toBeVisible()
  await admin.getByRole('button', { name: '录入放假通知' }).click()
  await admin.getByLabel('通知原文').fill(
    `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（初六、周四）放假调休，共7天。2月20日（周六）上班。
三、清明节：4月3日至5日放假。四、劳动节：5月1日至5日放假调休。5月8日（周六）上班。
五、端午节：6月9日放假。六、中秋节：9月15日放假。七、国庆节：10月1日至7日放假调休。10月9日（周六）上班。`,
  )
  await admin.getByRole('button', { name: '读出日期' }).click()
  await expect(admin.getByRole('button', { name: '2 月 20 日，班' })).toBeVisible()
  await admin.getByRole('button', { name: '看影响' }).click()
  await admin.getByLabel('通知文号或名称').fill('国办发明电（演示）')
  await admin.getByRole('button', { name: '启用' }).click()
  await expect(admin.getByText(/放假安排已经启用/)).toBeVisible()
  await expect(admin.getByText('休 27 天，班 3 天')).toBeVisible()
})

test('a worker looks a rule up on the phone', async ({ as }) => {
  const worker = await as('chenzhiqiang', '手机')
  await worker.goto('/m/rules')
  await worker.getByRole('searchbox').fill('产假 98')
  await expect(worker.getByText('女职工生育享受 98 天产假')).toBeVisible()
})
