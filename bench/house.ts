import { randomBytes, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pino from 'pino'
import { install } from '#modules/organisation/posts'
import { everywhere, openPool, within } from '#platform/db'
import { makeNotices } from '#platform/notices'
import { dayOf, type Session } from '#platform/session'
import { installRing, keyRing } from '#platform/secrets'
import { signin as openSignin, signinPool } from '#platform/signin'
import { houseOf } from '../src/apps/server.ts'
import { pageSql } from './lists.ts'
import { benchKey, region } from './place.ts'

/**
 * `bench/house.ts SERVER_URL OWNER_URL UNION_ID UNION_PATH`: the real server on one port, signed in to by one cadre, and on another a bare
 * route that runs the page's SQL. Prints both ports and the cookie as one line of JSON.
 */
const [serverUrl, ownerUrl, unionId, unionPath] = process.argv.slice(2) as [string, string, string, string]
const keys = installRing(keyRing({ current: benchKey, readable: [] }))
const baseUrl = 'http://127.0.0.1'
const signin = openSignin(signinPool(serverUrl), { baseUrl, keys, notices: makeNotices({}, () => {}), found: async () => {} })
const [pool, owner] = [openPool(serverUrl), openPool(ownerUrl)]

const [name, password] = [`bench${randomBytes(4).toString('hex')}`, randomBytes(12).toString('hex')]
const { accountId } = await signin.createAccount({ name: '测试员', username: name, password })
await within(pool, { region, role: 'post', ...everywhere, account: accountId }, async (db) => {
  const now = new Date()
  const session: Session = {
    db,
    region,
    place: 'national',
    now,
    today: dayOf(now),
    line: {},
    user: { account: accountId, powers: [] },
  }
  const { rows } = await db.$client.query<{ id: string }>('select id from members where union_id = $1 limit 1', [unionId])
  // The federation is kept between runs, and with it who signed in before.
  await owner.query('delete from shared.account_persons where region = $1 and person_id = $2', [region, rows[0]!.id])
  await signin.linkPerson(accountId, { region, personId: rows[0]!.id })
  await db.$client.query('delete from appointments where union_id = $1', [unionId])
  await install(session, {
    unionId,
    memberId: rows[0]!.id,
    kind: 'chair',
    fromOn: '2024-01-01',
    untilOn: '2099-01-01',
    came: 'elected',
  })
})
await signin.requireSecondFactor(accountId, false)
const request = new Request(`${baseUrl}/api/auth/sign-in/username`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: baseUrl },
  body: JSON.stringify({ username: name, password }),
})
const answer = await signin.handler(request, { address: '127.0.0.1' })
const cookie = answer.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ')

const house = houseOf({ pool, signin, region, log: pino({ level: 'warn' }), version: 'bench' })
// As after the second step, which a bench cannot type.
await owner.query('update shared.account_sessions set second_factor_at = now() where account_id = $1', [accountId])
const bare = new Hono().get('/', async (c) => {
  const { rows } = await owner.query({ name: 'page', text: pageSql(`${region}.`), values: [unionPath] })
  return c.json(rows)
})
const listen = (fetch: (request: Request) => Response | Promise<Response>) =>
  new Promise<number>((resolve) => serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port)))
console.log(JSON.stringify({ id: randomUUID(), cookie, port: await listen(house.fetch), bare: await listen(bare.fetch) }))
