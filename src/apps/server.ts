import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { onError, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { Hono, type Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type pg from 'pg'
import type { Logger } from 'pino'
import { callerOf } from '#modules/organisation/posts'
import { ballotRoutes } from '#platform/ballots'
import type { Caller } from '#platform/session'
import type { Signin } from '#platform/signin'
import { contracts } from '../contracts.ts'
import { router } from '../router.ts'
import { calendarRoutes } from './calendars.ts'
import { fileRoutes } from './files.ts'
import { webPages } from './web.ts'

export type House = {
  pool: pg.Pool
  signin: Signin
  region: string
  log: Logger
  version: string
  isBehindProxy?: boolean
  isDemonstration?: boolean
}

/** The whole server as one fetch handler: calls, sign-in, files, health and pages. It keeps nothing in the process. */
export function houseOf(house: House) {
  const app = new Hono()
  app.use(secureHeaders({ contentSecurityPolicy, xFrameOptions: 'DENY', referrerPolicy: 'same-origin' }))
  app.get('/health', async (c) => {
    const { rows } = await house.pool.query('select 1 as ok').catch(() => ({ rows: [] }))
    return c.json({ ok: rows.length === 1, version: house.version }, rows.length === 1 ? 200 : 503)
  })
  app.get('/api/openapi.json', async (c) => c.json(await openApi(house.version)))
  app.on(['GET', 'POST'], '/api/auth/*', (c) => house.signin.handler(c.req.raw, { address: addressOf(c, house) }))
  app.route(
    '/',
    fileRoutes(house, (c) => caller(c, house)),
  )
  app.route(
    '/',
    ballotRoutes(house, async (c) => (await caller(c, house)).user),
  )
  app.route('/', calendarRoutes(house))
  calls(app, house)
  app.route('/', webPages())
  return app
}

function calls(app: Hono, house: House) {
  const rpc = new RPCHandler(router, { interceptors: [onError((error) => fault(error, house.log))] })
  const api = new OpenAPIHandler(router, { interceptors: [onError((error) => fault(error, house.log))] })
  app.use('/rpc/*', async (c) => {
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/rpc', context: await caller(c, house) })
    return matched ? c.newResponse(response.body, response) : c.json({ message: '没有这个接口' }, 404)
  })
  app.use('/api/*', async (c) => {
    const { matched, response } = await api.handle(c.req.raw, { prefix: '/api', context: await caller(c, house) })
    return matched ? c.newResponse(response.body, response) : c.json({ message: '没有这个接口' }, 404)
  })
}

/** Who is calling: the session's account and the live post it acts under. */
async function caller(c: Context, house: House): Promise<Caller> {
  const { pool, signin, region, isDemonstration } = house
  const signedIn = await signin.identify(c.req.raw.headers)
  const key = c.req.header('idempotency-key')
  const found = await callerOf(pool, region, signedIn)
  // Whoever tries the demonstration has no authenticator for its people; real use has no such switch.
  const waived = isDemonstration ? { needsSecondFactor: false } : {}
  const brake = () => signin.brake(addressOf(c, house))
  return { ...found, ...waived, brake, key: key && /^[0-9a-f-]{36}$/.test(key) ? key : undefined }
}

/** A fault is logged whole under an id; the person sees the id alone. A refusal or a turn-away is no fault. */
function fault(error: unknown, log: Logger) {
  if (error instanceof ORPCError && error.status < 500) return
  const id = randomUUID().slice(0, 8)
  log.error({ fault: id, err: error }, 'fault')
  throw new ORPCError('INTERNAL_SERVER_ERROR', { message: `系统出错了，已记录，编号 ${id}`, data: { fault: id } })
}

/** The address of the client; a proxy's header counts only when the operator says that there is one. */
export function addressOf(c: Context, { isBehindProxy }: Pick<House, 'isBehindProxy'>) {
  const forwarded = isBehindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || getConnInfo(c).remote.address || 'unknown'
}

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
const openApi = (version: string) =>
  generator.generate(contracts, { info: { title: '工桥 Gongqiao', version }, servers: [{ url: '/api' }] })

const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}
