import type { Page } from '@playwright/test'
import { expect, password, test } from './journey.ts'

async function tryDoor(page: Page, account: string, typed: string) {
  await page.getByLabel('账号或手机号码').fill(account)
  await page.getByLabel('密码').fill(typed)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

test('a wrong password is refused in words, the right one leads back to where one was going', async ({ page }) => {
  await page.goto('/members?find=zj')
  await expect(page.getByRole('heading', { name: '登录工桥' })).toBeVisible()
  await tryDoor(page, 'zhouming', 'not the password')
  await expect(page.getByRole('alert')).toHaveText('账号或密码不正确')
  await tryDoor(page, 'zhouming', password())
  await expect(page).toHaveURL(/\/members\?find=zj/)
  await expect(page.getByRole('heading', { name: /名职工和会员在册/ })).toBeVisible()
})

test('after too many tries the door says until when it stays shut', async ({ page }) => {
  await page.goto('/sign-in')
  for (let tries = 0; tries < 5; tries++) {
    await tryDoor(page, 'meiyouzhegeren', `wrong password ${tries}`)
    await expect(page.getByRole('button', { name: '登录', exact: true })).not.toHaveAttribute('aria-busy', 'true')
    await expect(page.getByRole('alert')).toHaveText('账号或密码不正确')
  }
  await tryDoor(page, 'meiyouzhegeren', 'wrong password again')
  await expect(page.getByRole('alert')).toHaveText(/^尝试次数过多，请于\d\d:\d\d 后（约 15 分钟）再试$/)
})
