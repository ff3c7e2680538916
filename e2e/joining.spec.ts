import { idCheckCharacter } from '#kit/idnumber'
import { expect, test } from './journey.ts'

test('a worker applies from a phone without an account, a cadre approves, and the card number is on the phone @pocket', async ({
  as,
  page,
}) => {
  await page.goto('/m/join')
  await page.getByLabel('您单位的工会').fill('hdjx')
  await page.getByRole('button', { name: /恒达机械有限公司工会委员会/ }).click()
  await page.getByLabel('姓名').fill('慕容雪')
  const first17 = '33010319950808102'
  await page.getByLabel('身份证号').fill(`${first17}${idCheckCharacter(first17) === '0' ? '1' : '0'}`)
  await page.getByLabel('手机号').fill('13700009901')
  await expect(page.getByText(/身份证号.*不|校验|末位/).first()).toBeVisible()
  await page.getByLabel('身份证号').fill(first17 + idCheckCharacter(first17))
  await page.getByRole('button', { name: '劳动合同', exact: true }).click()
  await page.getByLabel('工作单位').fill('恒达机械有限公司')
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('alert')).toContainText('还差')
  for (const consent of await page.getByRole('checkbox').all()) await consent.check()
  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/申请交上了，.*前答复。/)
  await expect(page.getByRole('region', { name: '查询码，请记好' })).toBeVisible()

  const cadre = await as('wangjianguo')
  await cadre.goto('/joining')
  await cadre.getByRole('link', { name: '慕容雪' }).click()
  await expect(cadre.getByRole('heading', { level: 1 })).toHaveText('慕容雪申请加入恒达机械有限公司工会委员会。')
  await cadre.getByRole('button', { name: '批准', exact: true }).click()
  const question = cadre.getByRole('dialog', { name: '批准慕容雪入会？' })
  await expect(question).toBeVisible()
  const reason = question.getByRole('button', { name: '看过劳动合同' })
  if (await reason.isVisible()) await reason.click()
  await question.getByRole('button', { name: '批准入会' }).click()
  await expect(cadre.getByText(/已批准，会员证号 \d+/)).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/慕.*，您已是工会会员，会员证号 \d+。/)
})

test('a member shows his card, and whoever scans it is told that it holds @pocket', async ({ as, page }) => {
  const worker = await as('chenzhiqiang', '手机')
  await worker.goto('/m')
  await worker
    .getByRole('link', { name: /会员证/ })
    .first()
    .click()
  const card = worker.getByRole('region', { name: '工会会员证' })
  await expect(card.getByText('陈志强')).toBeVisible()
  await expect(card.getByRole('img', { name: /验证会员证的二维码/ })).toBeVisible()
  const { token } = (await (await worker.context().request.post('/rpc/joining/card', { data: {} })).json()).json as {
    token: string
  }
  await page.goto(`/m/card/check#${token}`)
  await expect(page.getByRole('region', { name: '结果' }).getByRole('status')).toHaveText('有效持证人姓“陈”。请与本人核对。')
})
