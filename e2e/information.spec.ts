import { ask, expect, test } from './journey.ts'

test('a federation publishes, a union below opens it and answers, and the receipt and the answer are there', async ({ as }) => {
  test.slow()
  const title = `关于冬季防火检查的通知（${Date.now() % 100_000}）`
  const officer = await as('zhouming')
  await officer.goto('/information/write')
  await officer.getByLabel('标题', { exact: true }).fill(title)
  await officer.getByLabel('正文').fill('请各工会本周内检查车间消防通道，发现问题当天整改。')
  await officer.getByRole('button', { name: '发布', exact: true }).click()
  await expect(officer.getByText('已发布').first()).toBeVisible()
  await expect(officer.getByRole('heading', { level: 2, name: title })).toBeVisible()
  const { rows } = await ask<{ rows: { id: string }[] }>(officer, 'information/list', { box: 'out', text: title })

  const below = await as('wangjianguo')
  await below.goto('/notices')
  await below
    .getByRole('button', { name: new RegExp(`去办理：.*${title.slice(0, 8)}`) })
    .first()
    .click()
  await below.goto(`/information/${rows[0]!.id}`)
  await expect(below.getByRole('heading', { level: 2, name: title })).toBeVisible()
  await below.getByLabel('回复永丰镇总工会').fill('已检查，通道畅通。')
  await below.getByRole('button', { name: '发送回复' }).click()
  await expect(below.getByText('已检查，通道畅通。').first()).toBeVisible()

  await officer.reload()
  await expect(officer.getByText(/个签收，1 个回复/)).toBeVisible()
  await expect(officer.getByText('已检查，通道畅通。')).toBeVisible()
  await officer.goto('/notices')
  await expect(officer.getByText(/恒达机械.*回复/).first()).toBeVisible()
})
