import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, expect, test } from 'vitest'
import { BASE, PASSWORD, signinWorld } from './testing.ts'

const SUBJECT = 'liuqiang@city'

// The provider stands before sign-in is opened, which reads its discovery document.
const listener: { answer?: ReturnType<Provider['callback']> } = {}
const server = createServer((request, response) => listener.answer?.(request, response))
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const oidc = {
  clientId: 'gongqiao',
  clientSecret: 'a-secret-that-both-know-0123456789',
  title: '市统一身份认证',
  scopes: ['openid', 'profile', 'email'],
  discoveryUrl: `${issuer}/.well-known/openid-configuration`,
}
listener.answer = new Provider(issuer, {
  clients: [{ client_id: oidc.clientId, client_secret: oidc.clientSecret, redirect_uris: [`${BASE}/api/auth/callback/oidc`] }],
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: '刘强', email: 'liu@example.org', email_verified: true }),
  }),
  pkce: { required: () => true },
}).callback()
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

const world = signinWorld({ oidc })
type Browser = ReturnType<typeof world.browser>

/** Walks the provider's own pages (sign in as `login`, consent) and gives the address it sends the browser back to. */
async function atProvider(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  const visit = async (url: string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name, ...value] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name ?? '', value.join('='))
    }
    return response
  }
  let url = start
  for (let step = 0; step < 12; step++) {
    if (url.startsWith(BASE)) return new URL(url)
    let response = await visit(url)
    if (response.status === 200) {
      const page = await response.text()
      const [action, prompt] = [/action="([^"]+)"/.exec(page)?.[1] ?? '', /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '']
      response = await visit(new URL(action, url).href, { prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) })
    }
    url = new URL(response.headers.get('location') ?? '', url).href
  }
  throw new Error(`the provider did not send the browser back: ${url}`)
}

const callbacks = { callbackURL: `${BASE}/`, errorCallbackURL: `${BASE}/signin` }
async function through(browser: Browser, path: '/sign-in/social' | '/link-social') {
  const begun = await browser.post(path, { provider: 'oidc', ...callbacks })
  expect(begun.status).toBe(200)
  const back = await atProvider(begun.body.url as string, SUBJECT)
  const end = await browser.get(`${back.pathname.slice('/api/auth'.length)}${back.search}`)
  return { back, status: end.status, location: end.headers.get('location') ?? '' }
}

test('an identity that nobody here has linked does not come in, though it shows an address of ours, and no account is made of it', async () => {
  await world.auth.createAccount({ name: '刘强', username: 'liu', email: 'liu@example.org' })
  const browser = world.browser()
  const { location } = await through(browser, '/sign-in/social')
  expect(location).toMatch(/^http:\/\/gongqiao\.test\/signin\?error=/)
  expect(await world.auth.identify(browser.headers())).toBeNull()
  expect((await world.admin.query('select 1 from accounts')).rowCount).toBe(1)
})

test('linked while signed in, the outside identity signs in from then on; a way back is good for one browser, once', async () => {
  const { accountId } = await world.auth.createAccount({ name: '刘强', username: 'liuqiang', password: PASSWORD })
  const own = world.browser()
  await own.post('/sign-in/username', { username: 'liuqiang', password: PASSWORD })
  expect((await through(own, '/link-social')).location).toBe(`${BASE}/`)

  const browser = world.browser()
  const { back, location } = await through(browser, '/sign-in/social')
  expect(location).toBe(`${BASE}/`)
  expect(await world.auth.identify(browser.headers())).toMatchObject({ accountId, secondFactor: false })
  for (const again of [browser, world.browser()]) {
    const replay = await again.get(`${back.pathname.slice('/api/auth'.length)}${back.search}`)
    expect(replay.headers.get('location') ?? '').toContain('error')
  }
})

test('an administrator links an identity from his list; a disabled account stays out', async () => {
  await world.admin.query('delete from accounts')
  const { accountId } = await world.auth.createAccount({ name: '刘强', username: 'liuqiang', password: PASSWORD })
  await world.auth.linkIdentity(accountId, SUBJECT)
  const browser = world.browser()
  await through(browser, '/sign-in/social')
  expect(await world.auth.identify(browser.headers())).toMatchObject({ accountId })
  await world.auth.requireSecondFactor(accountId, true)
  expect(await world.auth.identify(browser.headers())).toMatchObject({ needsSecondFactor: true })
  expect((await browser.post('/link-social', { provider: 'oidc', ...callbacks })).status).toBe(403)
  await world.auth.disableAccount(accountId, true)
  const closed = world.browser()
  await through(closed, '/sign-in/social')
  expect(await world.auth.identify(closed.headers())).toBeNull()
})

test('the provider’s tokens are not kept', async () => {
  const { rows } = await world.admin.query(
    "select access_token, refresh_token, id_token from account_credentials where provider = 'oidc'",
  )
  expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
})
