import { expect, test, vi } from 'vitest'
import { unexplained } from '#platform/secrets'
import { accountSessions, accounts, dictionary, signinEvents } from './tables.ts'
import { PASSWORD, signinWorld } from './testing.ts'

const world = signinWorld()
let people = 0
/** Someone with an account, and the ways he signs in. */
async function someone() {
  const n = String(++people).padStart(4, '0')
  const account = {
    name: '李建国',
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

test('username or mobile number with the password signs in; who it is comes from one look-up', async () => {
  const li = await someone()
  await world.auth.linkPerson(li.accountId, { region: 'region_main', personId: li.accountId })
  for (const typed of [li.username, li.username.toUpperCase(), li.mobile, `+86 ${li.mobile.slice(0, 3)} ${li.mobile.slice(3)}`]) {
    const browser = await signedIn(typed)
    expect(await world.auth.identify(browser.headers())).toMatchObject({
      accountId: li.accountId,
      name: '李建国',
      secondFactor: false,
      needsSecondFactor: false,
      persons: [{ region: 'region_main', personId: li.accountId }],
    })
  }
  expect(await world.auth.accountOf('region_main', li.accountId)).toBe(li.accountId)
})

test('to identify is one query', async () => {
  const li = await someone()
  const headers = (await signedIn(li.username)).headers()
  const queries = vi.spyOn(world.pool, 'query')
  await world.auth.identify(headers)
  await world.auth.identify(new Headers({ cookie: 'gongqiao.session_token=made.up' }))
  expect(queries).toHaveBeenCalledTimes(1)
  queries.mockRestore()
})

test('neither a number nor an address stands in the database in clear', async () => {
  const li = await someone()
  const { rows } = await world.admin.query('select accounts::text as row from accounts where id = $1', [li.accountId])
  expect(rows[0].row).toContain(li.username)
  expect(rows[0].row).not.toContain(li.mobile)
  expect(rows[0].row).not.toContain(li.email)
})

test('the session cookie cannot be read by scripts or sent by other sites, and a forged one is nobody', async () => {
  const li = await someone()
  const browser = world.browser()
  const { headers } = await browser.post('/sign-in/username', { username: li.username, password: PASSWORD })
  expect(headers.getSetCookie().join()).toMatch(/gongqiao\.session_token=[^;]+;.*HttpOnly.*SameSite=Lax/i)
  const name = 'gongqiao.session_token'
  const value = browser.cookies.get(name) as string
  for (const forged of [value.split('.')[0], `${value.split('.')[0]}.AAAA`, `x${value}`, '%', '']) {
    expect(await world.auth.identify(new Headers({ cookie: `${name}=${forged}` }))).toBeNull()
  }
})

test('a wrong password, an unknown account and an account without password get the same answer', async () => {
  const li = await someone()
  const { accountId } = await world.auth.createAccount({ name: '王芳', username: 'wangfang1' })
  expect(accountId).toBeTruthy()
  const answers = await Promise.all(
    [li.username, 'nobody-here', '13911112222', 'wangfang1', '1', 'x'.repeat(60)].map((username) =>
      world.browser().post('/sign-in/username', { username, password: '完全不对的 密码 9' }),
    ),
  )
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
    new Set(['401 {"code":"INVALID_USERNAME_OR_PASSWORD","message":"账号或密码不正确"}']),
  )
})

test('five wrong passwords lock the account for everyone, by whatever name, and say until when; the right one does not help', async () => {
  const li = await someone()
  const wrong = (username: string, address: string) =>
    world.browser(address).post('/sign-in/username', { username, password: '完全不对的 密码 9' })
  for (const n of [1, 2, 3]) expect((await wrong(li.username, `10.1.0.${n}`)).status).toBe(401)
  for (const n of [4, 5]) expect((await wrong(li.mobile, `10.1.0.${n}`)).status).toBe(401)
  const refused = await world.browser('10.1.0.9').post('/sign-in/username', { username: li.username, password: PASSWORD })
  expect(refused.status).toBe(429)
  expect(refused.body.message).toMatch(/^尝试次数过多，请于\d\d:\d\d 后（约 15 分钟）再试$/)
  await world.admin.query('update signin_attempts set locked_until = now() where key = $1', [`account:${li.accountId}`])
  expect((await world.browser().post('/sign-in/username', { username: li.username, password: PASSWORD })).status).toBe(200)
})

test('thirty guesses sent at once are five', async () => {
  const li = await someone()
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      world.browser(`10.2.0.${n}`).post('/sign-in/username', { username: li.username, password: `不对的密码第${n}个` }),
    ),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
})

