import { ask, expect, test } from './journey.ts'

type Found = { rows: { id: string; name: string }[]; total: number }

test('a member is found by initials and by identity number, mended, and of two who mend at once the second is told', async ({
  as,
}) => {
  const page = await as('wangjianguo')
  await page.goto('/members')
  await page.getByRole('searchbox', { name: /在名单里找/ }).fill('czq')
  await expect(page.getByText(/找到 \d+ 人/)).toBeVisible()
  await page.getByRole('link', { name: '陈志强', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('陈志强')

  // Seen in clear, which leaves a reason behind, the number finds the same person.
  await page.getByRole('button', { name: '查看证件号码' }).click()
  const question = page.getByRole('dialog', { name: /查看.*？/ })
  await expect(question.getByRole('button', { name: '查看', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await question.getByRole('button', { name: '核对本人身份' }).click()
  await question.getByRole('button', { name: '查看', exact: true }).click()
  const number = page.getByText(/^\d{17}[\dX]$/)
  await expect(number).toBeVisible()
  const idNumber = await number.innerText()
  const record = page.url()
  const { rows } = await ask<Found>(page, 'members/list', { text: idNumber })
  expect(rows.map(({ id }) => record.endsWith(id))).toEqual([true])

  const colleague = await as('zhouming')
  await page.getByRole('link', { name: '更正资料' }).click()
  await colleague.goto(`${record}/correct`)
  await page.getByLabel('岗位').fill('数控车工')
  await colleague.getByLabel('岗位').fill('夜班车工')
  await page.getByRole('button', { name: '保存更正' }).click()
  await expect(page.getByText('改好了：岗位')).toBeVisible()
  await expect(page.getByText('数控车工').first()).toBeVisible()
  await colleague.getByRole('button', { name: '保存更正' }).click()
  await expect(colleague.getByRole('alert')).toContainText('这条记录刚被别人改过')
  await colleague.goto(record)
  await expect(colleague.getByText('数控车工').first()).toBeVisible()

  const worker = await as('chenzhiqiang', '手机')
  await worker.goto('/m/mine')
  await worker.getByRole('link', { name: /谁看过我的资料/ }).click()
  await expect(worker.getByRole('heading', { level: 1 })).toHaveText(/您的证件号或手机号被看过 \d+ 次。/)
  await expect(worker.getByText('恒达机械有限公司工会委员会主席，看了').first()).toBeVisible()
  await expect(worker.getByText('核对本人身份').first()).toBeVisible()

  const auditor = await as('shenji')
  await auditor.goto('/journal?act=members.')
  await auditor.getByRole('searchbox', { name: /操作人姓名/ }).fill('王建国')
  await expect(auditor.getByText(/找到 \d+ 条记录/)).toBeVisible()
  await expect(auditor.getByRole('row', { name: /更正.*王建国|members\.correct/ }).first()).toBeVisible()
  await expect(auditor.getByRole('row', { name: /查看.*王建国|members\.reveal/ }).first()).toBeVisible()
  await auditor.getByRole('button', { name: '现在核对' }).click()
  await expect(auditor.getByText(/核对了 \d+ 条链、[\d,]+ 条记录，都没有被改动。/)).toBeVisible()
})
