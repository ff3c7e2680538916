import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { installRing, keyRing } from '#platform/secrets'
import { signin } from './signin.ts'
import { authenticator, authenticatorCodes, BASE, PASSWORD, signinWorld } from './testing.ts'

const founded: string[] = []
let refuses = false
const world = signinWorld({
  found: async ({ accountId, name }) => {
    if (refuses) throw new Error('the federation could not be founded')
    founded.push(name)
    return [{ region: 'region_main', personId: accountId }]
  },
})
const tokenOf = (link: string | null) => link?.split('#')[1] ?? ''
const setup = { account: 'chenhong', name: '陈红', password: PASSWORD }

test('the first start gives one link, and only the newest works', async () => {
  const [old, link] = [await world.auth.firstRunLink(), await world.auth.firstRunLink()]
  expect(link).toMatch(/^http:\/\/gongqiao\.test\/setup#[\w-]{32}$/)
  expect((await world.browser().post('/setup', { ...setup, token: tokenOf(old) })).body.code).toBe('signin.linkSpent')
  const { rows } = await world.admin.query('select signin_links::text as row from signin_links')
  expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
})

test('an expired or made-up link, a weak password and a failed founding make no account and leave the link usable', async () => {
  const token = tokenOf(await world.auth.firstRunLink())
  const post = (body: object) => world.browser().post('/setup', { ...setup, token, ...body })
  expect((await post({ token: randomBytes(24).toString('base64url') })).status).toBe(422)
  expect((await post({ password: 'Chenhong-2026-0131' })).body.code).toBe('signin.weakPassword')
  expect((await post({ account: '1' })).body.code).toBe('accounts.username')
  refuses = true
  await expect(post({})).rejects.toThrow(/could not be founded/)
  refuses = false
  await world.admin.query("update signin_links set expires_at = now() - interval '1 second'")
  expect((await post({})).body.code).toBe('signin.linkSpent')
  expect((await world.admin.query('select 1 from accounts')).rowCount).toBe(0)
})

test('of ten who open the link at once, one makes the first account; then there is no more link', async () => {
  const token = tokenOf(await world.auth.firstRunLink())
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      world.browser(`10.9.0.${n}`).post('/setup', { ...setup, account: `chenhong${n}`, token }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(422)])
  expect(founded).toEqual(['陈红'])
  expect(await world.auth.firstRunLink()).toBeNull()
  const accountId = answers.find(({ status }) => status === 200)?.body.accountId as string
  expect(await world.auth.accountOf('region_main', accountId)).toBe(accountId)
})

test('an account without password opens by its link, once, with a password of the person’s own', async () => {
  const { accountId, activation } = await world.auth.createAccount({ name: '王芳', mobile: '139 1111 0001' })
  const post = (password: string) => world.browser().post('/activate', { token: activation?.token, password })
  expect((await post('13911110001abc')).body.message).toBe('密码不能包含姓名、账号或手机号')
  expect(await post(PASSWORD)).toMatchObject({ status: 200, body: { accountId } })
  expect((await post('另一个 很长的 密码 5')).body.code).toBe('signin.linkSpent')
  expect((await world.browser().post('/sign-in/username', { username: '13911110001', password: PASSWORD })).status).toBe(200)
})

test('a reset takes password, sessions and second factor, lifts the lock, and gives a new link', async () => {
  const { accountId } = await world.auth.createAccount({ name: '赵敏', username: 'zhaomin', password: PASSWORD })
  const browser = world.browser()
  await browser.post('/sign-in/username', { username: 'zhaomin', password: PASSWORD })
  const { body } = await browser.post('/two-factor/enable', { password: PASSWORD })
  await browser.post('/two-factor/verify-totp', { code: authenticator(body.totpURI as string) })
  const { link, token } = await world.auth.resetAccount(accountId, { secondFactor: true })
  expect(link).toBe(`${BASE}/activate#${token}`)
  expect(await world.auth.identify(browser.headers())).toBeNull()
  expect((await world.browser().post('/sign-in/username', { username: 'zhaomin', password: PASSWORD })).status).toBe(401)
  await world.auth.activate({ token, password: PASSWORD })
  await browser.post('/sign-in/username', { username: 'zhaomin', password: PASSWORD })
  expect(await world.auth.identify(browser.headers())).toMatchObject({ accountId, hasSecondFactor: false })
})