test('an account that nobody has is locked like any other', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 6; n++)
    statuses.push(
      (await world.browser(`10.3.0.${n}`).post('/sign-in/username', { username: 'ghost', password: '不对的密码一二三四' }))
        .status,
    )
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
})

test('sixty failures from one address lock the address; successes in between are not failures', async () => {
  const li = await someone()
  for (let n = 0; n < 63; n++) {
    const browser = world.browser('10.4.0.1')
    if (n < 3) expect((await browser.post('/sign-in/username', { username: li.username, password: PASSWORD })).status).toBe(200)
    else
      expect((await browser.post('/phone-number/verify', { phoneNumber: `1380000${1000 + n}`, code: '000000' })).status).toBe(400)
  }
  const refused = await world.browser('10.4.0.1').post('/sign-in/username', { username: li.username, password: PASSWORD })
  expect([refused.status, refused.body.code]).toEqual([429, 'signin.locked'])
  expect((await world.browser('10.4.0.2').post('/sign-in/username', { username: li.username, password: PASSWORD })).status).toBe(
    200,
  )
})

test('a code by SMS signs in once; a stranger’s number gets the same answer and no message', async () => {
  const li = await someone()
  const before = world.sent.length
  const stranger = await world.browser().post('/phone-number/send-otp', { phoneNumber: '13722223333' })
  const known = await world.browser().post('/phone-number/send-otp', { phoneNumber: li.mobile })
  expect([stranger.status, stranger.body]).toEqual([known.status, known.body])
  const code = await world.code()
  expect(world.sent.slice(before)).toEqual([expect.stringContaining(`[短信 → ${li.mobile}]`)])
  const browser = world.browser()
  expect((await browser.post('/phone-number/verify', { phoneNumber: li.mobile, code })).status).toBe(200)
  expect(await world.auth.identify(browser.headers())).toMatchObject({ accountId: li.accountId })
  expect((await world.browser().post('/phone-number/verify', { phoneNumber: li.mobile, code })).status).toBe(400)
})

test('a second code within a minute is refused, for known and unknown numbers alike', async () => {
  const li = await someone()
  for (const phoneNumber of [li.mobile, '13722224444']) {
    expect((await world.browser().post('/phone-number/send-otp', { phoneNumber })).status).toBe(200)
    const again = await world.browser('10.5.0.1').post('/phone-number/send-otp', { phoneNumber })
    expect([again.status, again.body.message]).toEqual([429, expect.stringMatching(/^验证码刚刚发送过，请于\d+ 秒后再试$/)])
  }
})

test('a code by e-mail signs in', async () => {
  const li = await someone()
  const browser = world.browser()
  await browser.post('/email-otp/send-verification-otp', { email: ` ${li.email.toUpperCase()}`, type: 'sign-in' })
  const otp = await world.code()
  expect(world.sent.at(-1)).toContain(`[邮件 → ${li.email}] 工桥登录验证码`)
  expect((await browser.post('/sign-in/email-otp', { email: li.email, otp })).status).toBe(200)
  expect(await world.auth.identify(browser.headers())).toMatchObject({ accountId: li.accountId })
})

test('a forgotten password is set anew by a code, under the same policy, and ends every session', async () => {
  const li = await someone()
  const earlier = await signedIn(li.username)
  const browser = world.browser()
  await browser.post('/phone-number/request-password-reset', { phoneNumber: li.mobile })
  const otp = await world.code()
  const reset = (newPassword: string) =>
    browser.post('/phone-number/reset-password', { phoneNumber: li.mobile, otp, newPassword })
  expect((await reset('password1234')).body.code).toBe('signin.weakPassword')
  expect((await reset(`${li.username}-x-9-槐树`)).body.message).toBe('密码不能包含姓名、账号或手机号')
  expect((await reset('三棵 槐树 江边 8')).status).toBe(200)
  expect(await world.auth.identify(earlier.headers())).toBeNull()
  expect((await browser.post('/sign-in/username', { username: li.username, password: '三棵 槐树 江边 8' })).status).toBe(200)
})

test('sessions are listed, ended one by one, and all at once', async () => {
  const li = await someone()
  const [desk, phone, third] = [await signedIn(li.username), await signedIn(li.username), await signedIn(li.username)]
  expect(JSON.parse(String((await desk.get('/list-sessions')).body.list))).toHaveLength(3)
  await desk.post('/revoke-other-sessions')
  expect(await Promise.all([phone, third].map((one) => world.auth.identify(one.headers())))).toEqual([null, null])
  expect(await world.auth.signOutEverywhere(li.accountId)).toBe(1)
  expect(await world.auth.identify(desk.headers())).toBeNull()
})

