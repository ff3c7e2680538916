import { ask, expect, test } from './journey.ts'

test('a worker reads an item on the phone, asks without a name; the employer answers; the print’s code proves the text', async ({
  as,
}) => {
  test.slow()
  const words = `结余为什么少了？（${Date.now() % 100_000}）`
  const worker = await as('chenzhiqiang', '手机')
  const mine = await ask<{ id: string }[]>(worker, 'disclosure/mine')
  const { id } = mine[0]!
  await worker.goto('/m/disclosure')
  await worker.locator(`a[href$="/disclosure/${id}"]`).click()
  await worker.getByLabel('写清楚是哪一处').fill(words)
  await worker.getByRole('button', { name: '提交', exact: true }).click()
  await expect(worker.getByText(words)).toBeVisible()

  const firm = await as('hengdaxingzheng')
  await firm.goto(`/disclosure/items/${id}`)
  const line = firm.getByRole('listitem').filter({ hasText: words })
  await expect(line.getByText('一位职工')).toBeVisible()
  await line.getByLabel('答复').fill('本季度多了一次高温慰问。')
  await line.getByRole('button', { name: '答复', exact: true }).click()
  await expect(line.getByText('本季度多了一次高温慰问。').first()).toBeVisible()

  await worker.reload()
  await expect(worker.getByText(/本季度多了一次高温慰问/)).toBeVisible()
  await worker.goto(`/board/disclosure/${id}`)
  await expect(worker.getByText('原文与公开时一致。')).toBeVisible()
})
