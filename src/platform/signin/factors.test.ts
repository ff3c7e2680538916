import { expect, test } from 'vitest'
import { authenticator, authenticatorCodes, PASSWORD, signinWorld } from './testing.ts'

const world = signinWorld()
let people = 0
/** Someone with an account, and the ways he signs in. */
async function someone() {
  const n = String(++people).padStart(4, '0')
  const account = {
    name: '陈红',
    username: `li${n}`,
    mobile: `1390000${n}`,
    email: `li${n}@example.org.cn`,
    password: PASSWORD,
  }
  const { accountId } = await world.auth.createAccount(account)
  return { ...account, accountId }
}
const signedIn = async (username: string, address?: string) => {
  const browser = world.browser(address)
  expect((await browser.post('/sign-in/username', { username, password: PASSWORD })).status).toBe(200)
  return browser
}

test('authority needs the second factor: set up, shown at the next sign-in, and shown anew where a code by SMS led in', async () => {
  const li = await someone()
  await world.auth.requireSecondFactor(li.accountId, true)
  const browser = await signedIn(li.username)
  expect(await world.auth.identify(browser.headers())).toMatchObject({ needsSecondFactor: true, hasSecondFactor: false })
  const { body } = await browser.post('/two-factor/enable', { password: PASSWORD })
  const uri = body.totpURI as string
  expect(decodeURIComponent(uri)).toContain(`otpauth://totp/工桥:${li.username}?`)
  const [first, second, third] = await authenticatorCodes(uri)
  expect((await browser.post('/two-factor/verify-totp', { code: '000000' })).body.message).toMatch(/^动态码不正确/)
  expect((await browser.post('/two-factor/verify-totp', { code: first })).status).toBe(200)
  expect(await world.auth.identify(browser.headers())).toMatchObject({
    needsSecondFactor: false,
    secondFactor: true,
    hasSecondFactor: true,
  })

  const next = world.browser()
  const pending = await next.post('/sign-in/username', { username: li.username, password: PASSWORD })
  expect(pending.body).toMatchObject({ twoFactorRedirect: true })
  expect(await world.auth.identify(next.headers())).toBeNull()
  expect((await next.post('/two-factor/verify-totp', { code: first })).body.message).toBe('动态码已经用过，请等下一个')
  expect((await next.post('/two-factor/verify-totp', { code: second, trustDevice: true })).status).toBe(200)
  expect(await world.auth.identify(next.headers())).toMatchObject({ secondFactor: true })
  expect([...next.cookies.keys()].join()).not.toContain('trust')

  const phone = world.browser()
  await phone.post('/phone-number/send-otp', { phoneNumber: li.mobile })
  await phone.post('/phone-number/verify', { phoneNumber: li.mobile, code: await world.code() })
  expect(await world.auth.identify(phone.headers())).toMatchObject({ needsSecondFactor: true })
  expect((await phone.post('/two-factor/disable', { password: PASSWORD })).body.message).toBe('请先完成动态码验证')
  expect((await phone.post('/two-factor/verify-totp', { code: third })).status).toBe(200)
  expect(await world.auth.identify(phone.headers())).toMatchObject({ needsSecondFactor: false })
})

test('dynamic codes cannot be guessed within a session', async () => {
  const li = await someone()
  const browser = await signedIn(li.username)
  const { body } = await browser.post('/two-factor/enable', { password: PASSWORD })
  const right = authenticator(body.totpURI as string)
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
  const statuses: number[] = []
  for (let n = 0; n < 6; n++) statuses.push((await browser.post('/two-factor/verify-totp', { code: wrong })).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
})

test('a backup code works once where the telephone is lost', async () => {
  const li = await someone()
  const browser = await signedIn(li.username)
  const { body } = await browser.post('/two-factor/enable', { password: PASSWORD })
  await browser.post('/two-factor/verify-totp', { code: authenticator(body.totpURI as string) })
  const [code] = body.backupCodes as string[]
  const use = async () => {
    const next = world.browser()
    await next.post('/sign-in/username', { username: li.username, password: PASSWORD })
    const { status } = await next.post('/two-factor/verify-backup-code', { code })
    return [status, (await world.auth.identify(next.headers()))?.secondFactor]
  }
  expect(await use()).toEqual([200, true])
  expect(await use()).toEqual([401, undefined])
})

test('a changed password keeps this session, with its second factor, and ends the others', async () => {
  const li = await someone()
  const [browser, other] = [await signedIn(li.username), await signedIn(li.username)]
  const { body } = await browser.post('/two-factor/enable', { password: PASSWORD })
  await browser.post('/two-factor/verify-totp', { code: authenticator(body.totpURI as string) })
  const change = (newPassword: string) => browser.post('/change-password', { currentPassword: PASSWORD, newPassword })
  expect((await change('1234567890')).body.code).toBe('signin.weakPassword')
  expect((await change('三棵 槐树 江边 8')).status).toBe(200)
  expect(await world.auth.identify(browser.headers())).toMatchObject({ secondFactor: true })
  expect(await world.auth.identify(other.headers())).toBeNull()
})