test('signing out ends the session, not just the cookie', async () => {
  const li = await someone()
  const browser = await signedIn(li.username)
  const headers = browser.headers()
  await browser.post('/sign-out')
  expect(await world.auth.identify(headers)).toBeNull()
})

test('a session unused for too long is over, for the library’s own calls too; authority shortens it', async () => {
  const li = await someone()
  const browser = await signedIn(li.username)
  const idle = (time: string) =>
    world.admin.query(`update account_sessions set last_seen_at = now() - interval '${time}' where account_id = $1`, [
      li.accountId,
    ])
  await idle('3 hours')
  expect(await world.auth.identify(browser.headers())).not.toBeNull()
  await idle('3 hours')
  await world.auth.requireSecondFactor(li.accountId, true)
  expect(await world.auth.identify(browser.headers())).toBeNull()
  expect((await browser.get('/list-sessions')).status).toBe(401)
  await world.auth.requireSecondFactor(li.accountId, false)
  expect(await world.auth.identify(browser.headers())).toBeNull()
})

test('a disabled account neither stays nor comes in', async () => {
  const li = await someone()
  const browser = await signedIn(li.username)
  await world.auth.disableAccount(li.accountId, true)
  expect(await world.auth.identify(browser.headers())).toBeNull()
  const refused = await world.browser().post('/sign-in/username', { username: li.username, password: PASSWORD })
  expect([refused.status, refused.body.message]).toEqual([403, '这个账号已停用，请联系管理员'])
})

test('the page is told what it can offer', async () => {
  expect((await world.browser().get('/offers')).body).toEqual({ sms: true, email: true, oidc: null })
})

test.for([
  '/sign-up/email',
  '/update-user',
  '/delete-user',
  '/is-username-available',
  '/sign-in/phone-number',
  '/__proto__',
  '/reset-password',
])('the library’s %s is not open to the outside', async (path) => {
  expect(
    (await world.browser().post(path, { email: 'a@example.org', password: PASSWORD, name: 'x', username: 'x' })).status,
  ).toBe(404)
})

test('the log tells who signed in, failed and was locked, from where, and cannot be changed', async () => {
  const li = await someone()
  const browser = world.browser('10.7.0.1')
  for (let n = 0; n < 6; n++) await browser.post('/sign-in/username', { username: li.mobile, password: '完全不对的 密码 9' })
  await world.admin.query('delete from signin_attempts')
  await browser.post('/phone-number/send-otp', { phoneNumber: li.mobile })
  await browser.post('/phone-number/verify', { phoneNumber: li.mobile, code: await world.code() })
  await browser.post('/sign-out')
  const events = await world.auth.events({ accountId: li.accountId })
  expect(events.map(({ call, outcome, address }) => `${call} ${outcome} ${address}`)).toEqual([
    'sign-out done 10.7.0.1',
    'phone-number/verify done 10.7.0.1',
    'phone-number/send-otp done 10.7.0.1',
    'sign-in/username locked 10.7.0.1',
    ...Array(5).fill('sign-in/username failed 10.7.0.1'),
  ])
  await expect(world.pool.query('delete from signin_events')).rejects.toThrow(/permission denied/)
  await expect(world.pool.query("update signin_events set outcome = 'done'")).rejects.toThrow(/permission denied/)
})

test('every personal column of sign-in has its purpose', () => {
  expect(unexplained([accounts, accountSessions, signinEvents], dictionary)).toEqual([])
})

test('another site cannot make a signed-in browser act', async () => {
  const li = await someone()
  const browser = await signedIn(li.username)
  const headers = new Headers({
    cookie: browser.headers().get('cookie') ?? '',
    origin: 'https://evil.example',
    'content-type': 'application/json',
  })
  const request = new Request('http://gongqiao.test/api/auth/revoke-sessions', { method: 'POST', headers, body: '{}' })
  const refused = await world.auth.handler(request, { address: '10.0.0.1' })
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('GONGQIAO_URL')])
  expect(await world.auth.identify(browser.headers())).not.toBeNull()
})

test('nothing went wrong behind the answers', () => {
  expect(world.faults.map(String).filter((fault) => !fault.includes('evil.example'))).toEqual([])
})