test.for([
  [{ name: '周一', username: 'taken1' }, '这个账号已有人使用'],
  [{ name: '周一', username: 'zhou1', mobile: '13911110009' }, '这个手机号已有人使用'],
  [{ name: '周一', username: 'zhou1', email: 'Taken@example.org' }, '这个电子邮箱已有人使用'],
  [{ name: '周一', username: '13800000000' }, '账号须为 2 至 30 个汉字、小写字母、数字或 . _ -，并以汉字或字母开头'],
  [{ name: '周一', mobile: '1391111' }, '手机号应为 11 位数字'],
  [{ name: ' ' }, '请填写姓名'],
] as const)('%j is refused: %s', async ([account, reason]) => {
  await world.auth
    .createAccount({ name: '吴刚', username: 'Taken1', mobile: '13911110009', email: 'taken@example.org' })
    .catch(() => {})
  await expect(world.auth.createAccount(account)).rejects.toThrow(reason)
})

test('a corrected mobile number signs in, the former one does not, and the list shows neither whole', async () => {
  const { accountId } = await world.auth.createAccount({
    name: '郑和',
    username: 'zhenghe',
    mobile: '13911110031',
    password: PASSWORD,
  })
  await world.auth.createAccount({ name: '别人', mobile: '13911110032' })
  await world.auth.changeAccount(accountId, { name: '郑 和', mobile: '13911110033' })
  const enter = async (username: string) =>
    (await world.browser().post('/sign-in/username', { username, password: PASSWORD })).status
  expect([await enter('13911110033'), await enter('13911110031')]).toEqual([200, 401])
  await expect(world.auth.changeAccount(accountId, { mobile: '13911110032' })).rejects.toThrow('这个手机号已有人使用')
  expect(await world.auth.accounts([accountId])).toMatchObject([
    { name: '郑 和', username: 'zhenghe', mobile: '139****0033', isDisabled: false, lastSeenAt: expect.any(Date) },
  ])
})

test('a Chinese username is a username', async () => {
  await world.auth.createAccount({ name: '孙立', username: '孙立', password: PASSWORD })
  expect((await world.browser().post('/sign-in/username', { username: '孙立', password: PASSWORD })).status).toBe(200)
})

test('after the keys have rotated, mobile, second factor and password still work, and the old key can go', async () => {
  const [older, newer] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const before = installRing(keyRing({ current: older, readable: [] }))
  const settings = { baseUrl: BASE, notices: { send: async () => {}, can: () => true }, found: async () => {} }
  const old = signin(world.pool, { ...settings, keys: before })
  const ask = (auth: typeof old, path: string, body: object, cookie = '') =>
    auth.handler(
      new Request(`${BASE}/api/auth${path}`, {
        method: 'POST',
        headers: { origin: BASE, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      { address: '10.8.0.1' },
    )
  const cookies = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  await old.createAccount({ name: '钱进', username: 'qianjin', mobile: '13911110077', password: PASSWORD })
  const signed = await ask(old, '/sign-in/username', { username: '13911110077', password: PASSWORD })
  const { totpURI } = (await (await ask(old, '/two-factor/enable', { password: PASSWORD }, cookies(signed))).json()) as {
    totpURI: string
  }
  const [first, second, third] = await authenticatorCodes(totpURI)
  expect((await ask(old, '/two-factor/verify-totp', { code: first }, cookies(signed))).status).toBe(200)

  const after = installRing(keyRing({ current: newer, readable: [older] }))
  const fresh = signin(world.pool, { ...settings, keys: after })
  const enter = async (auth: typeof old, code: string) => {
    const pending = await ask(auth, '/sign-in/username', { username: '139-1111-0077', password: PASSWORD })
    return (await ask(auth, '/two-factor/verify-totp', { code }, cookies(pending))).status
  }
  expect(await enter(fresh, second)).toBe(200)
  await world.admin.query("delete from accounts where username <> 'qianjin'")
  expect([await fresh.reseal(), await fresh.reseal()]).toEqual([2, 0])
  const alone = installRing(keyRing({ current: newer, readable: [] }))
  expect(await enter(signin(world.pool, { ...settings, keys: alone }), third)).toBe(200)
})
