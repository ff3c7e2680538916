import { expect, test } from './journey.ts'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test('a worker writes a proposal without a network and follows it to the answer and the carrying out @pocket', async ({ as }) => {
  const title = `质检台加放大镜灯 ${Date.now() % 100_000}`
  const phone = await as('chenzhiqiang', '手机')
  await phone.goto('/m/proposals')
  await phone.evaluate(() => navigator.serviceWorker.ready)
  await phone.getByRole('link', { name: '写一件提案' }).click()
  await phone.getByLabel('一句话说是什么事').fill('夜班热饭窗口')
  await expect(phone.getByText('已经有人提过类似的')).toBeVisible()
  await phone.context().setOffline(true)
  await phone.getByLabel('一句话说是什么事').fill(title)
  await phone.getByLabel('哪里不对').fill('质检台看细纹费眼睛，一天下来流眼泪')
  await phone.getByLabel('我建议怎么办').fill('每个质检台装一盏带放大镜的灯')
  await phone.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: dot })
  await expect(phone.getByAltText('附上的照片')).toBeVisible()
  await phone.getByRole('button', { name: '交提案' }).click()
  await expect(phone.getByText('存在手机里了，有网就送').first()).toBeVisible()
  await phone.context().setOffline(false)
  await phone.evaluate(() => dispatchEvent(new Event('online')))
  await expect(phone.getByText(/件存在手机里/)).toHaveCount(0)
  await phone.goto('/m/proposals')
  await phone.getByRole('link', { name: new RegExp(title) }).click()
  await expect(phone.getByText('等提案委员会审查')).toBeVisible()
  const path = new URL(phone.url()).pathname

  const desk = await as('wangjianguo')
  await desk.goto(path.replace('/m', ''))
  await expect(desk.getByRole('img', { name: '照片' })).toBeVisible()
  await desk.getByRole('button', { name: '立案', exact: true }).click()
  await desk.getByRole('dialog').getByLabel(/理由/).fill('几个班组都有反映')
  await desk.getByRole('dialog').getByRole('button', { name: '立案', exact: true }).click()
  await desk.getByLabel('主办部门').fill('质量部')
  await desk.getByRole('button', { name: '交办', exact: true }).click()
  await expect(desk.getByText('交办了，行政方和提案人都收到通知')).toBeVisible()

  const employer = await as('hengdaxingzheng')
  await employer.goto('/proposals/inbox')
  await employer.getByRole('link', { name: title }).click()
  await employer.getByLabel('怎么办、为什么').fill('本月内每个质检台装一盏，先装夜班')
  await employer.getByLabel('签发人（部门负责人）').fill('周经理')
  await employer.getByRole('button', { name: '答复', exact: true }).click()
  await employer.getByLabel('做了什么').fill('八个质检台都装好了')
  await employer.getByRole('button', { name: '已经落实' }).click()
  await employer.locator('input[type=file]').setInputFiles({ name: '灯.png', mimeType: 'image/png', buffer: dot })
  await expect(employer.getByText('灯.png')).toBeVisible()
  await employer.getByRole('button', { name: '记下落实情况' }).click()

  await phone.goto(path)
  await expect(phone.getByText('本月内每个质检台装一盏').first()).toBeVisible()
  await phone.getByRole('button', { name: '满意', exact: true }).click()
  await expect(phone.getByText('已办结')).toBeVisible()
})
